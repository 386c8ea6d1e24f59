"""What lies in the record folders: records, translations and attachments, and nothing else.

Every name is accounted for: what is none of the three is a problem, so nothing vanishes in silence.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from katalog.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_RECORD = re.compile(r"(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.(?P<language>[a-z]{2}))?\.md")
ATTACHMENT_TYPES = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".webp", ".odt", ".ods", ".odp", ".docx", ".xlsx", ".pptx", ".txt", ".csv", ".ics"})
MAX_ATTACHMENT = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Found:
    """One file of a record folder; `path` is relative to the project, with `/` between its parts."""

    path: str
    role: Literal["record", "translation", "attachment"]
    collection: str
    id: str
    language: str = ""


def find_files(root: Path, folders: Mapping[str, str]) -> tuple[list[Found], list[Problem]]:
    """List the files below `root`'s record folders, sorted by path; missing folders are empty."""
    found: list[Found] = []
    problems: list[Problem] = []
    for folder, collection in folders.items():
        for each in _walk(root, folder, collection):
            (problems if isinstance(each, Problem) else found).append(each)  # type: ignore[arg-type]
    return sorted(found, key=lambda each: each.path), problems


def _walk(root: Path, folder: str, collection: str) -> Iterator[Found | Problem]:
    for entry in _entries(root, folder):
        path = f"{folder}/{entry.name}"
        if entry.is_symlink():
            yield Problem(path, Place(), "file.symlink")
        elif entry.is_dir():
            yield from _attachments(root, path, collection, entry.name)
        elif not entry.is_file():
            yield Problem(path, Place(), "file.not-a-file")
        else:
            yield _classify(path, entry.name, collection)


def _entries(root: Path, folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(root / folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except FileNotFoundError:
        return []


def _classify(path: str, name: str, collection: str) -> Found | Problem:
    match = _RECORD.fullmatch(name)
    if not match:
        return Problem(path, Place(), "file.not-a-record", {"name": name})
    if len(match["id"]) > 80:
        return Problem(path, Place(), "file.name-too-long", {"name": name})
    role: Literal["record", "translation"] = "translation" if match["language"] else "record"
    return Found(path, role, collection, match["id"], match["language"] or "")


def _attachments(root: Path, folder: str, collection: str, id_: str) -> Iterator[Found | Problem]:
    for entry in _entries(root, folder):
        path = f"{folder}/{entry.name}"
        suffix = os.path.splitext(entry.name)[1]
        if entry.is_symlink() or not entry.is_file():
            yield Problem(path, Place(), "file.not-a-file")
        elif suffix not in ATTACHMENT_TYPES:
            yield Problem(path, Place(), "file.attachment-type", {"name": entry.name})
        elif entry.stat().st_size > MAX_ATTACHMENT:
            yield Problem(path, Place(), "file.too-large", {"limit": str(MAX_ATTACHMENT // 1024)})
        else:
            yield Found(path, "attachment", collection, id_)
