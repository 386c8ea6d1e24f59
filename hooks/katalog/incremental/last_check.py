"""The last check of a project: valid while nothing it depends on is another.

That is every byte that matters: the files, their names, the package, the settings and the day.
"""

import os
from collections.abc import Iterator
from datetime import date
from hashlib import blake2b
from pathlib import Path

import msgspec
from msgspec import Struct

from katalog.incremental.fingerprint import engine_digest
from katalog.inspection import Inspection, inspect
from katalog.loading.file_memo import FileMemo, SeenFile
from katalog.loading.project_folder import SETTINGS
from katalog.problems import Problem
from katalog.publishing.kept_values import keep_value, read_value
from katalog.publishing.published_folder import OWN_LIST
from katalog.settings.model import Settings
from katalog.source.decode import MAX_BYTES
from katalog.source.record_folder import read_bytes

CHECKED_FOLDERS = ("content", "courses", "hooks", "overrides", "projects")
CHECK, FILES = "check", "files"
"""Where in `.katalog/` the result of a check lies, and what was found in each file."""


class CheckResult(Struct, frozen=True):
    """The problems of a project, and how many files were found and what became of them."""

    problems: tuple[Problem, ...]
    counts: dict[str, int] = {}


def checked(root: Path, settings: Settings, today: date) -> CheckResult:
    """Return what a check of `root` finds, from the last one if it was of the same bytes."""
    key = project_digest(root, settings, today)
    found = read_value(root, CHECK, CheckResult, key)
    if found is None:
        found = _result(inspect_changes(root, settings, today))
        keep_value(root, CHECK, found, key)
    return found


def check(root: Path, settings: Settings, today: date) -> CheckResult:
    """Return what a check of `root` finds, whatever was found before."""
    return _result(inspect(root, settings, today))


def _result(seen: Inspection) -> CheckResult:
    return CheckResult(seen.problems, seen.counts)


def inspect_changes(root: Path, settings: Settings, today: date) -> Inspection:
    """Inspect `root`; files that are as they were at the last time are not read again."""
    memo = kept_memo(root)
    seen = inspect(root, settings, today, memo)
    if memo.finish():
        keep_memo(root, memo)
    return seen


def keep_memo(root: Path, memo: FileMemo) -> None:
    """Keep what this inspection found in single files."""
    keep_value(root, FILES, memo.files, engine_digest())


def kept_memo(root: Path) -> FileMemo:
    """Return what the last inspection found in single files."""
    return FileMemo(read_value(root, FILES, dict[str, SeenFile], engine_digest()))


def project_digest(root: Path, settings: Settings, today: date) -> bytes:
    """Return a digest of every byte that a check reads."""
    digest = blake2b(msgspec.json.encode(settings) + today.isoformat().encode(), digest_size=20)
    digest.update(engine_digest())
    digest.update(read_bytes(root, SETTINGS)[0])
    for folder in CHECKED_FOLDERS:
        for path, data in _bytes_below(f"{root}/{folder}"):
            digest.update(f"{path}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
            digest.update(data)
    for name, data in _bytes_beside(str(root)):
        digest.update(f"{name}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        digest.update(data)
    return digest.digest()


def _bytes_beside(root: str) -> Iterator[tuple[str, bytes]]:
    """Yield what lies in the project's own folder: files that may be read, and the names of all else."""
    with os.scandir(root) as entries:
        shown = (each for each in entries if not each.name.startswith(".") and not _is_published(each))
        for entry in sorted(shown, key=lambda each: each.name):
            read = entry.name.endswith((".md", ".txt", ".yml")) and not entry.is_symlink()
            yield entry.name, _bytes_of(entry) if read else _kind_of(entry)


def _is_published(entry: os.DirEntry[str]) -> bool:
    """A published folder is made by builds, and read by no check."""
    return entry.is_dir(follow_symlinks=False) and Path(entry.path, OWN_LIST).exists()


def _kind_of(entry: os.DirEntry[str]) -> bytes:
    if entry.is_symlink():
        return os.fsencode(Path(entry.path).readlink())
    return b"folder" if entry.is_dir(follow_symlinks=False) else b"file"


def _bytes_below(folder: str) -> Iterator[tuple[str, bytes]]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield folder, type(error).__name__.encode()
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _bytes_below(entry.path)
        else:
            yield entry.path, _bytes_of(entry)


def _bytes_of(entry: os.DirEntry[str]) -> bytes:
    """Return a file's bytes; where they cannot be had, what tells the file from others."""
    try:
        status = entry.stat(follow_symlinks=False)
        kind = b"file" if entry.is_file(follow_symlinks=False) else b"other"
        if kind == b"other" or status.st_size > MAX_BYTES:
            return kind + f"{status.st_mode} {status.st_size} {status.st_mtime_ns}".encode()
        descriptor = os.open(entry.path, os.O_RDONLY)
        try:
            return os.read(descriptor, MAX_BYTES)
        finally:
            os.close(descriptor)
    except OSError as error:
        return type(error).__name__.encode()
