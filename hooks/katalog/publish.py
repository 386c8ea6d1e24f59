"""Bringing a published folder up to date, file by file, so that a killed build leaves whole pages."""

from __future__ import annotations

import errno
import filecmp
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator


_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
"""How a file is opened that is not there yet: ten thousand times a build, so without Python's buffers."""


class Changes(Struct, frozen=True):
    """How many files were written anew, were left as they were, and were removed."""

    written: int
    unchanged: int
    removed: int


class Stage:
    """A folder that one build fills; it remembers which folders are there, and looks for none twice."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._made = {self._folder}

    def write(self, address: str, data: bytes) -> None:
        """Write one output; two outputs at one address are a bug (`FileExistsError`)."""
        path = f"{self._folder}/{file_at(address)}"
        around = path[: path.rindex("/")]
        if around not in self._made:
            self._make(around)
        file = os.open(path, _NEW)
        try:
            while data:
                data = data[os.write(file, data) :]
        finally:
            os.close(file)

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


def bring_up_to_date(stage: Path, site: Path) -> Changes | None:
    """Give `site` exactly the files of `stage`: replace changed files atomically, remove others last.

    Changed files are moved, so `stage` is spent afterwards.  `None` where there was no site and the
    whole stage became it: nothing was compared, nor counted (`all_new`).
    """
    if not site.exists() and _moved_whole(stage, site):
        return None
    wanted = set(_files(stage))
    written = sum(_replace(stage / name, site / name) for name in sorted(wanted))
    gone = sorted(set(_files(site)) - wanted)
    for name in gone:
        (site / name).unlink()
    _remove_empty_folders(site)
    return Changes(written, len(wanted) - written, len(gone))


def all_new(site: Path) -> Changes:
    """Count the files of a site that was not there before."""
    return Changes(sum(1 for _ in _files(site)), 0, 0)


def _moved_whole(stage: Path, site: Path) -> bool:
    """Move the stage in the place of a folder that is not there yet; not across file systems."""
    site.parent.mkdir(parents=True, exist_ok=True)
    try:
        stage.rename(site)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        return False
    site.chmod(0o755)  # a scratch folder is for its owner alone
    return True


def _files(folder: Path | str, within: str = "") -> Iterator[str]:
    """Yield the files below `folder`, as paths from there with plain slashes; not those of linked folders."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir():
                yield within + entry.name
            elif not entry.is_symlink():
                yield from _files(entry.path, f"{within}{entry.name}/")


def _replace(new: Path, old: Path) -> bool:
    if old.is_file() and not old.is_symlink() and filecmp.cmp(new, old, shallow=False):
        return False
    if old.is_dir() and not old.is_symlink():
        shutil.rmtree(old)
    for parent in old.parents:
        if parent.is_file():
            parent.unlink()
    old.parent.mkdir(parents=True, exist_ok=True)
    try:
        new.replace(old)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = old.with_name(f".{old.name}.new")  # another file system: first beside, then renamed
        shutil.copyfile(new, beside)
        beside.replace(old)
    return True


def _remove_empty_folders(site: Path) -> None:
    for base, _, names in os.walk(site, topdown=False):
        if not names and base != str(site) and not any(os.scandir(base)):
            Path(base).rmdir()
