"""Instants and countdowns: right by the organiser's clock, also across daylight saving."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from katalog.read_tracking import recording
from katalog.views.shared.deadlines import countdown, deadline_view, end_of_day
from katalog.views.shared.visible_periods import instant
from katalog.when import beginning_of, read_when
from tests.support import make_project

if TYPE_CHECKING:
    from pathlib import Path

    from katalog.views.reader import Reader


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return make_project(tmp_path, {}).reader()


@pytest.mark.parametrize(
    ("day", "begins"),
    [
        (date(2027, 1, 25), "2027-01-25T00:00:00+01:00"),
        (date(2027, 7, 1), "2027-07-01T00:00:00+02:00"),
        (date(2027, 3, 28), "2027-03-28T00:00:00+01:00"),  # the clocks go forward later that night
    ],
)
def test_a_day_begins_at_midnight_in_the_organisers_zone(reader: Reader, day: date, begins: str) -> None:
    assert instant(reader, beginning_of(day)) == begins


def test_the_zone_is_a_setting(tmp_path: Path) -> None:
    made = make_project(tmp_path, {}, settings={"time_zone": "Europe/Helsinki"})
    assert instant(made.reader(), beginning_of(date(2027, 1, 25))) == "2027-01-25T00:00:00+02:00"


def test_a_day_is_over_when_the_next_one_begins(reader: Reader) -> None:
    assert end_of_day(reader, date(2027, 3, 28)) == "2027-03-29T00:00:00+02:00"
    assert end_of_day(reader, date.max) == ""


def test_a_deadline_without_hours_lasts_until_midnight(reader: Reader) -> None:
    deadline = deadline_view(reader, read_when("2026-12-01", "da"), weekday=True)
    assert deadline
    assert deadline.until == "2026-12-02T00:00:00+01:00"
    assert deadline.countdown_to == "2026-12-01T23:59:59+01:00"
    assert deadline.when.shown == "tirsdag den 1. december 2026"
    assert (deadline.left, deadline.soon, deadline.past) == ("om 9 dage", True, False)


def test_a_deadline_with_hours_ends_with_them(reader: Reader) -> None:
    deadline = deadline_view(reader, read_when("2026-12-01 12:00", "da"))
    assert deadline
    assert deadline.until == "2026-12-01T12:00:00+01:00"


def test_a_deadline_that_has_passed_counts_nothing(reader: Reader) -> None:
    deadline = deadline_view(reader, read_when("2026-11-21", "da"))
    assert deadline
    assert (deadline.left, deadline.past, deadline.soon) == ("", True, False)


@pytest.mark.parametrize(
    ("days", "danish", "swedish"),
    [
        (0, "i dag", "i dag"),
        (1, "i morgen", "i morgon"),
        (2, "i overmorgen", "i övermorgon"),
        (3, "om 3 dage", "om 3 dagar"),
        (30, "om 30 dage", "om 30 dagar"),
        (31, "om 4 uger", "om 4 veckor"),
        (91, "om 13 uger", "om 13 veckor"),
        (92, "om 3 måneder", "om 3 månader"),
        (400, "om 13 måneder", "om 13 månader"),
    ],
)
def test_time_is_counted_as_the_clock_of_a_page_counts_it(
    tmp_path: Path, days: int, danish: str, swedish: str
) -> None:
    made = make_project(tmp_path, {})
    assert countdown(made.reader("da"), made.reader("da").today + timedelta(days)) == danish
    assert countdown(made.reader("sv"), made.reader("sv").today + timedelta(days)) == swedish


@pytest.mark.parametrize(
    ("days", "since", "until"), [(0, 0, 0), (12, 12, 12), (60, 62, 56), (92, 119, 92), (200, 209, 180)]
)
def test_a_countdown_holds_as_long_as_its_words(reader: Reader, days: int, since: int, until: int) -> None:
    """`since` and `until` are days before the deadline; a page that says it is kept in between."""
    last = reader.today + timedelta(days)
    with recording() as reads:
        countdown(reader, last)
    assert (reads.first, reads.last) == (last.toordinal() - since, last.toordinal() - until)
