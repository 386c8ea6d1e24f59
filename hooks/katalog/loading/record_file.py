"""One file of a record folder: what it holds, and what is wrong with it alone."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Generic, TypeAlias, TypeVar

from msgspec import Struct

from katalog.loading.file_memo import FileMemo
from katalog.problems import Problem
from katalog.problems.codes import is_error
from katalog.schema.annotations import LangText
from katalog.schema.entries import Entry, TranslationEntry, read_partly, read_translation
from katalog.schema.record_parts import Part
from katalog.schema.records import COLLECTIONS
from katalog.schema.translation import translation_model
from katalog.source import Tree, read_source
from katalog.source.personal_data import personal_data_in_name
from katalog.source.record_folder import SourceFile, read_bytes

P = TypeVar("P", bound=Part)
Read: TypeAlias = Entry | TranslationEntry | None

_SAID_TWICE = frozenset({"person.email-destroyed"})


class _Content(Struct, Generic[P], frozen=True, array_like=True):
    """What a file holds, without what its path says.

    `part` is what can be read, nothing of a translation with errors; `problems` tell whether all of it was.
    """

    problems: tuple[Problem, ...]
    part: P | None = None
    body: LangText = LangText("", "da")
    body_line: int = 1
    tree: Tree = Tree()


def read_record_file(root: Path, file: SourceFile, memo: FileMemo) -> tuple[Read, tuple[Problem, ...]]:
    """Return what can be read of a record or translation, and its problems.

    A record whose problems are errors (`is_refused`) may lack values.  What `memo` knows of the file is not
    read again.
    """
    data, problems = read_bytes(root, file.path)
    if problems:
        return None, (*problems, *personal_data_in_name(file.path))
    digest = memo.see(file.path, data)
    model = COLLECTIONS[file.collection]
    kind: Any = model if file.kind == "record" else translation_model(model)
    content = memo.part(file.path, "content", _Content[kind], lambda: _content(file, data))
    return _entry(file, content, digest), content.problems


def _content(file: SourceFile, data: bytes) -> _Content[Any]:
    read, problems = _read(file, data)
    problems += personal_data_in_name(file.path)
    found = (*_without_repeats(problems),)
    if read is None:
        return _Content(found)
    part = read.record if isinstance(read, Entry) else read.texts
    return _Content(found, part, read.body, read.body_line, read.tree.without_data())


def _read(file: SourceFile, data: bytes) -> tuple[Read, list[Problem]]:
    source, problems = read_source(file.path, data)
    if source is None:
        return None, problems
    read: Read
    if file.kind == "record":
        read, more = read_partly(source, file.id, file.collection)
    else:
        read, more = read_translation(source, file.id, file.collection, file.language)
    return read, [*problems, *more]


def _entry(file: SourceFile, content: _Content[Any], digest: bytes) -> Read:
    if content.part is None:
        return None
    what = content.part, content.body, content.body_line, content.tree, digest
    if file.kind == "record":
        return Entry(file.id, file.collection, file.path, *what)
    return TranslationEntry(file.id, file.language, file.path, *what)


def is_refused(problems: Iterable[Problem]) -> bool:
    """Tell whether a file with these problems is left out of the catalogue."""
    return any(map(is_error, problems))


def _without_repeats(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Leave out what the reader of a value says again of a line that was reported as text."""
    once = {(each.code, each.position.line): each for each in problems if each.code in _SAID_TWICE}
    for each in problems:
        if each.code not in _SAID_TWICE or once[each.code, each.position.line] is each:
            yield each
