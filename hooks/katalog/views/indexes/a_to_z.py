"""Everything from A to Å: every record and topic by its letter, in the language's own order."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from katalog.i18n.collation import NO_LETTER, initial
from katalog.views.reader import Link
from katalog.views.shared.lists import Row, kind_label
from katalog.views.shared.parts import ROW, begins, cut, in_parts
from katalog.views.shared.record_page import section_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from katalog.schema.entries import Entry
    from katalog.views.page import Page
    from katalog.views.reader import Reader


class IndexLetter(Struct, frozen=True):
    """A letter and what begins with it: `id` is its place on the page, `address` where it begins or empty."""

    id: str
    title: str
    address: str
    rows: tuple[Row, ...]


class IndexView(Struct, frozen=True):
    """All letters of the language, those without an entry too, with their rows on this part of the list."""

    lede: str
    letters: tuple[IndexLetter, ...]


def _views(reader: Reader) -> list[IndexView]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in sorted(_rows(reader), key=lambda row: reader.collation_key(row.link.title)):
        found[initial(row.link.title, reader.phrases)].append(row)
    alphabet = reader.phrases("alphabet.letters").upper()
    letters = (NO_LETTER, *alphabet) if NO_LETTER in found else tuple(alphabet)
    parts = cut(*((found[letter], ROW) for letter in letters))
    begins = {letter: _address(reader, parts, letter, at) for at, letter in enumerate(letters)}
    lede = reader.phrases("section.index.about")
    return [
        IndexView(
            lede,
            tuple(
                IndexLetter(_id(letter), _title(letter), begins[letter], tuple(rows))
                for letter, rows in zip(letters, part, strict=True)
            ),
        )
        for part in parts
    ]


def _address(reader: Reader, parts: Sequence[Sequence[Sequence[Row]]], letter: str, at: int) -> str:
    """Return where a letter begins; nothing for one without an entry.  `at` is its number in every part."""
    page = begins(reader, reader.addresses.section("index"), parts, at)
    return page and f"{page}#{_id(letter)}"


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
    yield from in_parts(reader, section_page(reader, "index", "a_to_z.html", None), _views(reader))
