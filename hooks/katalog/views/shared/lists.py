"""Plain lists: a link with a word or a date beside it, and links with counts."""

from collections.abc import Iterable

from msgspec import Struct

from katalog.schema.entries import Entry
from katalog.views.reader import Link, Reader
from katalog.views.shared.course_kind import kind_words
from katalog.views.shared.dates import WhenView


class Row(Struct, frozen=True):
    """A line of a list."""

    link: Link
    note: str = ""
    when: WhenView | None = None


class CountedLink(Struct, frozen=True):
    """A link and how much stands behind it."""

    link: Link
    count: int


def ids_by_title(reader: Reader, entries: Iterable[Entry]) -> list[str]:
    """Return the ids of records in the alphabetical order of their titles."""
    return [each.id for each in reader.by_title(entries)]


def rows_of(reader: Reader, ids: Iterable[str]) -> tuple[Row, ...]:
    """Return records as lines, each with its kind."""
    return tuple(Row(reader.link(entry), kind_label(reader, entry)) for entry in reader.entries(ids))


def kind_label(reader: Reader, entry: Entry) -> str:
    """Return in a word what a record is."""
    if entry.collection == "courses":
        return kind_words(reader, getattr(entry.record, "kind", "")).name
    if entry.collection == "projects":
        return reader.label("project.kind", getattr(entry.record, "kind", None))
    return reader.phrases(f"index.kind.{entry.collection}")
