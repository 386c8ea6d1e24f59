"""Everything that happens on a day: sessions, meetings and deadlines, for calendars of every kind.

An event's `uid` names it for good.  It is made of the record's id, the run's id and the kind of
session with its number among those of that kind: it outlives a new title, a new date, a new place in
the file and sessions of other kinds added before it (docs/decisions/0010).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct, structs

from katalog.catalogue.runs import enrolment_of
from katalog.catalogue.state import session_state
from katalog.catalogue.state_table import ALLOWED, State
from katalog.schema.records import Course, Project
from katalog.views.memo import memoise
from katalog.views.reader import Link
from katalog.views.shared.course_kind import kind_words
from katalog.views.shared.programme import programme_lines
from katalog.views.shared.time_zones import time_zone_of, zone_at
from katalog.views.shared.venue import join_lines, venue_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from katalog.catalogue.catalogue import LocalisedRecord
    from katalog.schema.course_parts import Registration, Session
    from katalog.schema.entries import Entry
    from katalog.views.reader import Reader
    from katalog.when import When

EventKind = Literal["course", "meeting", "deadline"]
EventStatus = Literal["", "cancelled", "postponed"]
ORGANISER_FIELDS = ("organiser", "coordinator")
"""The fields that name the organiser of a course or project."""


class EventView(Struct, frozen=True):
    """One session, meeting or deadline.

    `details` are lines of plain text: who speaks, the programme, how to join online.
    `link` has its record's title and leads to its place on the record's page, `file` is the calendar that
    holds only it (empty: there is none), `run` the title of its run,
    `place_id` the record of its place, `join` the address to join it online at, `zone` the IANA time zone of
    the place, else the organiser's.
    """

    uid: str
    kind: EventKind
    when: When
    title: str
    link: Link
    file: str
    label: str
    place: str
    place_id: str
    agenda: tuple[str, ...]
    join: str
    details: tuple[str, ...]
    note: str
    status: EventStatus
    status_label: str
    topics: tuple[str, ...]
    zone: str
    run: str = ""


class _Owner(Struct, frozen=True):
    """What all events of a record share."""

    reader: Reader
    entry: Entry
    localised: LocalisedRecord
    link: Link
    topics: tuple[str, ...]
    zone: str


@memoise
def own_events(reader: Reader, entry: Entry) -> tuple[EventView, ...]:
    """Return the dated events of one course or project, by date."""
    return _by_date(_events(reader, entry))


def _by_date(events: Iterable[EventView]) -> tuple[EventView, ...]:
    return tuple(sorted(events, key=lambda event: (event.when.sort_key, event.uid)))


def unique_by_date(reader: Reader, events: Iterable[EventView]) -> tuple[EventView, ...]:
    """Return events by date, each once; dates are compared only once, for all events and languages."""
    positions = _positions(reader)
    unique = {positions[event.uid]: event for event in events}
    return tuple([unique[place] for place in sorted(unique)])


@memoise
def _positions(reader: Reader) -> dict[str, int]:
    """Return the place of every event in the order of all, by its uid."""
    return {event.uid: place for place, event in enumerate(_by_date(_every(reader)))}


def _events(reader: Reader, entry: Entry) -> Iterator[EventView]:
    localised = reader.localised(entry)
    record = localised.record
    topics = tuple(link.title for link in reader.topics(record.topics))
    owner = _Owner(reader, entry, localised, reader.link(entry), topics, time_zone_of(reader, record))
    if isinstance(record, Course):
        for run in localised.runs:
            state = run.state(reader.today, reader.settings.closing_soon_days)
            yield from _sessions(owner, run.sessions, run.id, state)
            yield from _deadline(owner, run.registration, run.id, state)
    elif isinstance(record, Project):
        yield from _sessions(owner, record.meetings, "", "announced")
        state = enrolment_of(record, reader.today).state(reader.today, reader.settings.closing_soon_days)
        yield from _deadline(owner, record.registration, "", state)


def each_day(events: Iterable[EventView]) -> list[EventView]:
    """Return events with those that come again once for each of their days, by date."""
    single = (
        structs.replace(event, when=when) if event.when.recurrence else event
        for event in events
        for when in event.when.occurrences
    )
    return sorted(single, key=lambda event: (event.when.sort_key, event.uid))


def session_names(sessions: Iterable[Session]) -> list[str]:
    """Return what names each session among a run's: its kind and its number among those of that kind."""
    met: dict[str, int] = {}
    names = []
    for session in sessions:
        kind = session.kind or "session"
        met[kind] = met.get(kind, 0) + 1
        names.append(f"{kind}-{met[kind]}")
    return names


def uid_of(entry: Entry, run: str, name: str) -> str:
    """Return the lasting name of a run's session or deadline; ids hold no full stop."""
    return f"{entry.id}.{run}.{name}" if run else f"{entry.id}.{name}"


def _sessions(owner: _Owner, sessions: Sequence[Session], run: str, whole: State) -> Iterator[EventView]:
    for number, name in enumerate(session_names(sessions), start=1):
        session = sessions[number - 1]
        if session.when:
            yield _session(owner, session, session.when, (run, name, f"{number}"), whole)


def _session(
    owner: _Owner, session: Session, when: When, names: tuple[str, str, str], whole: State
) -> EventView:
    reader, place = owner.reader, venue_view(owner.reader, session)
    run, name, number = names
    course = owner.entry.collection == "courses"
    anchor = f"k-{run}-{number}" if run else f"k-{number}"
    label = reader.label("session.kind", session.kind)
    own = session_state(session, whole, reader.today)
    status: EventStatus = "" if ALLOWED[own].held else own  # type: ignore[assignment]
    full = session.status == "full"
    offered = course and when.exact and not status and not full
    words = kind_words(reader, owner.entry.record.kind) if isinstance(owner.entry.record, Course) else None
    return EventView(
        uid=uid_of(owner.entry, run, name),
        kind="course" if course else "meeting",
        when=when,
        title=session.title or label or _untitled(owner, run, number),
        link=Link(owner.link.title, f"{owner.link.address}#{anchor}"),
        file=reader.addresses.session_feed(owner.entry, anchor) if offered else "",
        label=label or (words.session if words else reader.phrases("event.meeting")),
        place=place.whole,
        place_id=place.id,
        agenda=session.agenda,
        join=place.join.online_link.address if place.join and place.join.online_link else "",
        details=(*programme_lines(reader, session), *join_lines(reader, place)),
        note=session.note or "",
        status=status,
        status_label=reader.label("state", status or ("full" if full else "")),
        topics=owner.topics,
        zone=zone_at(reader, session.place, owner.zone),
        run=_run_title(owner, run),
    )


def _run_title(owner: _Owner, run: str) -> str:
    return next((each.title or "" for each in owner.localised.runs if each.id == run), "") if run else ""


def _untitled(owner: _Owner, run: str, number: str) -> str:
    """Return what a session without a title is called: by its number, as its record where it is alone."""
    record = owner.localised.record
    found = record.meetings if isinstance(record, Project) else ()
    if isinstance(record, Course):
        found = next(each.sessions for each in owner.localised.runs if each.id == run)
    return owner.link.title if len(found) == 1 else owner.reader.phrases("session.untitled", n=number)


def _deadline(
    owner: _Owner, registration: Registration | None, run: str, state: State
) -> Iterator[EventView]:
    """Yield the deadline of what still has one: not of what is full, cancelled or postponed."""
    if registration is None or registration.closes is None or not ALLOWED[state].deadline:
        return
    reader = owner.reader
    course = owner.entry.collection == "courses"
    title = reader.phrases("event.deadline")
    yield EventView(
        uid=uid_of(owner.entry, run, "deadline"),
        kind="deadline",
        when=registration.closes,
        title=title,
        link=owner.link,
        file=reader.addresses.deadline_feed(owner.entry, run) if course else "",
        label=title,
        place="",
        place_id="",
        agenda=(),
        join="",
        details=(),
        note="",
        status="",
        status_label="",
        topics=owner.topics,
        zone=owner.zone,
        run=_run_title(owner, run),
    )


@memoise
def all_events(reader: Reader) -> tuple[EventView, ...]:
    """Return the events of every course and project, in order."""
    return unique_by_date(reader, _every(reader))


def _every(reader: Reader) -> Iterator[EventView]:
    for name in ("courses", "projects"):
        for entry in reader.catalogue.by_collection.get(name, ()):
            yield from own_events(reader, entry)
