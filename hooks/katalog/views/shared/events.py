"""Everything that happens on a day: sessions, meetings and deadlines, for calendars of every kind."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Protocol, TypeVar

from msgspec import Struct, structs

from katalog.catalogue.runs import enrolment_of
from katalog.catalogue.state import session_state
from katalog.catalogue.state_table import ALLOWED, State
from katalog.schema.records import Course, Project
from katalog.views.memo import extract, memoise
from katalog.views.reader import Link
from katalog.views.shared.course_kind import kind_words
from katalog.views.shared.deadline_events import deadline_events
from katalog.views.shared.event import EventKind, EventStatus, EventView, Owner, run_title, uid_of
from katalog.views.shared.programme import programme_lines
from katalog.views.shared.time_zones import time_zone_of, zone_at
from katalog.views.shared.venue import join_lines, venue_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from katalog.schema.course_parts import Session
    from katalog.schema.entries import Entry
    from katalog.schema.registration import Registration
    from katalog.views.reader import Reader
    from katalog.when import When


class Dated(Protocol):
    """What has a date, and a name that tells it from others of the same one."""

    @property
    def uid(self) -> str: ...
    @property
    def when(self) -> When: ...


D = TypeVar("D", bound=Dated)


class EventDate(Struct, frozen=True):
    """When an event is, without its words; `number` is its place among those of its record."""

    record: str
    number: int
    uid: str
    kind: EventKind
    when: When

    @property
    def named_deadline(self) -> bool:
        """Whether it is a further deadline, such as that of proposals."""
        return is_named_deadline(self.kind, self.uid)


def is_named_deadline(kind: EventKind, uid: str) -> bool:
    """Return whether an event is a further deadline, such as that of proposals."""
    return kind == "deadline" and not uid.endswith("deadline")


ORGANISER_FIELDS = ("organiser", "coordinator")
"""The fields that name the organiser of a course or project."""


@memoise
def own_events(reader: Reader, entry: Entry) -> tuple[EventView, ...]:
    """Return the dated events of one course or project, by date."""
    return _by_date(_events(reader, entry))


def _by_date(events: Iterable[D]) -> tuple[D, ...]:
    return tuple(sorted(events, key=lambda event: (event.when.sort_key, event.uid)))


@extract
def event_dates(reader: Reader, entry: Entry) -> tuple[EventDate, ...]:
    """Return when the events of a course or project are."""
    return tuple(
        EventDate(entry.id, number, event.uid, event.kind, event.when)
        for number, event in enumerate(own_events(reader, entry))
    )


@memoise
def all_dates(reader: Reader) -> tuple[EventDate, ...]:
    """Return when the events of every course and project are, in order."""
    found = {date.uid: date for entry in _entries(reader) for date in event_dates(reader, entry)}
    return _by_date(found.values())


def events_of(reader: Reader, dates: Iterable[EventDate]) -> list[EventView]:
    """Return the events of some dates, each on its own."""
    return [_event_of(reader, date) for date in dates]


def _event_of(reader: Reader, date: EventDate) -> EventView:
    event = own_events(reader, reader.entry(date.record))[date.number]
    return event if event.when == date.when else structs.replace(event, when=date.when)


def unique_by_date(reader: Reader, events: Iterable[EventView]) -> tuple[EventView, ...]:
    """Return events by date, each once; dates are compared only once, for all events and languages."""
    positions = _positions(reader)
    unique = {positions[event.uid]: event for event in events}
    return tuple([unique[place] for place in sorted(unique)])


@memoise
def _positions(reader: Reader) -> dict[str, int]:
    """Return the place of every event in the order of all, by its uid."""
    return {date.uid: place for place, date in enumerate(all_dates(reader))}


def _events(reader: Reader, entry: Entry) -> Iterator[EventView]:
    localised = reader.localised(entry)
    record = localised.record
    topics = tuple(link.title for link in reader.topics(record.topics))
    owner = Owner(reader, entry, localised, reader.link(entry), topics, time_zone_of(reader, record))
    if isinstance(record, Course):
        for run in localised.runs:
            state = run.state(reader.today, reader.settings.closing_soon_days)
            told = structs.replace(owner, told=_told(reader, run.registration))
            yield from _sessions(told, run.sessions, run.id, state)
            yield from deadline_events(owner, run.registration, run.sessions, run.id, state)
    elif isinstance(record, Project):
        yield from _sessions(owner, record.meetings, "", "announced")
        state = enrolment_of(record, reader.today).state(reader.today, reader.settings.closing_soon_days)
        yield from deadline_events(owner, record.registration, record.meetings, "", state)


def _told(reader: Reader, registration: Registration | None) -> tuple[str, ...]:
    """Return what every session says of registration: that none is needed."""
    needed = registration is None or registration.required
    return () if needed else (reader.phrases("registration.none"),)


def each_day(events: Iterable[D]) -> list[D]:
    """Return events with those that come again once for each of their days, by date."""
    single = (
        structs.replace(event, when=when) if event.when.recurrence else event  # type: ignore[type-var]
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


def _sessions(owner: Owner, sessions: Sequence[Session], run: str, whole: State) -> Iterator[EventView]:
    for number, name in enumerate(session_names(sessions), start=1):
        session = sessions[number - 1]
        if session.when:
            yield _session(owner, session, session.when, (run, name, f"{number}"), whole)


def _session(
    owner: Owner, session: Session, when: When, names: tuple[str, str, str], whole: State
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
        record=owner.entry.id,
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
        details=(*programme_lines(reader, session), *join_lines(reader, place), *owner.told),
        note=session.note or "",
        status=status,
        status_label=reader.label("state", status or ("full" if full else "")),
        topics=owner.topics,
        zone=zone_at(reader, session.place, owner.zone),
        run=run_title(owner, run),
        revision=owner.reader.history.get(owner.entry.path),
    )


def _untitled(owner: Owner, run: str, number: str) -> str:
    """Return what a session without a title is called: by its number, as its record where it is alone."""
    record = owner.localised.record
    found = record.meetings if isinstance(record, Project) else ()
    if isinstance(record, Course):
        found = next(each.sessions for each in owner.localised.runs if each.id == run)
    return owner.link.title if len(found) == 1 else owner.reader.phrases("session.untitled", n=number)


@memoise
def all_events(reader: Reader) -> tuple[EventView, ...]:
    """Return the events of every course and project, in order."""
    return unique_by_date(reader, (e for entry in _entries(reader) for e in own_events(reader, entry)))


@memoise
def dates_by_year(reader: Reader) -> Mapping[int, tuple[EventDate, ...]]:
    """Return when the events are whose days are known, by the year they begin in, the newest year first."""
    found: defaultdict[int, list[EventDate]] = defaultdict(list)
    for date in all_dates(reader):
        if date.when.exact:
            found[date.when.earliest.year].append(date)
    return {year: tuple(found[year]) for year in sorted(found, reverse=True)}


@memoise
def event_years(reader: Reader) -> tuple[int, ...]:
    """Return the years in which events begin whose days are known, the newest first."""
    return tuple(dates_by_year(reader))


@extract
def dates_of_year(reader: Reader, year: int) -> tuple[EventDate, ...]:
    """Return when the events of a year are whose days are known."""
    return dates_by_year(reader).get(year, ())


def events_of_year(reader: Reader, year: int) -> tuple[EventView, ...]:
    """Return the events of a year whose days are known."""
    return tuple(events_of(reader, dates_of_year(reader, year)))


def _entries(reader: Reader) -> Iterator[Entry]:
    for name in ("courses", "projects"):
        yield from reader.catalogue.by_collection.get(name, ())
