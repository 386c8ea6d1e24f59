"""Deadlines as events: that of registration, further ones with names, those of single sessions."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from katalog.catalogue.state import has_room
from katalog.catalogue.state_table import ALLOWED, State
from katalog.schema.course_parts import Session
from katalog.schema.registration import Registration
from katalog.views.shared.event import EventView, Owner, run_title, uid_of
from katalog.when.model import When


def deadline_events(
    owner: Owner, registration: Registration | None, sessions: Sequence[Session], run: str, state: State
) -> Iterator[EventView]:
    """Yield the deadlines of a run or project; none of what is cancelled or postponed.

    Registration has one unless it is full.
    """
    if not ALLOWED[state].held:
        return
    if registration and registration.closes and ALLOWED[state].deadline:
        yield _of_registration(owner, registration.closes, run)
    for number, each in enumerate(registration.deadlines if registration else (), start=1):
        yield replace(
            _deadline(owner, run, f"deadline-{number}", each.when, each.title), note=each.note or ""
        )
    for number, session in enumerate(sessions, start=1):
        if session.closes and has_room(session):
            title = _title(owner, session)
            yield _deadline(owner, run, f"session-deadline-{number}", session.closes, title)


def _title(owner: Owner, session: Session) -> str:
    name = owner.reader.phrases("event.deadline")
    return f"{name}: {session.title}" if session.title else name


def _of_registration(owner: Owner, closes: When, run: str) -> EventView:
    course = owner.entry.collection == "courses"
    file = owner.reader.addresses.deadline_feed(owner.entry, run) if course else ""
    title = owner.reader.phrases("event.deadline")
    return replace(_deadline(owner, run, "deadline", closes, title), file=file)


def _deadline(owner: Owner, run: str, name: str, when: When, title: str) -> EventView:
    return EventView(
        uid=uid_of(owner.entry, run, name),
        record=owner.entry.id,
        kind="deadline",
        when=when,
        title=title,
        link=owner.link,
        file="",
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
        run=run_title(owner, run),
        revision=owner.reader.history.get(owner.entry.path),
    )
