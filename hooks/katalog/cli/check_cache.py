"""The result of the last check, valid while nothing it depends on has changed.

The key is a digest of every byte that matters: the files, their names, the package, the settings and the
day.  Deleting `.katalog/` is always safe; so is a file there that cannot be read.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from katalog.problems import Position, Problem
from katalog.source.decode import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from katalog.settings import Settings

PACKAGE = Path(__file__).parent.parent
CHECKED_FOLDERS = ("content", "courses", "projects")
CACHE_FILE = ".katalog/check.json"


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
    for folder in (PACKAGE, *(root / each for each in CHECKED_FOLDERS)):
        for path, data in _bytes_below(str(folder)):
            digest.update(f"{path}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
            digest.update(data)
    return digest.hexdigest()


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
    try:
        cached: dict[str, Any] = json.loads((root / CACHE_FILE).read_bytes())
        if cached["key"] != key:
            return None
        problems = tuple(
            Problem(path, Position(*place), code, params) for path, place, code, params in cached["problems"]
        )
        return CheckResult(problems, cached["counts"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write(root: Path, key: str, found: CheckResult) -> None:
    problems = [
        [p.path, [p.position.line, p.position.column], p.code, dict(p.params)] for p in found.problems
    ]
    data = json.dumps({"key": key, "counts": found.counts, "problems": problems})
    beside = root / f"{CACHE_FILE}.{os.getpid()}"
    try:
        beside.parent.mkdir(exist_ok=True)
        beside.write_text(data, encoding="utf-8")
        beside.replace(root / CACHE_FILE)
    except OSError:
        with suppress(OSError):
            beside.unlink()
