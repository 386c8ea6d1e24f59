"""What happens in a project, by date: a list, and the same as a timeline (`timeline.py`)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import cast

from msgspec import Struct

from katalog.catalogue.runs import course_runs
from katalog.catalogue.state import is_held
from katalog.catalogue.state_table import ALLOWED
from katalog.schema.annotations import LangText
from katalog.schema.entries import Entry
from katalog.schema.records import Course, Project
from katalog.views.projects.timeline import Lane, Timeline, TimelineItem, timeline
from katalog.views.reader import Link, Reader
from katalog.views.shared.dates import WhenView, when_view
from katalog.when.model import When


class HistoryItem(Struct, frozen=True):
    """One line of the list; `ends` is the last of several dates, `link` where there are details."""

    kind: str
    title: str
    link: Link | None
    when: WhenView
    ends: WhenView | None


class History(Struct, frozen=True):
    """The milestones, and everything drawn where there is enough to draw: all else has a list of its own."""

    items: tuple[HistoryItem, ...]
    drawing: Timeline | None


class _Event(Struct, frozen=True):
    lane: Lane
    title: LangText | str
    first: When | None
    last: When | None
    link: Link | None

    @property
    def order(self) -> tuple[bool, object, str]:
        """By date, those to be dated last."""
        return (self.first is None, self.first.sort_key if self.first else "", self.title)


def history(
    reader: Reader, entry: Entry, project: Project, parts: Sequence[Entry], courses: Sequence[Entry]
) -> History:
    """Return a project's milestones, undated last, and a drawing of these, its `parts` and `courses`."""
    events = sorted(
        [*_own(reader, entry, project), *_parts(reader, parts), *_courses(reader, courses)],
        key=lambda event: event.order,
    )
    period = _Event("period", "", project.period, project.period, None)
    items = [item for event in (period, *events) if (item := _timeline_item(event, project.period))]
    drawing = timeline(items, reader.today, lambda day, step: _tick(reader, day, step))
    milestones = (event for event in events if event.lane == "milestone")
    return History(tuple(_item(reader, event) for event in milestones), drawing)


def _own(reader: Reader, entry: Entry, project: Project) -> Iterator[_Event]:
    for milestone in project.milestones:
        yield _Event("milestone", milestone.title, milestone.when, milestone.when, None)
    for number, meeting in enumerate(project.meetings, start=1):
        if meeting.when and is_held(meeting):
            title = meeting.title or reader.label("session.kind", meeting.kind or "meeting")
            link = Link(title, f"{reader.addresses.record(entry)}#{meeting_anchor(number)}")
            yield _Event("meeting", title, meeting.when, meeting.when, link)


def meeting_anchor(number: int) -> str:
    """Return the id of a meeting's place on its project's page; the first is 1."""
    return f"k-{number}"


def _parts(reader: Reader, parts: Sequence[Entry]) -> Iterator[_Event]:
    for each in parts:
        if period := cast("Project", each.record).period:
            yield _Event("project", reader.title(each), period, period, reader.link(each))


def _courses(reader: Reader, courses: Sequence[Entry]) -> Iterator[_Event]:
    for each in courses:
        dates = [
            when
            for run in course_runs(cast("Course", each.record))
            if ALLOWED[reader.state(run)].held
            for when in run.whens
        ]
        if dates:
            first = min(dates, key=lambda when: when.sort_key)
            last = max(dates, key=lambda when: (when.latest is None, when.latest, when.sort_key))
            yield _Event("course", reader.title(each), first, last, reader.link(each))


def _timeline_item(event: _Event, period: When | None) -> TimelineItem | None:
    """Return what to draw of an event; one with an open end lasts no longer than the project."""
    if event.first is None or event.last is None:
        return None
    coarse = not (event.first.exact and event.last.exact) and event.lane not in {"period", "project"}
    last = event.last.latest or (period.latest if period else None)
    if last and last < event.first.earliest:
        last = None
    return TimelineItem(event.lane, str(event.title), event.first.earliest, last, coarse)


def _item(reader: Reader, event: _Event) -> HistoryItem:
    ends = when_view(reader, event.last) if event.last != event.first else None
    kind = reader.phrases(f"timeline.kind.{event.lane}")
    return HistoryItem(kind, event.title, event.link, when_view(reader, event.first), ends)


def _tick(reader: Reader, day: date, step: int) -> str:
    """Name a tick: its year, or its month where a year has several."""
    if step >= 12:
        return str(day.year)
    return reader.phrases.locale.months_of_year[day.month - 1].format(year=day.year)
