"""Folders of text files, as builds publish them."""

from pathlib import Path

from katalog.publishing.published_folder import OWN_LIST, own_files


def held(folder: Path) -> dict[str, str]:
    """Return what a folder holds; if it has a list of Katalog's own files, that must be of them all."""
    found = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }
    listed = found.pop(OWN_LIST, None)
    assert listed is None or own_files(folder) == found.keys()
    return found
