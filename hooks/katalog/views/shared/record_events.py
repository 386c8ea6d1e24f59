"""Everything that happens on a day: sessions, meetings and deadlines, for calendars of every kind."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import structs

from katalog.catalogue.runs import enrolment_of
from katalog.catalogue.state import session_state
from katalog.catalogue.state_table import ALLOWED, State
from katalog.schema.course_parts import Session
from katalog.schema.entries import Entry
from katalog.schema.records import Course, Project
from katalog.schema.registration import Registration
from katalog.views.memo import memoise_as_dependency
from katalog.views.reader import Link, Reader
from katalog.views.shared.course_kind import kind_words
from katalog.views.shared.deadline_events import deadline_events
from katalog.views.shared.event import EventStatus, EventView, Owner, by_date, run_title, uid_of
from katalog.views.shared.participants import participants_shown
from katalog.views.shared.programme import programme_lines
from katalog.views.shared.time_zones import time_zone_of, zone_of
from katalog.views.shared.venue import join_lines, venue_view
from katalog.when.model import When
from katalog.when.showing import show_hours

ORGANISER_FIELDS = ("organiser", "coordinator")
"""The fields that name the organiser of a course or project."""


@memoise_as_dependency
def record_events(reader: Reader, entry: Entry) -> tuple[EventView, ...]:
    """Return the dated events of one course or project, by date."""
    return by_date(_events(reader, entry))


def _events(reader: Reader, entry: Entry) -> Iterator[EventView]:
    localised = reader.localised(entry)
    record = localised.record
    topics = tuple(link.title for link in reader.topics(record.topics))
    owner = Owner(reader, entry, localised, reader.link(entry), topics, time_zone_of(reader, record))
    if isinstance(record, Course):
        for run in localised.runs:
            state = reader.state(run)
            told = structs.replace(owner, told=_told(reader, run.registration))
            yield from _sessions(told, run.sessions, run.id, state)
            yield from deadline_events(owner, run.registration, run.sessions, run.id, state)
    elif isinstance(record, Project):
        yield from _sessions(owner, record.meetings, "", "announced")
        state = reader.state(enrolment_of(record, reader.today))
        yield from deadline_events(owner, record.registration, record.meetings, "", state)


def _told(reader: Reader, registration: Registration | None) -> tuple[str, ...]:
    """Return what every session says of registration: that none is needed."""
    needed = registration is None or registration.required
    return () if needed else (reader.phrases("registration.none"),)


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
        details=(
            *_terms(reader, session),
            *programme_lines(reader, session),
            *join_lines(reader, place),
            *owner.told,
        ),
        note=session.note or "",
        status=status,
        status_label=reader.label("state", status or ("full" if full else "")),
        topics=owner.topics,
        zone=zone_of(reader, session, owner.zone),
        run=run_title(owner, run),
        revision=owner.reader.history.get(owner.entry.path),
        also_online=place.place and place.online,
    )


def _terms(reader: Reader, session: Session) -> Iterator[str]:
    """Yield what no field of an event says: breaks, hours that are about, whether there are places."""
    when = session.when
    if when and (when.pauses or when.about_start or when.about_end):
        yield show_hours(when, reader.phrases)
    if session.optional:
        yield reader.phrases("session.optional")
    if session.status == "full":
        yield reader.label("state", "full")
    if seats := participants_shown(reader, session.participants):
        yield seats


def _untitled(owner: Owner, run: str, number: str) -> str:
    """Return what a session without a title is called: by its number, as its record where it is alone."""
    record = owner.localised.record
    found = record.meetings if isinstance(record, Project) else ()
    if isinstance(record, Course):
        found = next(each.sessions for each in owner.localised.runs if each.id == run)
    return owner.link.title if len(found) == 1 else owner.reader.phrases("session.untitled", n=number)
