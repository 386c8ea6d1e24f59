"""The archive: year by year, what was held, met about, reached and written."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from katalog.catalogue.state import is_held
from katalog.catalogue.state_table import ALLOWED
from katalog.schema.entries import Entry
from katalog.schema.records import Course, News, Project
from katalog.views.memo import memoise, memoise_across_builds, memoise_as_dependency
from katalog.views.output_kinds import of_parts
from katalog.views.page import Page
from katalog.views.reader import Link, Reader
from katalog.views.shared.course_kind import kind_words
from katalog.views.shared.dates import WhenView, span_shown, when_view
from katalog.views.shared.lists import CountedLink, Row
from katalog.views.shared.pagination import ROW, cut, part_page
from katalog.views.shared.record_page import page_at, section_page
from katalog.when.model import When

DATED = ("courses", "projects", "news")
KINDS = ("courses", "projects", "meetings", "milestones", "documents", "news")


class ArchiveItem(Struct, frozen=True):
    """Something of a year: `kind` is one of `KINDS`, `whens` all its dates, the first of them its place."""

    kind: str
    link: Link
    note: str
    whens: tuple[When, ...]


class ArchivePlace(Struct, frozen=True):
    """Where something stands in the archive, without its words; `number` is its index among its record's."""

    record: str
    number: int
    kind: str
    whens: tuple[When, ...]


class ArchiveGroup(Struct, frozen=True):
    """What there is of one kind in a year, by date."""

    title: str
    rows: tuple[Row, ...]


class YearView(Struct, frozen=True):
    """One year; `years` are all there are."""

    years: tuple[CountedLink, ...]
    groups: tuple[ArchiveGroup, ...]


class ArchiveView(Struct, frozen=True):
    """All years, the newest first."""

    lede: str
    notes: tuple[Row, ...]


@memoise
def places_by_year(reader: Reader) -> Mapping[int, tuple[ArchivePlace, ...]]:
    """Return what belongs to each year, the newest first."""
    found: defaultdict[int, list[ArchivePlace]] = defaultdict(list)
    dated = (each for each in reader.catalogue.entries.values() if each.collection in DATED)
    for entry in dated:
        for place in _places(reader, entry):
            for year in {year for when in place.whens for year in _years(when)}:
                found[year].append(place)
    return {year: tuple(found[year]) for year in sorted(found, reverse=True)}


@memoise_across_builds(tuple[ArchivePlace, ...])
def _places(reader: Reader, entry: Entry) -> tuple[ArchivePlace, ...]:
    return tuple(
        ArchivePlace(entry.id, number, item.kind, item.whens)
        for number, item in enumerate(items_of(reader, entry))
    )


@memoise
def items_of(reader: Reader, entry: Entry) -> tuple[ArchiveItem, ...]:
    """Return what the archive holds of a record."""
    return tuple(_items(reader, entry))


def _years(when: When) -> range:
    """Return the years a date touches; one with an open end, such as a network's, only the first."""
    return range(when.earliest.year, (when.latest or when.earliest).year + 1)


def _items(reader: Reader, entry: Entry) -> Iterator[ArchiveItem]:
    record = reader.localised(entry).record
    if isinstance(record, Course):
        yield from _course(reader, entry, record)
    elif isinstance(record, Project):
        yield from _project(reader, entry, record)
    elif isinstance(record, News):
        yield ArchiveItem("news", reader.link(entry), "", (record.date,))


def _course(reader: Reader, entry: Entry, course: Course) -> Iterator[ArchiveItem]:
    """Yield a course once for every run that is held: each may lie in other years."""
    for run in reader.localised(entry).runs:
        held = ALLOWED[reader.state(run)].held
        if held and (whens := run.whens):
            yield ArchiveItem("courses", reader.link(entry), kind_words(reader, course.kind).name, whens)


def _project(reader: Reader, entry: Entry, project: Project) -> Iterator[ArchiveItem]:
    link = reader.link(entry)
    if project.period:
        yield ArchiveItem("projects", link, reader.label("project.kind", project.kind), (project.period,))
    for meeting in project.meetings:
        if meeting.when and is_held(meeting):
            title = meeting.title or reader.label("session.kind", meeting.kind or "meeting")
            yield ArchiveItem("meetings", Link(title, link.address), link.title, (meeting.when,))
    for milestone in project.milestones:
        if milestone.when:
            yield ArchiveItem(
                "milestones", Link(milestone.title, link.address), link.title, (milestone.when,)
            )
    for document in (*project.documents, *project.results):
        if document.date:
            yield ArchiveItem("documents", Link(document.title, link.address), link.title, (document.date,))


@memoise
def counted_years(reader: Reader) -> tuple[CountedLink, ...]:
    """Return every year that has anything, the newest first."""
    found = places_by_year(reader).items()
    return tuple(CountedLink(_link(reader, year), len(places)) for year, places in found)


def _link(reader: Reader, year: int) -> Link:
    return Link(str(year), reader.addresses.year(year))


@memoise_as_dependency
def year_parts(reader: Reader, year: str) -> tuple[tuple[tuple[ArchivePlace, ...], ...], ...]:
    """Return what is on each part of a year's page, by `KINDS`, each by date."""
    number = int(year)
    found = sorted(places_by_year(reader)[number], key=lambda each: _first(each, number).sort_key)
    lists = ([each for each in found if each.kind == kind] for kind in KINDS)
    return tuple(tuple(map(tuple, part)) for part in cut(*((each, ROW) for each in lists)))


def _view(reader: Reader, year: int, part: Sequence[Sequence[ArchivePlace]]) -> YearView:
    groups = (
        ArchiveGroup(reader.phrases(f"archive.{kind}"), tuple(_row(reader, each, year) for each in places))
        for kind, places in zip(KINDS, part, strict=True)
        if places
    )
    return YearView(counted_years(reader), tuple(groups))


def _first(place: ArchivePlace, year: int) -> When:
    """Return the first date of something within a year."""
    within = [when for when in place.whens if year in _years(when)]
    return min(within, key=lambda when: when.sort_key)


def _row(reader: Reader, place: ArchivePlace, year: int) -> Row:
    item = items_of(reader, reader.entry(place.record))[place.number]
    within = [when for when in item.whens if year in _years(when)]
    when = when_view(reader, within[0]) if len(within) == 1 else WhenView(span_shown(reader, within), "")
    return Row(item.link, item.note, when)


def archive_pages(reader: Reader) -> Iterator[Page]:
    """Yield the list of years."""
    notes = tuple(
        Row(_link(reader, year), _note(reader, found)) for year, found in places_by_year(reader).items()
    )
    view = ArchiveView(reader.phrases("section.archive.about"), notes)
    yield section_page(reader, "archive", "archive.html", view)


def _year_pages(reader: Reader, key: str, number: int) -> Iterator[Page]:
    parts, year = year_parts(reader, key), int(key)
    page = _page(reader, year, _view(reader, year, parts[number - 1]))
    yield part_page(reader, page, number, len(parts))


YEARS = of_parts(lambda reader: map(str, places_by_year(reader)), year_parts, _year_pages)
"""The page of every year."""


def _note(reader: Reader, found: Sequence[ArchivePlace]) -> str:
    counts = {kind: sum(each.kind == kind for each in found) for kind in KINDS}
    return ", ".join(reader.phrases.count(f"count.{kind}", n) for kind, n in counts.items() if n)


def _page(reader: Reader, year: int, view: YearView) -> Page:
    return page_at(
        reader,
        lambda addresses: addresses.year(year),
        reader.section_link("archive"),
        section="archive",
        title=reader.phrases("archive.year", year=year),
        template="year.html",
        view=view,
        description=reader.phrases("archive.description", year=year),
        kind="year",
    )
