"""A course's state follows from its dates, its status and the day."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from katalog.catalogue.state import CourseRun
from katalog.schema.course_parts import Participants, Session
from katalog.schema.reading import reader_of
from katalog.schema.registration import Registration
from katalog.when.today import beginning_of

TODAY = date(2026, 11, 22)
SOON = 14
"""Days before a deadline from which registration closes soon."""


def holding(
    *whens: str, opens: str = "", closes: str = "", status: Any = None, waiting_list: bool = False
) -> CourseRun:
    participants = Participants(waiting_list=waiting_list)
    registration = None
    if opens or closes:
        written = {key: value for key, value in (("opens", opens), ("closes", closes)) if value}
        registration = reader_of(Registration)(written, "da")
    return CourseRun("", None, _sessions(whens), registration, participants, status)


def _sessions(whens: tuple[str, ...]) -> tuple[Session, ...]:
    return tuple(reader_of(Session)({"when": when}, "da") for when in whens)


@pytest.mark.parametrize(
    ("made", "state"),
    [
        (holding("2027-03-01", closes="2027-02-01"), "open"),
        (holding("2027-03-01", closes="2026-12-06"), "closing-soon"),
        (holding("2027-03-01", closes="2026-11-22"), "closing-soon"),
        (holding("2027-03-01", closes="2026-11-21"), "closed"),
        (holding("2027-03-01", opens="2026-12-01", closes="2027-02-01"), "not-yet-open"),
        (holding("2027-03-01"), "announced"),
        (holding("2026-11-20", "2026-12-01"), "running"),
        (holding("2026-11-22"), "running"),
        (holding("2026-11-22", closes="2026-11-22 09:00"), "closing-soon"),
        (holding("2026-11-01/2026-12-31", closes="2026-12-20"), "open"),
        (holding("2027-03-01", status="full", closes="2026-11-21", waiting_list=True), "full"),
        (holding("2026-11-21"), "finished"),
        (holding("2027-03-01", status="cancelled"), "cancelled"),
        (holding("2026-01-01", status="postponed"), "postponed"),
        (holding("2027-03-01", status="full", closes="2027-02-01"), "full"),
        (holding("2027-03-01", status="full", closes="2027-02-01", waiting_list=True), "waiting-list"),
        (holding(), "undated"),
        (holding("2018-Q4/.."), "running"),
    ],
)
def test_state(made: CourseRun, state: str) -> None:
    assert made.state(TODAY, SOON) == state


DAYS = st.integers(-400, 400).map(lambda days: TODAY + timedelta(days))


@given(DAYS, DAYS, DAYS, st.sampled_from([None, "full", "cancelled", "postponed"]))
def test_turns_say_what_a_later_build_would(start: date, closes: date, later: date, status: Any) -> None:
    """A page built today and brought up to date by its turns agrees with one built on that day."""
    made = holding(start.isoformat(), closes=closes.isoformat(), status=status)
    state = made.state(TODAY, SOON)
    for on, then in made.turns(TODAY, SOON):
        if on <= beginning_of(later):
            state = then
    if later >= TODAY:
        assert state == made.state(later, SOON)


def at(day: date, hour: int = 0) -> datetime:
    return datetime.combine(day, time(hour))


def test_registration_is_open_until_its_hour_on_the_day_itself() -> None:
    webinar = holding("2026-11-22 10:00/11:00", closes="2026-11-22 09:00")
    assert webinar.turns(TODAY, SOON) == (
        (at(date(2026, 11, 22), 9), "running"),
        (at(date(2026, 11, 23)), "finished"),
    )


def test_registration_is_over_when_the_last_session_is() -> None:
    webinar = holding("2026-11-22 10:00/11:00", closes="2026-11-22")
    assert webinar.turns(TODAY, SOON)[0] == (at(date(2026, 11, 22), 11), "running")


def test_the_hours_between_a_deadline_and_the_next_day_are_closed() -> None:
    webinar = holding("2026-11-24 10:00/11:00", closes="2026-11-23 12:00")
    assert webinar.turns(TODAY, SOON)[:2] == (
        (at(date(2026, 11, 23), 12), "closed"),
        (at(date(2026, 11, 24)), "running"),
    )


@pytest.mark.parametrize(
    ("statuses", "state"),
    [
        (("cancelled", ""), "running"),
        (("", "cancelled"), "finished"),
        (("", "postponed"), "running"),
        (("cancelled", "cancelled"), "cancelled"),
        (("cancelled", "postponed"), "postponed"),
    ],
)
def test_sessions_called_off_do_not_count(statuses: tuple[str, ...], state: str) -> None:
    sessions = tuple(
        reader_of(Session)({"when": when} | ({"status": status} if status else {}), "da")
        for when, status in zip(("2026-11-20", "2026-11-22"), statuses, strict=True)
    )
    assert CourseRun("", None, sessions, None, None, None).state(TODAY, SOON) == state
