"""What the catalogue's filters need of every course, as small as can be: `assets/catalogue/data.js` reads it.

The cards themselves are not in it: the browser takes them from the catalogue's pages, which it names.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from katalog.catalogue.addresses import relative_url
from katalog.feeds.feed import Feed
from katalog.json_encoding import json_bytes
from katalog.schema.entries import Entry
from katalog.views.courses.card import course_card
from katalog.views.courses.listed import listed_course
from katalog.views.courses.price_filter import most_per_person
from katalog.views.indexes.courses import courses_by_page
from katalog.views.memo import memoise_across_builds
from katalog.views.reader import Reader

FACETS = ("month", "region", "form", "topic", "language", "kind", "organiser", "audience", "year")


class CourseRow(Struct, frozen=True, array_like=True):
    """A course: `page` is the number of the page with its card, `names` and `facets` those of their values.

    `steps` are the instants from which later states hold, each with its state.  `most` is what a participant
    pays at most in the reader's currency, `None` where that is not known.
    """

    id: str
    page: int
    title: str
    names: tuple[int, ...]
    state: str
    steps: tuple[tuple[str, str], ...]
    start: str
    deadline: str
    most: int | None
    facets: tuple[tuple[int, ...], ...]


class CourseWords(Struct, frozen=True):
    """What the filters look for words in, and the ISO day of the deadline that the card shows, or nothing."""

    title: str
    names: tuple[str, ...]
    deadline: str


class FilterData(Struct, frozen=True):
    """All courses in the catalogue's order; a text that several have stands once, they have its number."""

    pages: tuple[str, ...]
    names: tuple[str, ...]
    facets: dict[str, tuple[str, ...]]
    courses: tuple[CourseRow, ...]


class _Numbers:
    """Gives every text a number, the same each time."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def of(self, texts: Sequence[str]) -> tuple[int, ...]:
        return tuple(self._numbers.setdefault(text, len(self._numbers)) for text in texts)

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(self._numbers)


def filter_data(reader: Reader) -> Iterator[Feed]:
    """Yield the file that the catalogue's filters read."""
    address = reader.addresses.feed("filter.json")
    pages = courses_by_page(reader)
    names, values = _Numbers(), {facet: _Numbers() for facet in FACETS}
    rows = tuple(
        _row(reader, reader.entry(id_), page, names, values)
        for page, ids in enumerate(pages.values())
        for id_ in ids
    )
    data = FilterData(
        pages=tuple(relative_url(page, address) for page in pages),
        names=names.texts,
        facets={facet: found.texts for facet, found in values.items()},
        courses=rows,
    )
    yield Feed(address, json_bytes(data) + b"\n")


def _row(reader: Reader, entry: Entry, page: int, names: _Numbers, values: dict[str, _Numbers]) -> CourseRow:
    course, words = listed_course(reader, entry), _words(reader, entry)
    return CourseRow(
        id=course.id,
        page=page,
        title=words.title,
        names=names.of(words.names),
        state=course.state.key,
        steps=tuple((step.at, step.state) for step in course.state.each_step),
        start=course.start,
        deadline=words.deadline,
        most=most_per_person(reader, course),
        facets=tuple(found.of(course.facets[facet]) for facet, found in values.items()),
    )


@memoise_across_builds(CourseWords)
def _words(reader: Reader, entry: Entry) -> CourseWords:
    card = course_card(reader, entry)
    named = [*(link.title for link in (*card.organisers, *card.topics)), *card.places.names, card.kind]
    return CourseWords(
        str(card.link.title), tuple(map(str, named)), card.deadline_day if card.deadline else ""
    )
