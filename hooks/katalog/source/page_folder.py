"""What lies in a folder of hand-written pages, or of the site's own files: those, and nothing else."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from katalog.problems import Position, Problem
from katalog.source.attachment_content import content_problem
from katalog.source.copy_names import id_copied_from
from katalog.source.file_names import (
    ATTACHMENT_TYPES,
    RECORD_NAME,
    extension,
    name_problem,
    printable,
    record_name_problem,
    slug,
    slug_or_number,
)
from katalog.source.record_folder import file_type_problem, list_folder, refused_attachment

Fault = Callable[[str, os.DirEntry[str], int], Problem | None]

RESERVED_NAMES = frozenset(
    {"404", "assets", "katalog-frame", "overrides", "search", "search-index", "sitemap"}
)
"""Names at the root of a language that the site itself writes."""
MAX_DEPTH = 6


class FolderFiles(Struct, frozen=True):
    """The paths of a folder's pages and of its other files, each sorted, and what does not belong there."""

    pages: tuple[str, ...]
    files: tuple[str, ...]
    problems: tuple[Problem, ...]


def find_pages(root: Path, folder: str) -> FolderFiles:
    """Look through a folder of hand-written pages, pictures and documents."""
    found = _sorted(_walk(root, folder, 0, _page_problem))
    pages = frozenset(found.pages)
    copies = {path: other for path in pages if (other := _copied(path)) in pages}
    problems = [
        Problem(path, Position(), "file.copy", {"name": path.rpartition("/")[2], "other": other})
        for path, other in sorted(copies.items())
    ]
    rest = tuple(each for each in found.pages if each not in copies)
    return FolderFiles(rest, found.files, (*found.problems, *problems))


def _copied(path: str) -> str:
    folder, _, name = path.rpartition("/")
    return f"{folder}/{id_copied_from(name)}"


def find_assets(root: Path, folder: str) -> FolderFiles:
    """Look through a folder of pictures and documents that readers get as they are."""
    return _sorted(_walk(root, folder, 0, _asset_problem))


def _sorted(found: Iterable[str | Problem]) -> FolderFiles:
    everything = list(found)
    paths = sorted(each for each in everything if isinstance(each, str))
    return FolderFiles(
        tuple(each for each in paths if each.endswith(".md")),
        tuple(each for each in paths if not each.endswith(".md")),
        tuple(each for each in everything if isinstance(each, Problem)),
    )


def _walk(root: Path, folder: str, depth: int, fault: Fault) -> Iterator[str | Problem]:
    entries, problems = list_folder(root, folder)
    yield from problems
    for entry in entries:
        path = f"{folder}/{printable(entry.name)}"
        if problem := file_type_problem(path, entry) or fault(path, entry, depth):
            yield problem
        elif entry.is_dir():
            yield from _walk(root, path, depth + 1, fault)
        else:
            yield path


def _asset_problem(path: str, entry: os.DirEntry[str], depth: int) -> Problem | None:
    if entry.is_dir():
        params = {"name": printable(entry.name)}
        return Problem(path, Position(), "file.folder-in-folder", params) if depth >= MAX_DEPTH else None
    return refused_attachment(path, entry.name) or content_problem(path, entry)


def _page_problem(path: str, entry: os.DirEntry[str], depth: int) -> Problem | None:
    name = printable(entry.name)
    if depth == 0 and entry.name.split(".")[0].casefold() in RESERVED_NAMES:
        return Problem(path, Position(), "file.replaces-theme", {"name": name})
    if entry.is_dir():
        return _folder_problem(path, name, depth)
    if extension(name) in ATTACHMENT_TYPES - {".txt"}:
        refused = name_problem(entry.name)
        return Problem(path, Position(), *refused) if refused else content_problem(path, entry)
    if (translation := RECORD_NAME.fullmatch(entry.name)) and translation["language"]:
        return _translation_problem(path, translation["language"], name)
    refused = name_problem(entry.name) or record_name_problem(entry.name, _language_of(path))
    return Problem(path, Position(), refused[0], refused[1] | {"name": name}) if refused else None


def _language_of(path: str) -> str:
    """Return the tag of the folder in `content/` that a page lies in."""
    return path.split("/")[1]


def _translation_problem(path: str, language: str, name: str) -> Problem:
    """Pages in another language have a folder for it; records have an ending."""
    content, _, *folders, _ = path.split("/")
    place = "/".join([content, language, *folders, f"{name.removesuffix(f'.{language}.md')}.md"])
    params = {"name": name, "other": f"{content}/{language}/", "suggestion": place}
    return Problem(path, Position(), "file.translation-elsewhere", params)


def _folder_problem(path: str, name: str, depth: int) -> Problem | None:
    if depth >= MAX_DEPTH:
        return Problem(path, Position(), "file.folder-in-folder", {"name": name})
    if (refused := name_problem(name)) and refused[0] == "file.name-reserved":
        return Problem(path, Position(), *refused)
    if slug(name) != name:
        params = {"name": name, "suggestion": slug_or_number(name, _language_of(path))}
        return Problem(path, Position(), "file.folder-name", params)
    return None
