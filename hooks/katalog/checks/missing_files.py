"""Pictures and documents that a record's front matter names and its folder does not hold."""

from collections.abc import Container, Iterator

from katalog.problems import Problem
from katalog.schema.entries import Entry
from katalog.schema.field_introspection import parts_in
from katalog.schema.record_parts import Document, Image
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
    """Yield the files of the picture and of documents, also those of sessions and runs."""
    for loc, part in parts_in(record):
        if isinstance(part, Document | Image) and part.file:
            yield (*loc, "file"), part.file
