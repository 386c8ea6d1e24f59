"""Everything from A to Å: every record and topic by its letter, in the language's own order."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from katalog.i18n.collation import NO_LETTER, initial
from katalog.schema.entries import Entry
from katalog.views.memo import memoise_across_builds, memoise_as_dependency
from katalog.views.output_kinds import of_parts
from katalog.views.page import Page
from katalog.views.reader import Link, Reader
from katalog.views.shared.lists import Row, kind_label
from katalog.views.shared.pagination import ROW, begins, cut, part_page
from katalog.views.shared.record_page import section_page


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


class Place(Struct, frozen=True):
    """A name in the list: of which record or topic, and its index among that one's names."""

    id: str
    number: int
    topic: bool = False


@memoise_as_dependency
def _letters(reader: Reader) -> tuple[str, ...]:
    """Return the letters of the language, and before them what stands for any other beginning, if needed."""
    alphabet = reader.phrases("alphabet.letters").upper()
    others = any(initial(name, reader.phrases) == NO_LETTER for name, _ in _names(reader))
    return (NO_LETTER, *alphabet) if others else tuple(alphabet)


@memoise_as_dependency
def index_parts(reader: Reader) -> tuple[tuple[tuple[Place, ...], ...], ...]:
    """Return what is on each part of the list, letter by letter."""
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for name, place in sorted(_names(reader), key=lambda pair: reader.collation_key(pair[0])):
        found[initial(name, reader.phrases)].append(place)
    parts = cut(*((found[letter], ROW) for letter in _letters(reader)))
    return tuple(tuple(map(tuple, part)) for part in parts)


def _names(reader: Reader) -> Iterator[tuple[str, Place]]:
    for entry in reader.catalogue.entries.values():
        for number, name in enumerate(_names_of(reader, entry)):
            yield name, Place(entry.id, number)
    for id_, topic in reader.catalogue.topics.items():
        yield topic.name_in(reader.language), Place(id_, 0, topic=True)


@memoise_across_builds(tuple[str, ...])
def _names_of(reader: Reader, entry: Entry) -> tuple[str, ...]:
    """Return the title of a record and its further names."""
    return (str(reader.title(entry)), *map(str, _aliases(entry)))


def _view(reader: Reader, number: int) -> IndexView:
    parts, letters = index_parts(reader), _letters(reader)
    return IndexView(
        reader.phrases("section.index.about"),
        tuple(
            IndexLetter(
                _id(letter),
                _title(letter),
                _address(reader, parts, letter, at),
                tuple(_row(reader, place) for place in parts[number - 1][at]),
            )
            for at, letter in enumerate(letters)
        ),
    )


def _address(reader: Reader, parts: Sequence[Sequence[Sequence[Place]]], letter: str, at: int) -> str:
    """Return where a letter begins; nothing for one without an entry.  `at` is its number in every part."""
    page = begins(reader, reader.addresses.section("index"), parts, at)
    return page and f"{page}#{_id(letter)}"


def _id(letter: str) -> str:
    return "k-0" if letter == NO_LETTER else letter


def _title(letter: str) -> str:
    return "0–9" if letter == NO_LETTER else letter


def _row(reader: Reader, place: Place) -> Row:
    if place.topic:
        return Row(reader.topics([place.id])[0], reader.phrases("index.kind.topics"))
    return _rows_of(reader, reader.entry(place.id))[place.number]


@memoise_as_dependency
def _rows_of(reader: Reader, entry: Entry) -> tuple[Row, ...]:
    """Return the line of a record, and one for each of its further names."""
    link = reader.link(entry)
    others = (Row(Link(alias, link.address), link.title) for alias in _aliases(entry))
    return (Row(link, kind_label(reader, entry)), *others)


def _aliases(entry: Entry) -> tuple[str, ...]:
    return getattr(entry.record, "aliases", ())


def _pages(reader: Reader, _: str, number: int) -> Iterator[Page]:
    page = section_page(reader, "index", "a_to_z.html", _view(reader, number))
    yield part_page(reader, page, number, len(index_parts(reader)))


INDEX = of_parts(lambda _: ("",), lambda reader, _: index_parts(reader), _pages)
"""The list."""
