"""The result of the last check, valid while nothing it depends on has changed.

The key is a digest of every byte that matters: the files, their names, the package, the settings and the
day.  Deleting `.katalog/` is always safe; so is a file there that cannot be read.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from katalog.loading import SETTINGS
from katalog.problems import Position, Problem
from katalog.problems.codes import PROBLEM_KINDS
from katalog.scratch import keep, read_kept
from katalog.source.decode import MAX_BYTES
from katalog.source.record_folder import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from katalog.settings import Settings

PACKAGE = Path(__file__).parent.parent
CHECKED_FOLDERS = ("content", "courses", "overrides", "projects")
CACHE_FILE = "check.json"

_Result = tuple[list[tuple[str, tuple[int, int], str, dict[str, str]]], dict[str, int]]
"""Path, position, code and parameters of each problem; and the counts."""


@dataclass(frozen=True)
class CheckResult:
    """The problems of a project, and how many files were found and what became of them."""

    problems: tuple[Problem, ...]
    counts: dict[str, int] = field(default_factory=dict)


def cached_check(root: Path, settings: Settings, today: date, *, use_cache: bool) -> CheckResult:
    """Return what a check of `root` finds, from the last one if it was of the same bytes."""
    if not use_cache:
        return _inspect(root, settings, today)
    key = _cache_key(root, settings, today)
    found = _read(root, key)
    if found is None:
        found = _inspect(root, settings, today)
        _write(root, key, found)
    return found


def _inspect(root: Path, settings: Settings, today: date) -> CheckResult:
    from katalog.inspection import inspect

    seen = inspect(root, settings, today)
    return CheckResult(seen.problems, seen.counts)


def _cache_key(root: Path, settings: Settings, today: date) -> str:
    digest = blake2b(msgspec.json.encode(settings) + today.isoformat().encode(), digest_size=20)
    digest.update(read_bytes(root, SETTINGS)[0])
    for file in sorted((root / "hooks").glob("*.py")):  # the site's own checks
        digest.update(file.read_bytes())
    for folder in (PACKAGE, *(root / each for each in CHECKED_FOLDERS)):
        for path, data in _bytes_below(str(folder)):
            digest.update(f"{path}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
            digest.update(data)
    for name, data in _bytes_beside(str(root)):
        digest.update(f"{name}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        digest.update(data)
    return digest.hexdigest()


def _bytes_beside(root: str) -> Iterator[tuple[str, bytes]]:
    """Yield what lies in the project's own folder: files that may be read, and the names of all else."""
    with os.scandir(root) as entries:
        shown = (entry for entry in entries if not entry.name.startswith("."))
        for entry in sorted(shown, key=lambda each: each.name):
            read = entry.name.endswith((".md", ".txt", ".yml")) and not entry.is_symlink()
            yield entry.name, _bytes_of(entry) if read else _kind_of(entry)


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


def _read(root: Path, key: str) -> CheckResult | None:
    """Return what was written for `key`; nothing where a single bit of it is another."""
    seal, _, result = read_kept(root, CACHE_FILE).partition(b"\n")
    if seal != _seal(key, result):
        return None
    try:
        rows, counts = msgspec.json.decode(result, type=_Result)
    except ValueError:
        return None
    if any(code not in PROBLEM_KINDS for _, _, code, _ in rows):
        return None
    found = (Problem(path, Position(*position), code, params) for path, position, code, params in rows)
    return CheckResult(tuple(found), counts)


def _seal(key: str, result: bytes) -> bytes:
    return blake2b(key.encode() + result, digest_size=20).hexdigest().encode()


def _write(root: Path, key: str, found: CheckResult) -> None:
    """Write the result where it can be written, which no check depends on."""
    rows = [(each.path, each.position, each.code, each.params) for each in found.problems]
    with suppress(UnicodeEncodeError):  # a name that is no text
        result = msgspec.json.encode((rows, found.counts))
        keep(root, CACHE_FILE, _seal(key, result) + b"\n" + result)
