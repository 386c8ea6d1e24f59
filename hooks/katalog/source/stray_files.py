"""What lies beside the folders that are read: records in a folder of another name, files that nothing uses.

Of the project's own folder only what looks like a folder of records, or like a record, is spoken of, and
links that lead out of it: it holds much else.  All of `content/` is accounted for.  Links are never followed.
"""

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from katalog.problems import Position, Problem
from katalog.source.file_names import extension, name_problem, printable
from katalog.source.record_folder import file_type_problem, list_folder

FOLDER_NAMES = {
    "kurser": "courses", "kursus": "courses", "kurs": "courses", "kurserna": "courses", "course": "courses",
    "projekter": "projects", "projekt": "projects", "project": "projects", "indsatser": "projects",
    "indsatsområder": "projects", "insatsområden": "projects", "initiatives": "projects",
    "biblioteker": "content/libraries", "bibliotek": "content/libraries", "library": "content/libraries",
    "organisationer": "content/organisations", "organizations": "content/organisations",
    "organisation": "content/organisations", "kontakter": "content/contacts", "kontakt": "content/contacts",
    "contact": "content/contacts", "personer": "content/contacts", "people": "content/contacts",
    "nyheder": "content/news", "nyheter": "content/news", "nyhed": "content/news", "nyt": "content/news",
}  # fmt: skip
"""Names that editors give the folders of records; the small letters of one decide."""

OVERRIDES = "overrides"
_READ_FILES = frozenset({"addresses.txt", "mkdocs.yml"})
_RECORD_TYPES = frozenset({".md", ".markdown", ".mdown", ".mkd", ".txt"})
_OTHERS = frozenset({"hooks", "node_modules", "site"})
"""Folders in which no editor writes: others link them as they please."""


def stray_files(root: Path, folders: Collection[str], languages: Collection[str]) -> Iterator[Problem]:
    """Yield what nothing reads; `folders` are the record folders, `languages` the tags of the site's."""
    names = FOLDER_NAMES | {each.rpartition("/")[2]: each for each in folders}
    read = {*folders, "content", OVERRIDES}
    yield from _in_content(root, names, languages)
    entries, _ = list_folder(root, ".")
    for entry in entries:
        small = entry.name.casefold()
        meant = names.get(small) or (small if small in read else "")
        if entry.name not in read and entry.is_dir(follow_symlinks=False):
            if meant or (entry.name not in _OTHERS and _holds_records(entry)):
                yield _unused_folder(printable(entry.name), meant)
        elif small in _READ_FILES and small != entry.name:
            params = {"name": printable(entry.name), "suggestion": small}
            yield Problem(params["name"], Position(), "file.name", params)
        elif small in {"topics.yml", "topics.yaml"} or _is_record(entry):
            name = printable(entry.name)
            yield Problem(name, Position(), "file.unused", {"name": name})
        elif entry.name not in _OTHERS and not entry.name.startswith(".") and _leads_out(root, entry):
            yield Problem(printable(entry.name), Position(), "file.symlink")
    yield from _in_theme(root, OVERRIDES)


def _in_theme(root: Path, folder: str) -> Iterator[Problem]:
    """Find what must not be read or published in the folder of what a site changes of the look."""
    entries, problems = list_folder(root, folder)
    yield from problems
    for entry in entries:
        path = f"{folder}/{printable(entry.name)}"
        if entry.is_symlink():
            yield from [Problem(path, Position(), "file.symlink")] if _leads_out(root, entry) else []
        elif problem := file_type_problem(path, entry):
            yield problem
        elif entry.is_dir():
            yield from _in_theme(root, path)


def _leads_out(root: Path, entry: os.DirEntry[str]) -> bool:
    """Tell a link that leads out of the project, or nowhere, or in a circle."""
    if not entry.is_symlink():
        return False
    try:
        return not Path(entry.path).resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # the second: a circle, before Python 3.13
        return True


def _in_content(root: Path, names: dict[str, str], languages: Collection[str]) -> Iterator[Problem]:
    entries, _ = list_folder(root, "content")
    used = {each.rpartition("/")[2] for each in names.values() if each.startswith("content/")}
    used |= {"assets", "topics.yml", *languages}
    for entry in entries:
        name = printable(entry.name)
        path = f"content/{name}"
        if entry.name in used:
            problem = file_type_problem(path, entry) if entry.is_symlink() else None
            yield from [problem] if problem else []
        elif refused := name_problem(entry.name):
            yield Problem(path, Position(), refused[0], refused[1] | {"name": name})
        elif entry.is_dir(follow_symlinks=False):
            yield _unused_folder(path, names.get(name.casefold(), ""))
        else:
            yield file_type_problem(path, entry) or Problem(path, Position(), "file.unused", {"name": name})


def _unused_folder(path: str, meant: str) -> Problem:
    if meant and meant != path:
        return Problem(path, Position(), "file.folder-other-name", {"name": path, "suggestion": meant})
    return Problem(path, Position(), "file.folder-unused", {"name": path})


def _holds_records(folder: os.DirEntry[str]) -> bool:
    if folder.name.startswith("."):
        return False
    entries, _ = list_folder(Path(folder.path), ".")
    return any(_is_record(entry) for entry in entries)


def _is_record(entry: os.DirEntry[str]) -> bool:
    """Tell a record from the project's own papers: those begin with no fields."""
    if extension(entry.name) not in _RECORD_TYPES or not entry.is_file(follow_symlinks=False):
        return False
    try:
        with open(entry.path, "rb") as file:  # noqa: PTH123 - a DirEntry has its path at hand
            head = file.read(2_000)
    except OSError:
        return False
    return head.startswith(b"---") and b"\ntitle:" in head and b"\nlanguage:" in head
