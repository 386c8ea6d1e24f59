"""Everything from A to Å: every record and topic by its letter, in the language's own order."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from katalog.i18n.collation import NO_LETTER, initial
from katalog.views.reader import Link
from katalog.views.shared.lists import Row, kind_label
from katalog.views.shared.record_page import section_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from katalog.schema.entries import Entry
    from katalog.views.page import Page
    from katalog.views.reader import Reader


class IndexLetter(Struct, frozen=True):
    """A letter and what begins with it; `id` is its place on the page."""

    id: str
    title: str
    rows: tuple[Row, ...]


class IndexView(Struct, frozen=True):
    """All letters of the language, those without an entry too."""

    lede: str
    letters: tuple[IndexLetter, ...]


def _view(reader: Reader) -> IndexView:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in sorted(_rows(reader), key=lambda row: reader.collation_key(row.link.title)):
        found[initial(row.link.title, reader.phrases)].append(row)
    alphabet = reader.phrases("alphabet.letters").upper()
    letters = (NO_LETTER, *alphabet) if NO_LETTER in found else tuple(alphabet)
    return IndexView(
        reader.phrases("section.index.about"),
        tuple(IndexLetter(_id(letter), _title(letter), tuple(found[letter])) for letter in letters),
    )


def _id(letter: str) -> str:
    return "k-0" if letter == NO_LETTER else letter


def _title(letter: str) -> str:
    return "0–9" if letter == NO_LETTER else letter


def _rows(reader: Reader) -> Iterator[Row]:
    for entry in reader.catalogue.entries.values():
        link = reader.link(entry)
        yield Row(link, kind_label(reader, entry))
        yield from (Row(Link(alias, link.address), link.title) for alias in _aliases(entry))
    for id_, topic in reader.catalogue.topics.items():
        link = Link(topic.name_in(reader.language), reader.addresses.topic(id_))
        yield Row(link, reader.phrases("index.kind.topics"))


def _aliases(entry: Entry) -> tuple[str, ...]:
    return getattr(entry.record, "aliases", ())


def index_pages(reader: Reader) -> Iterator[Page]:
    """Yield the list."""
    yield section_page(reader, "index", "a_to_z.html", _view(reader))
