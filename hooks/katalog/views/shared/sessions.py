"""Sessions of a course and meetings of a project, as their pages list them."""

from collections.abc import Iterable

from msgspec import Struct

from katalog.catalogue.state import has_room, is_held, session_state
from katalog.catalogue.state_table import ALLOWED, State
from katalog.schema.course_parts import Session
from katalog.schema.entries import Entry
from katalog.schema.record_parts import Online
from katalog.views.reader import Link, Reader
from katalog.views.shared.attachments import DocumentView, documents
from katalog.views.shared.dates import WhenView, when_view
from katalog.views.shared.deadlines import DeadlineView, deadline_view
from katalog.views.shared.participants import minimum_shown, participants_shown
from katalog.views.shared.programme import RowView, SpeakerView, programme_view, speaker_views
from katalog.views.shared.time_zones import hours_shown, zone_of
from katalog.views.shared.venue import JoinView, venue_view
from katalog.views.shared.visible_periods import VisiblePeriod, until_day_after


class SessionView(Struct, frozen=True):
    """One meeting; `anchor` is the id of its place on the page.

    `when` is `None` where a cancelled one has no date; `add` says when its `calendar` is offered.
    It is `online` as well as at its place, or at either; `join` says how, where the whole does not, and
    `join_shown` when.
    `others` are the sessions that it excludes, `seats` in words how many may take part.
    """

    anchor: str
    when: WhenView | None
    hours: str
    exact: bool
    title: str
    kind: str
    place: str
    place_link: Link | None
    place_address: str
    online: bool
    join: JoinView | None
    join_shown: VisiblePeriod | None
    agenda: tuple[str, ...]
    note: str
    optional: bool
    speakers: tuple[SpeakerView, ...]
    programme: tuple[RowView, ...]
    choice: str
    others: tuple[Link, ...]
    seats: str
    waiting_list: bool
    full: bool
    closes: DeadlineView | None
    documents: tuple[DocumentView, ...]
    status: str
    past: bool
    calendar: str
    add: VisiblePeriod | None


class SessionParent(Struct, frozen=True):
    """The run or project a session belongs to: its state, and when its dates are `offered` to calendars.

    `only` names a session that has no name of its own and is the only one; `sessions` are all of them,
    `entry` is the record.
    `zone` is the organiser's; how one joins `online` is said of the parent, and not again of each;
    `anytime` is what a session says that is open all year, where that has limits.
    """

    entry: Entry
    sessions: tuple[Session, ...]
    zone: str
    state: State = "announced"
    offered: VisiblePeriod | None = None
    only: str = ""
    online: Online | None = None
    anytime: str = ""


def session_view(
    reader: Reader, session: Session, number: int, prefix: str, parent: SessionParent, calendar: str = ""
) -> SessionView:
    """Return a session; `prefix` makes its anchor unique, `calendar` is the address of its feed."""
    place = venue_view(reader, session)
    when = session.when
    past = bool(when and when.latest and when.latest < reader.today)
    exact = bool(when and when.exact)
    own = session_state(session, parent.state, reader.today)
    stopped = not ALLOWED[own].held
    unoffered = stopped or session.status == "full" or not exact
    add = None if unoffered or not when else until_day_after(reader, parent.offered, when.latest)
    seats = session.participants
    title, kind = _title(reader, session, number, parent), reader.label("session.kind", session.kind)
    return SessionView(
        anchor=f"{prefix}{number}",
        when=_when(reader, session, own, parent.anytime),
        hours=hours_shown(reader, when, zone_of(reader, session, parent.zone)),
        exact=exact,
        title=title,
        kind=kind if kind.casefold() != title.casefold() else "",
        place="" if place.link else place.title,
        place_link=place.link,
        place_address=place.address,
        online=place.place and place.online,
        join=None if stopped or session.online is parent.online else place.join,
        join_shown=until_day_after(reader, VisiblePeriod(), when.latest if when else None),
        agenda=session.agenda,
        note=session.note or "",
        optional=session.optional,
        speakers=speaker_views(reader, session.speakers),
        programme=programme_view(reader, session.programme),
        choice=session.choice or "",
        others=_others(reader, session, parent, prefix),
        seats=participants_shown(reader, seats) or minimum_shown(reader, seats),
        waiting_list=bool(seats and seats.waiting_list),
        full=session.status == "full",
        documents=documents(reader, parent.entry, session.documents),
        closes=None
        if stopped or not has_room(session)
        else deadline_view(reader, session.closes, parent.zone, weekday=True),
        status=_status(reader, session) if session.status != "postponed" or not when else "",
        past=past,
        calendar=calendar if add else "",
        add=add,
    )


def _when(reader: Reader, session: Session, state: State, anytime: str) -> WhenView | None:
    """Return the date of a session, which is the former one of what is postponed."""
    if session.availability and not session.when:
        is_anytime = anytime and session.availability == "all-year"
        return WhenView(anytime if is_anytime else reader.label("when", session.availability), "")
    if not session.when:
        return when_view(reader, None) if ALLOWED[state].held else None
    shown = when_view(reader, session.when, weekday=True)
    if ALLOWED[state].dates:
        return shown
    return WhenView(reader.phrases("when.postponed-from", when=shown.shown), shown.datetime)


def _title(reader: Reader, session: Session, number: int, parent: SessionParent) -> str:
    kind = reader.label("session.kind", session.kind)
    return session.title or kind or parent.only or reader.phrases("session.untitled", n=number)


def _others(reader: Reader, session: Session, parent: SessionParent, prefix: str) -> tuple[Link, ...]:
    """Return the sessions that a session excludes; nothing that is called off does, or is excluded."""
    if not session.choice or not is_held(session):
        return ()
    return tuple(
        Link(_title(reader, each, number, parent), f"#{prefix}{number}")
        for number, each in enumerate(parent.sessions, start=1)
        if each.choice == session.choice and each is not session and is_held(each)
    )


def _status(reader: Reader, session: Session) -> str:
    """Return the name of a session's own state."""
    waiting = session.status == "full" and session.participants and session.participants.waiting_list
    return reader.label("state", "waiting-list" if waiting else session.status)


def session_count(sessions: Iterable[Session]) -> int:
    """Return how many times one takes part: on each day that recurs, in one of those to choose from."""
    times = {each.choice or position: _times(each) for position, each in enumerate(sessions)}
    return sum(times.values())


def _times(session: Session) -> int:
    recurrence = session.when.recurrence if session.when else None
    return len(recurrence.days) if recurrence else 1
