"""Dates of courses and projects against each other: enrolment, sessions, hours on the clock."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from katalog.catalogue.state import is_held
from katalog.checks.programme import check_programmes
from katalog.problems import InvalidValueError, Problem
from katalog.schema.course_parts import Session
from katalog.schema.entries import Entry
from katalog.schema.records import Course, Project
from katalog.schema.registration import Registration
from katalog.source import Loc
from katalog.when.daylight_saving import check_local_time
from katalog.when.model import When

LONGEST_SESSION = 366
"""Days; an e-learning platform open for a year is the longest thing called a session."""

SHORTEST_PERIOD = 28
"""Days; in what lasts longer one may begin on a later day than the first."""


class Schedule(NamedTuple):
    """One schedule of a course, and where its parts stand."""

    registration: Registration | None
    registration_at: Loc
    sessions: Sequence[Session]
    sessions_at: Loc
    place: str | None = None


def check_schedules(entry: Entry, zone: str, zones: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what is out of order in a record's dates.

    `zone` is the site's, an IANA name; `zones` are those of institutions, by their ids, where their country
    has one only.
    """
    if not isinstance(entry.record, (Course, Project)):
        return
    record = entry.record
    organisers = record.organiser if isinstance(record, Course) else (record.coordinator,)
    home = zones.get((*organisers, None)[0] or "", zone)
    for schedule in _schedules(record):
        yield from _registration(entry, schedule, zone)
        clocks = [zones.get(each.place or schedule.place or "", home) for each in schedule.sessions]
        yield from _sessions(entry, schedule, clocks)
        yield from check_programmes(entry, schedule.sessions, schedule.sessions_at)


def _schedules(record: Course | Project) -> Iterator[Schedule]:
    """Yield the record's own dates, then those of its runs.

    A run's sessions are held against its own registration alone: what it takes from the course was
    written for another run as well, perhaps for one that is long over.
    """
    own = record.registration
    if isinstance(record, Project):
        yield Schedule(own, ("registration",), record.meetings, ("meetings",))
        return
    yield Schedule(own, ("registration",), record.sessions, ("sessions",), record.place)
    for number, run in enumerate(record.runs):
        at: Loc = ("runs", number)
        place = run.place or record.place
        yield Schedule(run.registration, (*at, "registration"), run.sessions, (*at, "sessions"), place)


def _registration(entry: Entry, schedule: Schedule, zone: str) -> Iterator[Problem]:
    registration, at = schedule.registration, schedule.registration_at
    if registration is None:
        return
    for name, when in (("opens", registration.opens), ("closes", registration.closes)):
        if when is not None:
            yield from _local_time(entry, when, (*at, name), zone)
    opens, closes = registration.opens, registration.closes
    if opens and closes and opens.earliest >= closes.earliest and opens.sort_key > closes.sort_key:
        params = {"opens": opens.iso, "closes": closes.iso}
        yield entry.problem((*at, "opens"), "course.opens-after-closes", **params)
    for number, deadline in enumerate(registration.deadlines):
        yield from _local_time(entry, deadline.when, (*at, "deadlines", number, "when"), zone)
    starts = _start(schedule.sessions)
    if closes and starts and closes.earliest > starts and not registration.late:
        params = {"closes": closes.iso, "starts": starts.isoformat()}
        yield entry.problem((*at, "closes"), "course.deadline-after-start", **params)


def _start(sessions: Sequence[Session]) -> date | None:
    """Return the last day on which the first session may begin: a coarse date may be its last day."""
    firsts = [_latest_start(each.when) for each in sessions if each.when and is_held(each)]
    return min(firsts, default=None)


def _latest_start(when: When) -> date:
    if when.latest is None:
        return when.earliest
    period = (when.latest - when.earliest).days >= SHORTEST_PERIOD
    return when.earliest if when.exact and not period else when.latest


def _sessions(entry: Entry, schedule: Schedule, zones: Sequence[str]) -> Iterator[Problem]:
    """Yield what is wrong with the dates of sessions; `zones` are those of their places."""
    sessions, at = schedule.sessions, schedule.sessions_at
    for number, (session, zone) in enumerate(zip(sessions, zones, strict=True)):
        if session.when is not None:
            loc = (*at, number, "when")
            yield from _local_time(entry, session.when, loc, zone)
            yield from _length(entry, session.when, loc)
        if session.closes:
            yield from _session_deadline(entry, session, session.closes, (*at, number, "closes"), zone)
        for earlier in range(number):
            if code := _clash(sessions[earlier], session):
                line = str(entry.tree.position_of((*at, earlier)).line)
                yield entry.problem((*at, number), code, line=line)
                break


def _session_deadline(entry: Entry, session: Session, closes: When, loc: Loc, zone: str) -> Iterator[Problem]:
    yield from _local_time(entry, closes, loc, zone)
    if session.when and closes.earliest > _latest_start(session.when):
        params = {"closes": closes.iso, "starts": session.when.earliest.isoformat()}
        yield entry.problem(loc, "course.deadline-after-start", **params)


def _local_time(entry: Entry, when: When, loc: Loc, zone: str) -> Iterator[Problem]:
    try:
        check_local_time(when, zone)
    except InvalidValueError as refused:
        yield entry.problem(loc, refused.code, **refused.params)


def _length(entry: Entry, when: When, loc: Loc) -> Iterator[Problem]:
    if when.latest is None or when.latest == when.earliest or not when.exact:
        return
    days = (when.latest - when.earliest).days + 1
    if days > LONGEST_SESSION:
        yield entry.problem(loc, "course.session-too-long", days=str(days), limit=str(LONGEST_SESSION))


def _clash(one: Session, other: Session) -> str | None:
    """Sessions in different places may run side by side, and so may optional ones."""
    if not one.when or not other.when or one.place != other.place:
        return None
    if one.when == other.when and one.title == other.title and one.kind == other.kind:
        return "course.session-twice"
    if one.choice and one.choice == other.choice:
        return None
    if one.optional or other.optional or not (is_held(one) and is_held(other)):
        return None
    return "course.sessions-overlap" if _overlap(one.when, other.when) else None


def _overlap(one: When, other: When) -> bool:
    if one.earliest != other.earliest or not (one.starts and one.ends and other.starts and other.ends):
        return False
    return one.starts < other.ends and other.starts < one.ends
