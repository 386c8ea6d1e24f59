"""Pictures and documents that a record's front matter names and its folder does not hold."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache

from katalog.problems import Problem
from katalog.schema.entries import Entry
from katalog.schema.field_introspection import Field, fields_of
from katalog.schema.record_parts import Document, Part
from katalog.schema.records import Record
from katalog.source import Loc


def check_missing_files(entry: Entry, files: Container[str]) -> Iterator[Problem]:
    """Find pictures and documents that are not in the record's folder; `files` are paths of attachments."""
    folder = entry.path.removesuffix(".md")
    for loc, name in _files(entry.record):
        path = f"{folder}/{name.removeprefix(f'{entry.id}/')}"
        if path not in files:
            yield entry.problem(loc, "reference.file-missing", written=name, path=path)


def _files(record: Record) -> Iterator[tuple[Loc, str]]:
    if record.image:
        yield ("image", "file"), record.image.file
    yield from _document_files(record, ())


def _document_files(part: Part, at: Loc) -> Iterator[tuple[Loc, str]]:
    """Yield the files of documents, also those of sessions and runs."""
    for field in _document_lists(type(part)):
        for number, item in enumerate(getattr(part, field.name)):
            loc = (*at, field.name, number)
            if isinstance(item, Document):
                yield from [((*loc, "file"), item.file)] if item.file else []
            else:
                yield from _document_files(item, loc)


@cache
def _document_lists(model: type[Part]) -> tuple[Field, ...]:
    """Return the fields that are lists of documents, or of parts that have some."""
    return tuple(
        each for each in fields_of(model)
        if each.many and each.part and (each.part is Document or _document_lists(each.part))
    )  # fmt: skip
