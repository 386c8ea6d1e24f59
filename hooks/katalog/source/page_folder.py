"""What lies in a folder of hand-written pages: pages and pictures, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from katalog.problems import Position, Problem
from katalog.source.attachment_content import content_problem
from katalog.source.file_names import (
    ATTACHMENT_TYPES,
    extension,
    name_problem,
    printable,
    record_name_problem,
    slug,
)
from katalog.source.record_folder import file_type_problem, list_folder

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator
    from pathlib import Path

RESERVED_NAMES = frozenset(
    {"404", "assets", "katalog-frame", "overrides", "search", "search-index", "sitemap"}
)
"""Names at the root of a language that the site itself writes."""
MAX_DEPTH = 6


def find_pages(root: Path, folder: str) -> tuple[list[str], list[Problem]]:
    """Return the paths of the pages below a folder, sorted, and what does not belong there."""
    found = list(_walk(root, folder, 0))
    pages = [each for each in found if isinstance(each, str) and each.endswith(".md")]
    return sorted(pages), [each for each in found if isinstance(each, Problem)]


def _walk(root: Path, folder: str, depth: int) -> Iterator[str | Problem]:
    entries, problems = list_folder(root, folder)
    yield from problems
    for entry in entries:
        path = f"{folder}/{printable(entry.name)}"
        if problem := file_type_problem(path, entry) or _problem(path, entry, depth):
            yield problem
        elif entry.is_dir():
            yield from _walk(root, path, depth + 1)
        else:
            yield path


def _problem(path: str, entry: os.DirEntry[str], depth: int) -> Problem | None:
    name = printable(entry.name)
    if depth == 0 and entry.name.split(".")[0].casefold() in RESERVED_NAMES:
        return Problem(path, Position(), "file.replaces-theme", {"name": name})
    if entry.is_dir():
        return _folder_problem(path, name, depth)
    if extension(name) in ATTACHMENT_TYPES - {".txt"}:
        refused = name_problem(entry.name)
        return Problem(path, Position(), *refused) if refused else content_problem(path, entry)
    refused = name_problem(entry.name) or record_name_problem(entry.name)
    return Problem(path, Position(), refused[0], refused[1] | {"name": name}) if refused else None


def _folder_problem(path: str, name: str, depth: int) -> Problem | None:
    if depth >= MAX_DEPTH:
        return Problem(path, Position(), "file.folder-in-folder", {"name": name})
    if slug(name) != name:
        return Problem(
            path, Position(), "file.folder-name", {"name": name, "suggestion": slug(name) or "mappe"}
        )
    return None
