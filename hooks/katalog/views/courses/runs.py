"""The runs of a course: each with its own days, deadline, price and people."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from katalog.catalogue.state import AHEAD
from katalog.views.courses.next_run import next_run
from katalog.views.courses.run_badge import state_view
from katalog.views.shared.dates import span_shown
from katalog.views.shared.deadlines import end_of_day
from katalog.views.shared.people import people
from katalog.views.shared.prices import price_view
from katalog.views.shared.registration import registration_view
from katalog.views.shared.sessions import session_view

if TYPE_CHECKING:
    from katalog.catalogue.state import CourseRun
    from katalog.schema.entries import Entry
    from katalog.schema.record_parts import Participants
    from katalog.schema.records import Course
    from katalog.views.reader import Reader
    from katalog.views.shared.people import PersonView
    from katalog.views.shared.prices import PriceView
    from katalog.views.shared.registration import RegistrationView
    from katalog.views.shared.sessions import SessionView
    from katalog.views.shared.state_badge import StateView


class RunView(Struct, frozen=True):
    """One run of the course; `over_from` is the instant from which it is over (empty: not known)."""

    id: str
    anchor: str
    title: str
    span: str
    state: StateView
    sessions: tuple[SessionView, ...]
    registration: RegistrationView | None
    prices: tuple[PriceView, ...]
    participants: str
    minimum: str
    waiting_list: bool
    people: tuple[PersonView, ...]
    deadline_file: str
    over: bool
    over_from: str

    @property
    def joinable(self) -> bool:
        """Whether one may enrol on the reader's day."""
        return self.state.joinable


def run_views(reader: Reader, entry: Entry, course: Course, first_state: StateView) -> tuple[RunView, ...]:
    """Return the runs: the one a reader wants first, those ahead by their start, the past newest first.

    `first_state` is the first one's, which the course's card has too.
    """
    runs = reader.localised(entry).runs
    if len(runs) == 1:
        return (_run(reader, entry, course, runs[0], first_state),)
    first = next_run(reader, runs)
    others = [run for run in runs if run.id != first.id]
    ahead = [run for run in others if run.state(reader.today) in AHEAD]
    past = [run for run in others if run not in ahead]
    ordered = [
        *sorted(ahead, key=lambda run: run.start or date.max),
        *sorted(past, key=lambda run: run.start or date.min, reverse=True),
    ]
    rest = (_run(reader, entry, course, run, state_view(reader, run)) for run in ordered)
    return (_run(reader, entry, course, first, first_state), *rest)


def _run(reader: Reader, entry: Entry, course: Course, run: CourseRun, state: StateView) -> RunView:
    own = next((each for each in course.runs if each.id == run.id), None)
    registration = registration_view(reader, run.registration)
    closes = registration.closes if registration else None
    return RunView(
        id=run.id,
        anchor=f"k-{run.id}" if run.id else "",
        title=run.title or "",
        span=span_shown(reader, [session.when for session in run.sessions if session.when]),
        state=state,
        sessions=_sessions(reader, entry, run),
        registration=registration,
        prices=tuple(price_view(reader, price) for price in (own and own.price) or course.price),
        participants=_participants(reader, run.participants),
        minimum=_minimum(reader, run.participants),
        waiting_list=bool(run.participants and run.participants.waiting_list and state.joinable),
        people=people(reader, (own and own.contacts) or course.contacts),
        deadline_file=reader.addresses.deadline_feed(entry, run.id) if closes and not closes.past else "",
        over=state.key == "finished",
        over_from=end_of_day(reader, run.end)
        if run.end and run.status not in {"cancelled", "postponed"}
        else "",
    )


def _sessions(reader: Reader, entry: Entry, run: CourseRun) -> tuple[SessionView, ...]:
    prefix = f"k-{run.id}-" if run.id else "k-"

    def of(number: int) -> SessionView:
        file = reader.addresses.session_feed(entry, f"{prefix}{number}")
        return session_view(reader, run.sessions[number - 1], number, prefix, file)

    return tuple(of(number) for number in range(1, len(run.sessions) + 1))


def _participants(reader: Reader, wanted: Participants | None) -> str:
    if wanted is None or not wanted.max:
        return ""
    if wanted.min:
        return reader.phrases("participants.between", min=wanted.min, max=wanted.max)
    return reader.phrases.count("participants.at-most", wanted.max)


def _minimum(reader: Reader, wanted: Participants | None) -> str:
    return reader.phrases.count("participants.runs-from", wanted.min) if wanted and wanted.min else ""
