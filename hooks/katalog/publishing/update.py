"""Bringing a published folder up to date, file by file, so that a killed build leaves whole pages."""

import errno
import filecmp
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from katalog.publishing.published_folder import (
    INCOMING,
    OWN_LIST,
    check_not_in_the_way,
    files_in,
    folders_of,
    list_of,
    own_files,
)

PUBLIC = 0o022
"""Which rights new files lack: what is published can be read by every web server, and run by none."""
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
"""Flags to create a file; files are opened through `os`, for a build writes ten thousand."""


class Changes(Struct, frozen=True):
    """The files that were written; how many were unchanged (`kept` of them not even made) or removed."""

    files: frozenset[str]
    unchanged: int
    removed: int
    kept: int = 0

    @property
    def counts(self) -> dict[str, int]:
        """How many files were made, kept unmade, written because they are another, and removed."""
        made = len(self.files) + self.unchanged - self.kept
        return {"made": made, "kept": self.kept, "written": len(self.files), "removed": self.removed}


class Stage:
    """A folder that one build fills; it remembers which folders are there, and looks for none twice."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._made = {self._folder}

    def write(self, address: str, data: bytes) -> tuple[int, int]:
        """Write one output; returns its size and its time of change in nanoseconds.

        Two outputs at one address are a bug (`FileExistsError`).
        """
        path = f"{self._folder}/{file_at(address)}"
        around = path[: path.rindex("/")]
        if around not in self._made:
            self._make(around)
        file = os.open(path, _NEW, 0o666)
        try:
            while data:
                data = data[os.write(file, data) :]
            status = os.fstat(file)
        finally:
            os.close(file)
        return status.st_size, status.st_mtime_ns

    def _make(self, folder: str) -> None:
        """Make a folder and those it needs; MkDocs may have made it before."""
        try:
            os.mkdir(folder)  # noqa: PTH102 - nearly always the folder around it is there, and thousands are made
        except OSError:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103
        self._made.add(folder)


def file_at(address: str) -> str:
    """Return the file that a host serves at `address`."""
    return f"{address}index.html" if not address or address.endswith("/") else address


def bring_up_to_date(stage: Path, site: Path, kept: Iterable[str] = ()) -> Changes:
    """Make Katalog's own files in `site` those of `stage` and those `kept` as they are there.

    Changed files are replaced atomically, and what is to go is removed last.

    What is bound to fail is looked for before anything is touched: `PublishError` for a site that is not
    Katalog's alone, `OSError` for a folder that cannot be written.  Changed files are moved, so `stage` is
    spent afterwards.
    """
    new = set(files_in(stage))
    wanted = new.union(kept)
    (stage / OWN_LIST).write_text(list_of(wanted), "utf-8", newline="\n")
    if not site.exists() and _moved_whole(stage, site):
        return Changes(frozenset(new), 0, 0)
    found, own = set(files_in(site)), own_files(site)
    check_not_in_the_way(site, found - own, wanted)
    changed = sorted(name for name in new if not are_same(stage / name, site / name))
    gone = sorted((found & own) - wanted)
    if changed or gone or own != wanted:
        _check_writable(site, [*changed, *gone, OWN_LIST])
        _exchange(stage, site, changed, gone, own | wanted)
    return Changes(frozenset(changed), len(wanted) - len(changed), len(gone), len(wanted) - len(new))


def _moved_whole(stage: Path, site: Path) -> bool:
    """Move the stage in the place of a folder that is not there yet; not across file systems."""
    site.parent.mkdir(parents=True, exist_ok=True)
    try:
        stage.rename(site)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        site.mkdir()
        return False
    site.chmod(0o755)  # a scratch folder is for its owner alone
    return True


def are_same(new: Path, old: Path) -> bool:
    """Return whether two files hold the same; not where there is no old one."""
    return old.is_file() and filecmp.cmp(new, old, shallow=False)


def _check_writable(site: Path, names: list[str]) -> None:
    """Raise `PermissionError` for the first folder in which files cannot be replaced."""
    for folder in sorted({(site / name).parent for name in names}):
        there = next(each for each in (folder, *folder.parents) if each.is_dir())
        if not os.access(there, os.W_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(there))


def _exchange(stage: Path, site: Path, changed: list[str], gone: list[str], either: set[str]) -> None:
    """Replace and remove files, listed as Katalog's own before the first is touched and until the last is.

    Whoever kills a build in between leaves whole files, each of them on the list.
    """
    incoming = site / INCOMING
    shutil.rmtree(incoming, ignore_errors=True)
    try:
        source = _brought_near(stage, incoming, [*changed, OWN_LIST])
        listed = source / f"{OWN_LIST}.either"
        listed.write_text(list_of(either), "utf-8", newline="\n")
        listed.replace(site / OWN_LIST)
        blocking = _blocking(gone, changed)
        _remove(site, blocking)
        for name in changed:
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).replace(site / name)
        _remove(site, [name for name in gone if name not in blocking])
        (source / OWN_LIST).replace(site / OWN_LIST)
    finally:
        shutil.rmtree(incoming, ignore_errors=True)


def _blocking(gone: list[str], changed: list[str]) -> set[str]:
    """Return the files that are in the place of a folder to come, or in a folder where a file is to come."""
    folders, files = folders_of(changed), set(changed)
    return {name for name in gone if name in folders or not files.isdisjoint(folders_of([name]))}


def _brought_near(stage: Path, incoming: Path, names: list[str]) -> Path:
    """Return a folder from which files can be renamed into the site: the stage, or a copy on its file system.

    Whether a rename reaches from one folder to another only a rename can tell.
    """
    (stage / INCOMING).mkdir()
    try:
        (stage / INCOMING).rename(incoming)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
    else:
        return stage
    for name in names:
        (incoming / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(stage / name, incoming / name)
    return incoming


def _remove(site: Path, names: Iterable[str]) -> None:
    """Remove files, and the folders that are empty without them."""
    for name in names:
        (site / name).unlink(missing_ok=True)
    for folder in sorted(folders_of(names), reverse=True):
        with suppress(OSError):
            (site / folder).rmdir()
