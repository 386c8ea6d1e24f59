"""The archive: year by year, what was held, met about, reached and written."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from katalog.catalogue.state import is_held
from katalog.catalogue.state_table import ALLOWED
from katalog.schema.records import Course, News, Project
from katalog.views.memo import memoise
from katalog.views.page import Page
from katalog.views.reader import Link
from katalog.views.shared.course_kind import kind_words
from katalog.views.shared.dates import span_shown, when_view
from katalog.views.shared.lists import CountedLink, Row
from katalog.views.shared.parts import ROW, cut, in_parts
from katalog.views.shared.record_page import breadcrumbs, section_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from katalog.schema.entries import Entry
    from katalog.views.reader import Reader
    from katalog.when import When

KINDS = ("courses", "projects", "meetings", "milestones", "documents", "news")


class ArchiveItem(Struct, frozen=True):
    """Something of a year: `kind` is one of `KINDS`, `whens` all its dates, the first of them its place."""

    kind: str
    link: Link
    note: str
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
    years: tuple[CountedLink, ...]
    notes: tuple[Row, ...]


@memoise
def items_by_year(reader: Reader) -> Mapping[int, tuple[ArchiveItem, ...]]:
    """Return what belongs to each year, the newest first."""
    found: defaultdict[int, list[ArchiveItem]] = defaultdict(list)
    for entry in reader.catalogue.entries.values():
        for item in _items(reader, entry):
            for year in {year for when in item.whens for year in _years(when)}:
                found[year].append(item)
    return {year: tuple(found[year]) for year in sorted(found, reverse=True)}


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
    soon = reader.settings.closing_soon_days
    for run in reader.localised(entry).runs:
        held = ALLOWED[run.state(reader.today, soon)].held
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


def counted_years(reader: Reader, *kinds: str) -> tuple[CountedLink, ...]:
    """Return every year that has anything (of some kinds only, if they are named), the newest first."""
    counts = {
        year: sum(not kinds or each.kind in kinds for each in found)
        for year, found in items_by_year(reader).items()
    }
    return tuple(CountedLink(_link(reader, year), count) for year, count in counts.items() if count)


def _link(reader: Reader, year: int) -> Link:
    return Link(str(year), reader.addresses.year(year))


def _groups(reader: Reader, year: int, found: Sequence[ArchiveItem]) -> Iterator[ArchiveGroup]:
    for kind in KINDS:
        of_kind = [each for each in found if each.kind == kind]
        of_kind.sort(key=lambda each: _first(each, year).sort_key)
        if of_kind:
            rows = tuple(_row(reader, each, year) for each in of_kind)
            yield ArchiveGroup(reader.phrases(f"archive.{kind}"), rows)


def _views(reader: Reader, year: int, found: Sequence[ArchiveItem]) -> list[YearView]:
    groups, years = list(_groups(reader, year, found)), counted_years(reader)
    return [
        YearView(
            years,
            tuple(
                ArchiveGroup(group.title, tuple(rows))
                for group, rows in zip(groups, part, strict=True)
                if rows
            ),
        )
        for part in cut(*((group.rows, ROW) for group in groups))
    ]


def _first(item: ArchiveItem, year: int) -> When:
    """Return the first date of something within a year."""
    within = [when for when in item.whens if year in _years(when)]
    return min(within, key=lambda when: when.sort_key)


def _row(reader: Reader, item: ArchiveItem, year: int) -> Row:
    within = [when for when in item.whens if year in _years(when)]
    view = when_view(reader, within[0])
    if len(within) > 1:
        view = type(view)(span_shown(reader, within), "", "")
    return Row(item.link, item.note, view)


def archive_pages(reader: Reader) -> Iterator[Page]:
    """Yield the list of years and the page of every year."""
    notes = tuple(
        Row(_link(reader, year), _note(reader, found)) for year, found in items_by_year(reader).items()
    )
    view = ArchiveView(reader.phrases("section.archive.about"), counted_years(reader), notes)
    yield section_page(reader, "archive", "archive.html", view)
    for year, found in items_by_year(reader).items():
        yield from in_parts(reader, _page(reader, year), _views(reader, year, found))


def _note(reader: Reader, found: Sequence[ArchiveItem]) -> str:
    counts = {kind: sum(each.kind == kind for each in found) for kind in KINDS}
    return ", ".join(reader.phrases.count(f"count.{kind}", n) for kind, n in counts.items() if n)


def _page(reader: Reader, year: int) -> Page:
    return Page(
        address=reader.addresses.year(year),
        section="archive",
        language=reader.language,
        title=reader.phrases("archive.year", year=year),
        template="year.html",
        view=None,
        alternates=reader.alternates(lambda addresses: addresses.year(year)),
        description=reader.phrases("archive.description", year=year),
        breadcrumbs=breadcrumbs(reader, reader.section_link("archive")),
        kind="year",
    )
