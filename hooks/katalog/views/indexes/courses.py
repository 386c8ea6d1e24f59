"""The catalogue: every course, those one can join first, with filters; the past year by year."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from katalog.views.courses.card import course_cards
from katalog.views.courses.card_list import CardList, lists_by_heading
from katalog.views.courses.filter_form import Filter, filters
from katalog.views.courses.listed import ListedCourse, listed_courses
from katalog.views.indexes.regions import counted_regions
from katalog.views.indexes.topics import counted_topics
from katalog.views.memo import memoise, memoise_as_dependency
from katalog.views.output_kinds import of_parts
from katalog.views.page import Page
from katalog.views.reader import Link, Reader
from katalog.views.shared.edit_links import new_course_address
from katalog.views.shared.lists import CountedLink
from katalog.views.shared.pagination import CARD, cut, filled, part_page
from katalog.views.shared.record_page import page_at, section_page


class CourseGroup(Struct, frozen=True):
    """The courses under one heading; `id` is the list's."""

    id: str
    title: str
    list: CardList


class CourseListPartView(Struct, frozen=True):
    """A further part of the catalogue, or of its past in a year; `years` lead to the past, year by year.

    How many a year has would change every part day by day.
    """

    groups: tuple[CourseGroup, ...]
    years: tuple[Link, ...]


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
def past_by_year(reader: Reader) -> Mapping[str, tuple[str, ...]]:
    """Return the past courses by the year they began in, the newest first; undated ones under no year."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for course in listed_courses(reader):
        if not course.ahead:
            found[course.start[:4]].append(course.id)
    return {year: tuple(found[year]) for year in sorted(found, reverse=True)}


@memoise
def catalogue_parts(reader: Reader) -> tuple[tuple[str, ...], ...]:
    """Return the catalogue's own parts: what is ahead, and the past in the room left on a single one."""
    ahead = [course.id for course in listed_courses(reader) if course.ahead]
    past = [course.id for course in listed_courses(reader) if not course.ahead]
    parts = tuple(tuple(part) for (part,) in cut((ahead, CARD)))
    return parts if len(parts) > 1 else (filled(ahead, past, CARD),)


@memoise
def parts_of_year(reader: Reader, year: str) -> tuple[tuple[str, ...], ...]:
    """Return the parts of the past of a year."""
    return tuple(tuple(part) for (part,) in cut((past_by_year(reader)[year], CARD)))


@memoise_as_dependency
def _own_part(reader: Reader, number: int) -> tuple[tuple[str, ...], int]:
    """Return a part of the catalogue, and how many there are."""
    parts = catalogue_parts(reader)
    return parts[number - 1], len(parts)


@memoise_as_dependency
def _part_of_year(reader: Reader, year: str, number: int) -> tuple[tuple[str, ...], int]:
    parts = parts_of_year(reader, year)
    return parts[number - 1], len(parts)


@memoise
def courses_by_page(reader: Reader) -> Mapping[str, tuple[str, ...]]:
    """Return the address of every page of the catalogue with the courses on it, each course once."""
    seen: set[str] = set()
    found = {}
    for page, number, part in (*_own_parts(reader), *_parts_of_years(reader)):
        fresh = tuple(id_ for id_ in part if id_ not in seen)
        seen.update(fresh)
        found[reader.addresses.part(page, number)] = fresh
    return found


@memoise
def courses_on(reader: Reader, address: str) -> tuple[str, ...]:
    """Return the courses on a page of the catalogue; none for other pages."""
    return courses_by_page(reader).get(address, ())


def _own_parts(reader: Reader) -> Iterator[tuple[str, int, Sequence[str]]]:
    for number, part in enumerate(catalogue_parts(reader), start=1):
        yield reader.addresses.section("courses"), number, part


def _parts_of_years(reader: Reader) -> Iterator[tuple[str, int, Sequence[str]]]:
    for year in past_by_year(reader):
        for number, part in enumerate(parts_of_year(reader, year), start=1):
            yield reader.addresses.courses_of(year), number, part


def course_list_view(reader: Reader) -> CourseListView:
    """Return the first part of the catalogue: joinable courses, then those ahead, undated and past ones."""
    every = listed_courses(reader)
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
    reader: Reader, part: Sequence[str], every: Sequence[ListedCourse] = ()
) -> tuple[CourseGroup, ...]:
    lists = lists_by_heading(course_cards(reader, part), every)
    return tuple(
        CourseGroup(f"k-{name}", reader.phrases(f"catalogue.{name}"), found) for name, found in lists.items()
    )


def _part_view(reader: Reader, part: Sequence[str]) -> CourseListPartView:
    years = tuple(_year_link(reader, year) for year in _years_of_courses(reader))
    return CourseListPartView(_groups(reader, part), years)


@memoise_as_dependency
def _years_of_courses(reader: Reader) -> tuple[str, ...]:
    return tuple(past_by_year(reader))


@memoise
def counted_years_of_courses(reader: Reader) -> tuple[CountedLink, ...]:
    """Return the years of the past courses with how many there are, the newest first."""
    return tuple(
        CountedLink(_year_link(reader, year), len(found)) for year, found in past_by_year(reader).items()
    )


def _year_link(reader: Reader, year: str) -> Link:
    return Link(year or reader.phrases("catalogue.year.none"), reader.addresses.courses_of(year))


def course_list_pages(reader: Reader, _: str, number: int) -> Iterator[Page]:
    """Yield a part of the catalogue."""
    part, count = _own_part(reader, number)
    view = course_list_view(reader) if number == 1 else _part_view(reader, part)
    page = section_page(reader, "courses", "courses.html", view)
    yield part_page(reader, page, number, count, "courses_part.html")


def past_course_pages(reader: Reader, year: str, number: int) -> Iterator[Page]:
    """Yield a part of the past of a year."""
    part, count = _part_of_year(reader, year, number)
    yield part_page(reader, _year_page(reader, year, _part_view(reader, part)), number, count)


COURSE_LIST = of_parts(lambda _: ("",), lambda reader, _: catalogue_parts(reader), course_list_pages)
PAST_COURSES = of_parts(past_by_year, parts_of_year, past_course_pages)
"""The catalogue, and its past year by year."""


def _year_page(reader: Reader, year: str, view: CourseListPartView) -> Page:
    phrase = "catalogue.year" if year else "catalogue.year.undated"
    title = reader.phrases(phrase, year=year)
    return page_at(
        reader,
        lambda addresses: addresses.courses_of(year),
        reader.section_link("courses"),
        section="courses",
        title=title,
        template="courses_part.html",
        view=view,
        description=title,
        kind="courses-part",
    )
