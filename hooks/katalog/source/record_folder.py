"""What lies in the record folders: records, translations and attachments, and nothing else.

Every name is accounted for: what is none of the three is a problem, so nothing vanishes in silence.
Links are never followed, so none can lead out of the project or in a circle.
"""

import errno
import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct

from katalog.problems import Position, Problem
from katalog.source.attachment_content import content_problem
from katalog.source.copy_names import id_copied_from
from katalog.source.decode import MAX_BYTES
from katalog.source.file_names import (
    ATTACHMENT_TYPES,
    RECORD_NAME,
    SYSTEM_FILES,
    extension,
    name_problem,
    printable,
    record_name_problem,
    slug,
    slug_or_number,
)

_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
"""Opening a pipe that nobody writes to would otherwise wait for ever, and a link lead anywhere."""


_LANGUAGE_OTHERWISE = re.compile(
    r"(?P<id>[a-z0-9-]+)[._ ]\(?(?P<language>[A-Za-z]{2})(?:[-_][A-Za-z]{2})?\)?\.md"
)


_LANGUAGE = re.compile(rb"^language:[ \t]*[\"']?(?P<language>[a-z]{2})\b", re.MULTILINE)


class SourceFile(Struct, frozen=True):
    """One file of a record folder; `path` is relative to the project, with `/` between its parts."""

    path: str
    kind: Literal["record", "translation", "attachment"]
    collection: str
    id: str
    language: str = ""


def find_files(
    root: Path, folders: Mapping[str, str], language: str = ""
) -> tuple[list[SourceFile], list[Problem]]:
    """List the files below `root`'s record folders, sorted by path; missing folders are empty.

    Better names are suggested as the language of the record is spelt, else that of the site (`language`).
    """
    found: list[SourceFile] = []
    problems: list[Problem] = []
    for folder, collection in folders.items():
        for each in _walk(root, folder, collection, language):
            if isinstance(each, Problem):
                problems.append(each)
            else:
                found.append(each)
    problems += _orphans(found)
    elsewhere = dict(_translations_elsewhere(found))
    problems += elsewhere.values()
    return sorted(
        (each for each in found if each.path not in elsewhere), key=lambda each: each.path
    ), problems


def read_bytes(root: Path, path: str, limit: int = MAX_BYTES) -> tuple[bytes, list[Problem]]:
    """Return a file's bytes; nothing is read of one that is too large, or of what is no file (a pipe)."""
    try:
        file = os.open(f"{root}/{path}", _READ)
        with open(file, "rb", buffering=0) as opened:  # noqa: PTH123 - a quarter of pathlib's time
            status = os.fstat(file)
            if not stat.S_ISREG(status.st_mode):
                return b"", [Problem(path, Position(), "file.not-a-file")]
            large = status.st_size > limit
            data = b"" if large else opened.read()  # asked for `limit`, Python would clear that much memory
    except (OSError, ValueError) as error:
        is_link = isinstance(error, OSError) and error.errno == errno.ELOOP
        return b"", [Problem(path, Position(), "file.symlink" if is_link else "file.unreadable")]
    if large or len(data) > limit:
        return b"", [Problem(path, Position(), "file.too-large", {"limit": str(limit // 1024)})]
    return data, []


def list_folder(root: Path, folder: str) -> tuple[list[os.DirEntry[str]], list[Problem]]:
    """Return a folder's entries by name, without version control's; one that does not exist is empty."""
    if link := _link_on_the_way(root, folder):
        return [], [Problem(link, Position(), "file.symlink")]
    try:
        with os.scandir(root / folder) as entries:
            names = (entry for entry in entries if entry.name not in SYSTEM_FILES)
            return sorted(names, key=lambda entry: entry.name), []
    except FileNotFoundError:
        return [], []
    except NotADirectoryError:
        return [], [Problem(folder, Position(), "file.not-a-folder")]
    except OSError:
        return [], [Problem(folder, Position(), "file.folder-unreadable")]


def _link_on_the_way(root: Path, folder: str) -> str:
    """Return the first link on the way from the project to one of its folders; empty where there is none."""
    steps = folder.split("/")
    ways = ("/".join(steps[:number]) for number in range(1, len(steps) + 1))
    return next((way for way in ways if os.path.islink(f"{root}/{way}")), "")  # noqa: PTH114 - a third of the time


def file_type_problem(path: str, entry: os.DirEntry[str]) -> Problem | None:
    """Return why an entry is neither an ordinary file nor an ordinary folder."""
    try:
        if entry.is_symlink():
            return Problem(path, Position(), "file.symlink")
        if not (entry.is_dir() or entry.is_file()):
            return Problem(path, Position(), "file.not-a-file")
    except OSError:
        return Problem(path, Position(), "file.unreadable")
    return None


def _walk(root: Path, folder: str, collection: str, language: str) -> Iterator[SourceFile | Problem]:
    entries, problems = list_folder(root, folder)
    yield from problems
    names = {entry.name for entry in entries}
    for entry in entries:
        path = f"{folder}/{printable(entry.name)}"
        if problem := file_type_problem(path, entry):
            yield problem
        elif entry.is_dir():
            yield from _attachments(root, path, collection, entry.name, language)
        else:
            stated = "" if RECORD_NAME.fullmatch(entry.name) else _stated_language(root, path)
            yield _classify(path, entry.name, collection, names, stated or language)


def _stated_language(root: Path, path: str) -> str:
    found = _LANGUAGE.search(read_bytes(root, path)[0])
    return found["language"].decode() if found else ""


def _classify(path: str, name: str, collection: str, names: set[str], language: str) -> SourceFile | Problem:
    if (other := id_copied_from(name)) in names:
        return Problem(path, Position(), "file.copy", {"name": printable(name), "other": other})
    if refused := name_problem(name) or record_name_problem(name, language):
        code, params = refused
        if translation := _translation_meant(name, names):
            params = {"suggestion": translation}
        better = params.get("suggestion", "")
        if code == "file.name" and better in names:
            return Problem(
                path, Position(), "file.name-collision", {"name": printable(name), "other": better}
            )
        return Problem(path, Position(), code, params | {"name": printable(name)})
    match = RECORD_NAME.fullmatch(name)
    if match is None:  # record_name_problem has seen to it
        raise AssertionError(name)
    kind: Literal["record", "translation"] = "translation" if match["language"] else "record"
    return SourceFile(path, kind, collection, match["id"], match["language"] or "")


def _translation_meant(name: str, names: set[str]) -> str:
    """Return the name of a translation whose language is set off otherwise: `a_sv.md`, `a.sv-SE.md`."""
    found = _LANGUAGE_OTHERWISE.fullmatch(name)
    if found and f"{found['id']}.md" in names:
        return f"{found['id']}.{found['language'].casefold()}.md"
    return ""


def _attachments(
    root: Path, folder: str, collection: str, id_: str, language: str
) -> Iterator[SourceFile | Problem]:
    if slug(id_) != id_:
        params = {"name": printable(id_), "suggestion": slug_or_number(id_, language)}
        yield Problem(folder, Position(), "file.folder-name", params)
        return
    entries, problems = list_folder(root, folder)
    yield from problems
    for entry in entries:
        path = f"{folder}/{printable(entry.name)}"
        problem = file_type_problem(path, entry) or _attachment_problem(path, entry, language)
        yield problem or SourceFile(path, "attachment", collection, id_)


def refused_attachment(path: str, name: str) -> Problem | None:
    """Return why a file of that name is no attachment."""
    shown = {"name": printable(name)}
    if refused := name_problem(name):
        return Problem(path, Position(), refused[0], refused[1] | shown)
    if extension(name) == ".css":
        return Problem(path, Position(), "file.style-sheet", shown)
    if extension(name) not in ATTACHMENT_TYPES:
        allowed = " ".join(sorted(ATTACHMENT_TYPES))
        return Problem(path, Position(), "file.attachment-type", shown | {"allowed": allowed})
    return None


def _attachment_problem(path: str, entry: os.DirEntry[str], language: str) -> Problem | None:
    name = printable(entry.name)
    if entry.is_dir():
        return Problem(path, Position(), "file.folder-in-folder", {"name": name})
    if refused := refused_attachment(path, entry.name):
        return refused
    stem = entry.name[: -len(extension(name))]
    if slug(stem) != stem or extension(name) != entry.name[len(stem) :]:
        better = f"{slug_or_number(stem, language)}{extension(name)}"
        return Problem(path, Position(), "file.attachment-name", {"name": name, "suggestion": better})
    return content_problem(path, entry)


def _orphans(found: list[SourceFile]) -> Iterator[Problem]:
    """Yield each folder of attachments whose record is missing."""
    records = {(each.collection, each.id) for each in found if each.kind == "record"}
    reported = set()
    for each in found:
        folder = each.path.rpartition("/")[0]
        if each.kind == "attachment" and (each.collection, each.id) not in records and folder not in reported:
            reported.add(folder)
            yield Problem(folder, Position(), "file.attachments-without-record", {"name": each.id})


def _translations_elsewhere(found: list[SourceFile]) -> Iterator[tuple[str, Problem]]:
    """Yield each translation that lies in another folder than the record it translates, by its path."""
    originals = {each.id: each for each in found if each.kind == "record"}
    here = {(each.collection, each.id) for each in found if each.kind == "record"}
    for each in found:
        original = originals.get(each.id)
        if each.kind == "translation" and original and (each.collection, each.id) not in here:
            name = each.path.rpartition("/")[2]
            params = {"name": name, "other": original.path}
            params["suggestion"] = f"{original.path.rpartition('/')[0]}/{name}"
            yield each.path, Problem(each.path, Position(), "file.translation-elsewhere", params)
