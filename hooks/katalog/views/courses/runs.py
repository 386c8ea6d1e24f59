"""The runs of a course: each with its own days, deadline, price and people."""

from datetime import date
from typing import cast

from msgspec import Struct

from katalog.catalogue.state import CourseRun
from katalog.catalogue.state_table import ALLOWED, Allowed, is_ahead
from katalog.schema.entries import Entry
from katalog.schema.records import Course
from katalog.views.courses.next_run import next_run
from katalog.views.courses.run_badge import state_view
from katalog.views.courses.when_and_where import in_place_of_dates, places_shown, run_span
from katalog.views.reader import Reader
from katalog.views.shared.course_kind import about_kind, kind_words
from katalog.views.shared.deadlines import end_of_day
from katalog.views.shared.participants import minimum_shown, participants_shown
from katalog.views.shared.people import PersonView, people
from katalog.views.shared.prices import PriceView, price_views
from katalog.views.shared.registration import RegistrationView, enrol_at, none_needed, registration_view
from katalog.views.shared.sessions import SessionParent, SessionView, session_count, session_view
from katalog.views.shared.state_badge import StateView
from katalog.views.shared.time_zones import time_zone_of
from katalog.views.shared.venue import NO_VENUE, VenueView, venue_view
from katalog.views.shared.visible_periods import VisiblePeriod, shown_while


class RunView(Struct, frozen=True):
    """One run of the course; `over_from` is the instant from which it is over (empty: not known).

    `standing` says what it is beside its dates: open all year, or on request.
    `enrol_at` is where one enrols: a form, or an address to write to or to call.
    `enrol`, `note_shown`, `button`, `full`, `opens`, `deadline`, `closed`, `calendar`, `join_shown` say when
    these are shown: how to enrol, the words about it, the button, that there is no room, from when, until
    when, that this has passed, what to add to a calendar, how to join online; `session_count` is how many
    sessions count.
    """

    id: str
    anchor: str
    title: str
    span: str
    places: tuple[str, ...]
    standing: str
    state: StateView
    sessions: tuple[SessionView, ...]
    session_count: int
    registration: RegistrationView | None
    enrol: VisiblePeriod | None
    note_shown: VisiblePeriod | None
    enrol_at: str
    button: VisiblePeriod | None
    full: VisiblePeriod | None
    opens: VisiblePeriod | None
    deadline: VisiblePeriod | None
    closed: VisiblePeriod | None
    none_needed: VisiblePeriod | None
    calendar: VisiblePeriod | None
    prices: tuple[PriceView, ...]
    participants: str
    minimum: str
    waiting_list: bool
    venue: VenueView
    join_shown: VisiblePeriod | None
    people: tuple[PersonView, ...]
    deadline_file: str
    over: bool
    over_from: str

    @property
    def allowed(self) -> Allowed:
        """What may be shown of it on the reader's day."""
        return ALLOWED[self.state.key]

    @property
    def how(self) -> bool:
        """Whether there is anything to say about enrolling."""
        found = self.registration
        reachable = found and (found.via or found.person)
        stopped = self.anchor and not self.allowed.held
        told = (self.closed and not self.closed.since) or self.opens or stopped or self.full
        terms = found and found.told
        return bool((self.enrol and (reachable or self.waiting_list)) or told or terms)


def run_views(reader: Reader, entry: Entry, course: Course) -> tuple[RunView, ...]:
    """Return the runs: the one a reader wants first, those ahead by their start, the past newest first."""
    runs = reader.localised(entry).runs
    if len(runs) == 1:
        return (_run(reader, entry, course, runs[0]),)
    first = next_run(reader, runs)
    others = [run for run in runs if run.id != first.id]
    ahead = [run for run in others if is_ahead(reader.state(run))]
    past = [run for run in others if run not in ahead]
    ordered = [
        *sorted(ahead, key=lambda run: run.start or date.max),
        *sorted(past, key=lambda run: run.start or date.min, reverse=True),
    ]
    return tuple(_run(reader, entry, course, run) for run in (first, *ordered))


def stopped_text(reader: Reader, course: Course, runs: tuple[RunView, ...]) -> str:
    """Return the sentence about a course whose only run is cancelled or postponed; empty for others."""
    state = runs[0].state.key
    if len(runs) > 1 or ALLOWED[state].held:
        return ""
    return about_kind(reader, course.kind, f"course.{state}")


def _run(reader: Reader, entry: Entry, course: Course, run: CourseRun) -> RunView:
    own = next((each for each in course.runs if each.id == run.id), None)
    registration = registration_view(reader, run)
    state = state_view(reader, [run])
    allowed, closes = ALLOWED[state.key], run.registration and run.registration.closes
    required = bool(run.registration and run.registration.required)
    enrol = shown_while(reader, run, lambda allowed: allowed.enrol) if required else None
    calendar = shown_while(reader, run, lambda allowed: allowed.calendar)
    deadline = shown_while(reader, run, lambda allowed: allowed.deadline == "ahead") if closes else None
    return RunView(
        id=run.id,
        anchor=f"k-{run.id}" if run.id else "",
        title=run.title or "",
        span=_span(reader, entry, run, allowed),
        places=places_shown(reader, (run, *(run.sessions_held or run.sessions))).all,
        standing=in_place_of_dates(reader, run) if run.whens else "",
        state=state,
        sessions=_sessions(reader, entry, run, calendar),
        session_count=session_count(run.sessions_held),
        registration=registration,
        enrol=enrol,
        note_shown=shown_while(reader, run, lambda allowed: allowed.note),
        enrol_at=enrol_at(registration),
        button=shown_while(reader, run, _offers) if required else None,
        full=shown_while(reader, run, _is_full) if run.id else None,
        opens=shown_while(reader, run, lambda allowed: allowed.opening),
        deadline=deadline,
        closed=shown_while(reader, run, lambda allowed: allowed.deadline == "past") if required else None,
        none_needed=none_needed(reader, run),
        calendar=calendar if any(when.exact for when in run.whens) else None,
        prices=price_views(reader, (own and own.price) or course.price),
        participants=_participants(reader, run, state),
        minimum=minimum_shown(reader, run.participants),
        waiting_list=bool(run.participants and run.participants.waiting_list) and state.key != "on-request",
        venue=venue_view(reader, run) if allowed.held else NO_VENUE,
        join_shown=shown_while(reader, run, lambda allowed: allowed.heading != "past"),
        people=people(reader, (own and own.contacts) or course.contacts),
        deadline_file=reader.addresses.deadline_feed(entry, run.id) if deadline else "",
        over=state.key == "finished",
        over_from=end_of_day(reader, run.end) if run.end and run.over_at and allowed.held else "",
    )


def _participants(reader: Reader, run: CourseRun, state: StateView) -> str:
    """Return how many may take part, and of what has begun that no more can."""
    taken = run.status == "full" and state.key == "running"
    left = reader.phrases("participants.none-left") if taken else ""
    return "; ".join(filter(None, (participants_shown(reader, run.participants), left)))


def _offers(allowed: Allowed) -> bool:
    """Return whether there is something to join or to order."""
    return allowed.heading in {"joinable", "on-request"}


def _is_full(allowed: Allowed) -> bool:
    return allowed.offer == "SoldOut" and not allowed.enrol


def _span(reader: Reader, entry: Entry, run: CourseRun, allowed: Allowed) -> str:
    """Return from when to when a run is held, or what stands in the place of dates."""
    if not allowed.dates:
        return reader.phrases("when.new-date")
    return run_span(reader, entry, run, run.whens)


def _sessions(
    reader: Reader, entry: Entry, run: CourseRun, calendar: VisiblePeriod | None
) -> tuple[SessionView, ...]:
    prefix = f"k-{run.id}-" if run.id else "k-"
    sessions, zone = run.sessions, time_zone_of(reader, entry.record)
    only = kind_words(reader, cast("Course", entry.record).kind).name if len(sessions) == 1 else ""
    state = reader.state(run)
    anytime = in_place_of_dates(reader, run) if run.in_place_of_dates == "all-year" else ""
    parent = SessionParent(entry, sessions, zone, state, calendar, only, run.online, anytime)

    def of(number: int) -> SessionView:
        file = reader.addresses.session_feed(entry, f"{prefix}{number}")
        return session_view(reader, sessions[number - 1], number, prefix, parent, file)

    return tuple(of(number) for number in range(1, len(sessions) + 1))
