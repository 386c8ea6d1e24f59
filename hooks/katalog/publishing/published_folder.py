"""The published folder: what may be one, and which of its files Katalog wrote.

The folder holds a list of Katalog's own files.  Only they are ever replaced or removed: a folder of anything
else is no place to publish in, and what others have put beside the site is left alone.
"""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from stat import S_ISREG

from msgspec import Struct

from katalog.publishing.build_errors import PublishError, shown_path
from katalog.source.file_names import printable
from katalog.source.record_folder import read_bytes

Stats = dict[str, tuple[int, int]]
"""Sizes of files and their times of change in nanoseconds, by path."""
OWN_LIST = ".katalog-files"
"""The list's name, at the root of the published folder; it names public addresses, so hosts may serve it."""
INCOMING = ".katalog-incoming"
"""Where files wait for their place in the published folder; empty, and gone, when a build ends."""
SOURCES = ("content", "courses", "projects", "overrides", "hooks", ".katalog", ".git")
_LONGEST_LIST = 64 * 1024 * 1024


class PublishedFile(Struct, array_like=True, gc=False):
    """A file as it was published; `changed` is its time of change in nanoseconds."""

    size: int
    changed: int
    digest: bytes


def check_published_folder(root: Path, site: Path) -> None:
    """Raise `PublishError` where the project at `root` must not be published in `site`; looks no deeper."""
    try:
        _check_place(root, site)
        if site.is_dir() and not (site / OWN_LIST).exists():
            for entry in sorted(site.iterdir())[:1]:
                raise PublishError("publish.foreign", site, name=printable(entry.name))
    except (OSError, ValueError):
        raise PublishError("publish.not-a-folder", site) from None


def _check_place(root: Path, site: Path) -> None:
    """Folders are compared by what they are, not by name: case and links may hide that two are one."""
    if any(each.is_symlink() for each in (site, *site.parents) if each == site or root in each.parents):
        raise PublishError("publish.link", site, name=shown_path(site, root))
    real = site.resolve()
    for source in SOURCES:
        if _lies_in(real, root / source):
            raise PublishError("publish.among-sources", site, source=source)
    if _lies_in(root.resolve(), real):
        raise PublishError("publish.around-sources", site)
    if any(each.exists() and not each.is_dir() for each in (real, *real.parents)):
        raise PublishError("publish.not-a-folder", site)


def _lies_in(folder: Path, other: Path) -> bool:
    return any(
        each == other or (each.exists() and other.exists() and each.samefile(other))
        for each in (folder, *folder.parents)
    )


def files_in(site: Path) -> list[str]:
    """Return every file below `site`, by its path from there; a link among them is `PublishError`.

    Katalog never writes links, and one that leads elsewhere would take writing and removing with it.
    """
    found: list[str] = []
    folders = [("", str(site))]
    for within, folder in folders:
        with os.scandir(folder) as entries:
            for entry in entries:
                name = within + entry.name
                if entry.is_symlink():
                    raise PublishError("publish.link", site, name=printable(name))
                if entry.is_dir():
                    if name != INCOMING:
                        folders.append((f"{name}/", entry.path))
                elif name != OWN_LIST:
                    found.append(name)
    return found


def stats_of(site: Path, names: Iterable[str]) -> Stats:
    """Return the size and the time of change of those of the files `names` that are there; no links."""
    statuses = {name: (site / name).lstat() for name in names if (site / name).exists()}
    return {
        name: (each.st_size, each.st_mtime_ns) for name, each in statuses.items() if S_ISREG(each.st_mode)
    }


def stats_in(site: Path) -> Stats:
    """Return the size of every file below `site` and its time of change in nanoseconds; no links."""
    found: Stats = {}
    folders = [("", str(site))] if site.is_dir() else []
    for within, folder in folders:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append((f"{within}{entry.name}/", entry.path))
                elif entry.is_file(follow_symlinks=False):
                    status = entry.stat(follow_symlinks=False)
                    found[within + entry.name] = status.st_size, status.st_mtime_ns
    return found


def own_files(site: Path) -> set[str]:
    """Return what the list in `site` names; a list that cannot be read names nothing."""
    data, problems = read_bytes(site, OWN_LIST, _LONGEST_LIST)
    try:
        names = json.loads(data) if not problems else []
    except (ValueError, RecursionError):
        return set()
    return {name for name in names if isinstance(name, str)} if isinstance(names, list) else set()


def list_of(names: Iterable[str]) -> str:
    """Return the list of Katalog's own files: JSON, sorted, a name on each line."""
    return json.dumps(sorted(names), indent=0) + "\n"


def check_not_in_the_way(site: Path, others: Iterable[str], wanted: set[str]) -> None:
    """Raise `PublishError` where a file that others put in `site` stands where a wanted one must."""
    around = folders_of(wanted)
    for name in sorted(others):
        if name in wanted or name in around or not wanted.isdisjoint(folders_of([name])):
            raise PublishError("publish.in-the-way", site, name=printable(name))


def folders_of(names: Iterable[str]) -> set[str]:
    """Return every folder that files lie in, at any depth; not the root."""
    found: set[str] = set()
    for name in names:
        folder = name.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found
