"""The day of a build notes for how long each answer about it is the same."""

import operator
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from katalog.read_tracking import FIRST_DAY, LAST_DAY, recording
from katalog.when.months import Month
from katalog.when.today import Today, beginning_of

DAY = date(2026, 9, 1)
COMPARISONS = (operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne)

days = st.integers(-400, 400).map(lambda days: DAY + timedelta(days))
moments = st.builds(datetime.combine, days, st.sampled_from([time.min, time(0, 0, 1), time(9), time(23, 59)]))


def today(day: date = DAY) -> Today:
    return Today(day.year, day.month, day.day)


def noted(ask: Callable[[Today], object], day: date = DAY) -> tuple[object, int, int]:
    with recording() as reads:
        answer = ask(today(day))
    return answer, reads.first, reads.last


@given(compare=st.sampled_from(COMPARISONS), other=days, asked=days, swapped=st.booleans())
def test_a_comparison_is_the_same_on_every_day_it_is_noted_for(
    compare: Callable[[Any, Any], bool], other: date, asked: date, swapped: bool
) -> None:
    def ask(day: Any) -> bool:
        return compare(other, day) if swapped else compare(day, other)

    answer, first, last = noted(ask)
    assert answer == ask(DAY)
    if first <= asked.toordinal() <= last:
        assert answer == ask(asked)
    if other != DAY:
        assert first == FIRST_DAY or last == LAST_DAY or compare in {operator.eq, operator.ne}


@given(compare=st.sampled_from(COMPARISONS), other=moments, asked=days, swapped=st.booleans())
def test_a_moment_as_well(
    compare: Callable[[Any, Any], bool], other: datetime, asked: date, swapped: bool
) -> None:
    def ask(now: Any) -> bool:
        return compare(other, now) if swapped else compare(now, other)

    answer, first, last = noted(lambda day: ask(beginning_of(day)))
    assert answer == ask(datetime.combine(DAY, time.min))
    if first <= asked.toordinal() <= last:
        assert answer == ask(datetime.combine(asked, time.min))


TELLING: list[Callable[[Any], object]] = [
    str,
    repr,
    lambda day: f"{day:%d}",
    lambda day: day.isoformat(),
    lambda day: day.toordinal(),
    lambda day: day.isocalendar(),
    lambda day: day.weekday(),
    lambda day: day.day,
    lambda day: day + timedelta(3),
    lambda day: timedelta(3) + day,
    lambda day: day - timedelta(3),
    lambda day: day - date(2020, 1, 1),
    lambda day: date(2030, 1, 1) - day,
    lambda day: day.replace(year=2030),
]


@pytest.mark.parametrize("tell", TELLING, ids=range(len(TELLING)))
def test_what_tells_the_day_is_noted_for_that_day_alone(tell: Callable[[Any], object]) -> None:
    answer, first, last = noted(tell)
    assert answer == tell(DAY) or tell is repr
    assert first == last == DAY.toordinal()
    assert not isinstance(answer, Today)


OF_MOMENTS: list[Callable[[Any], object]] = [
    lambda now: now.isoformat(),
    lambda now: now + timedelta(1),
    lambda now: now - datetime(2020, 1, 1, 9, tzinfo=None),  # noqa: DTZ001 - a moment on the organiser's clock
    lambda now: now.replace(tzinfo=UTC),
    lambda now: now.date(),
    lambda now: now.year,
]


@pytest.mark.parametrize("tell", OF_MOMENTS, ids=range(len(OF_MOMENTS)))
def test_a_moment_that_tells_the_day_too(tell: Callable[[Any], object]) -> None:
    answer, first, last = noted(lambda day: tell(beginning_of(day)))
    assert answer == tell(datetime.combine(DAY, time.min))
    assert first == last == DAY.toordinal()


def test_months_and_years_are_noted_whole() -> None:
    month, *of_month = noted(Month.of)
    year, *of_year = noted(lambda day: day.year)
    assert month == Month(2026, 9)
    assert of_month == [date(2026, 9, 1).toordinal(), date(2026, 9, 30).toordinal()]
    assert year == 2026
    assert of_year == [date(2026, 1, 1).toordinal(), date(2026, 12, 31).toordinal()]
    assert noted(Month.of, date(9999, 12, 31))[2] == LAST_DAY


def test_it_is_found_where_any_day_of_that_date_is() -> None:
    assert {DAY: "x"}[today()] == "x"
    assert sorted([today(), date(2020, 1, 1)]) == [date(2020, 1, 1), DAY]
