"""The catalogue: every course, those one can join first, with filters; the past year by year."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from katalog.views.courses.card import cards
from katalog.views.courses.card_list import lists_by_heading
from katalog.views.courses.filters import filters
from katalog.views.indexes.regions import counted_regions
from katalog.views.indexes.topics import counted_topics
from katalog.views.memo import memoise
from katalog.views.page import Page
from katalog.views.reader import Link
from katalog.views.shared.edit_links import new_course_address
from katalog.views.shared.lists import CountedLink
from katalog.views.shared.parts import CARD, cut, in_parts
from katalog.views.shared.record_page import breadcrumbs, section_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from katalog.views.courses.card import CourseCard
    from katalog.views.courses.card_list import CardList
    from katalog.views.courses.filters import Filter
    from katalog.views.reader import Reader


class CourseGroup(Struct, frozen=True):
    """The courses under one heading; `id` is the list's."""

    id: str
    title: str
    list: CardList


class CourseListPartView(Struct, frozen=True):
    """A further part of the catalogue, or of its past in a year; `years` lead to the past, year by year."""

    groups: tuple[CourseGroup, ...]
    years: tuple[CountedLink, ...]


class CourseListView(Struct, frozen=True):
    """The catalogue's first part in groups, with filters, and links to topics, years and regions.

    `data` is the address of what the filters read; `one` and `many` say how many courses are found,
    `show_one` and `show_many` that they are shown on leaving the filters.  `new` is where an editor begins a
    course; empty where the site's host is not known.
    """

    lede: str
    groups: tuple[CourseGroup, ...]
    count: str
    one: str
    many: str
    show_one: str
    show_many: str
    data: str
    filters: tuple[Filter, ...]
    topics: tuple[CountedLink, ...]
    years: tuple[CountedLink, ...]
    regions: tuple[CountedLink, ...]
    new: str


@memoise
def past_by_year(reader: Reader) -> Mapping[str, tuple[CourseCard, ...]]:
    """Return the past courses by the year they began in, the newest first; undated ones under no year."""
    found: defaultdict[str, list[CourseCard]] = defaultdict(list)
    for card in cards(reader):
        if not card.ahead:
            found[card.start[:4]].append(card)
    return {year: tuple(found[year]) for year in sorted(found, reverse=True)}


@memoise
def catalogue_parts(reader: Reader) -> tuple[tuple[CourseCard, ...], ...]:
    """Return the catalogue's own parts: what is ahead, then of the past what has room beside it."""
    ahead = [card for card in cards(reader) if card.ahead]
    *full, (last,) = cut((ahead, CARD))
    past = [card for card in cards(reader) if not card.ahead]
    (with_past, *_), *_ = cut(([*last, *past], CARD))
    return (*(tuple(part) for (part,) in full), tuple(with_past))


@memoise
def courses_by_page(reader: Reader) -> Mapping[str, tuple[CourseCard, ...]]:
    """Return the address of every page of the catalogue with the courses on it, each course once."""
    seen: set[str] = set()
    found = {}
    for page, number, part in (*_own_parts(reader), *_parts_of_years(reader)):
        fresh = tuple(card for card in part if card.id not in seen)
        seen.update(card.id for card in fresh)
        found[reader.addresses.part(page, number)] = fresh
    return found


@memoise
def courses_on(reader: Reader, address: str) -> tuple[CourseCard, ...]:
    """Return the courses on a page of the catalogue; none for other pages."""
    return courses_by_page(reader).get(address, ())


def _own_parts(reader: Reader) -> Iterator[tuple[str, int, Sequence[CourseCard]]]:
    for number, part in enumerate(catalogue_parts(reader), start=1):
        yield reader.addresses.section("courses"), number, part


def _parts_of_years(reader: Reader) -> Iterator[tuple[str, int, Sequence[CourseCard]]]:
    for year, past in past_by_year(reader).items():
        for number, (part,) in enumerate(cut((past, CARD)), start=1):
            yield reader.addresses.courses_of(year), number, part


def course_list_view(reader: Reader) -> CourseListView:
    """Return the first part of the catalogue: joinable courses, then those ahead, undated and past ones."""
    every = cards(reader)
    return CourseListView(
        lede=reader.phrases("section.courses.about"),
        groups=_groups(reader, catalogue_parts(reader)[0], every),
        count=reader.phrases.count("count.courses", len(every)),
        one=reader.phrases.count("count.courses", 1),
        many=reader.phrases("catalogue.hits"),
        show_one=reader.phrases.count("filter.show", 1),
        show_many=reader.phrases.count("filter.show", 2).replace("2", "{n}"),
        data=reader.addresses.feed("filter.json"),
        filters=filters(reader, every),
        topics=counted_topics(reader, "courses"),
        years=counted_years_of_courses(reader),
        regions=tuple(each for each in counted_regions(reader) if each.count),
        new=new_course_address(reader),
    )


def _groups(
    reader: Reader, part: Sequence[CourseCard], every: Sequence[CourseCard] = ()
) -> tuple[CourseGroup, ...]:
    lists = lists_by_heading(part, every)
    return tuple(
        CourseGroup(f"k-{name}", reader.phrases(f"catalogue.{name}"), found) for name, found in lists.items()
    )


def _part_views(reader: Reader, parts: Iterable[Sequence[CourseCard]]) -> list[CourseListPartView]:
    years = counted_years_of_courses(reader)
    return [CourseListPartView(_groups(reader, part), years) for part in parts]


def counted_years_of_courses(reader: Reader) -> tuple[CountedLink, ...]:
    """Return the years of the past courses with how many there are, the newest first."""
    return tuple(
        CountedLink(_year_link(reader, year), len(found)) for year, found in past_by_year(reader).items()
    )


def _year_link(reader: Reader, year: str) -> Link:
    return Link(year or reader.phrases("catalogue.year.none"), reader.addresses.courses_of(year))


def course_list_pages(reader: Reader) -> Iterator[Page]:
    """Yield the catalogue and its past, year by year."""
    views = [course_list_view(reader), *_part_views(reader, catalogue_parts(reader)[1:])]
    page = section_page(reader, "courses", "courses.html", None)
    yield from in_parts(reader, page, views, "courses_part.html")
    for year, past in past_by_year(reader).items():
        parts = [part for (part,) in cut((past, CARD))]
        yield from in_parts(reader, _year_page(reader, year), _part_views(reader, parts))


def _year_page(reader: Reader, year: str) -> Page:
    phrase = "catalogue.year" if year else "catalogue.year.undated"
    title = reader.phrases(phrase, year=year)
    return Page(
        address=reader.addresses.courses_of(year),
        section="courses",
        language=reader.language,
        title=title,
        template="courses_part.html",
        view=None,
        alternates=reader.alternates(lambda addresses: addresses.courses_of(year)),
        description=title,
        breadcrumbs=breadcrumbs(reader, reader.section_link("courses")),
        kind="courses-part",
    )
