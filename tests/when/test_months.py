"""Months are named, ordered and counted across years."""

from datetime import date

import pytest

from katalog.when.months import Month, months_between


def test_a_month_is_written_as_iso_8601_has_it() -> None:
    assert str(Month.of(date(2027, 3, 31))) == "2027-03"


@pytest.mark.parametrize(
    ("by", "month"), [(0, (2026, 11)), (1, (2026, 12)), (2, (2027, 1)), (-11, (2025, 12)), (24, (2028, 11))]
)
def test_a_month_later_or_earlier(by: int, month: tuple[int, int]) -> None:
    assert Month(2026, 11).later(by) == month


def test_a_month_has_its_first_and_its_last_day() -> None:
    assert (Month(2028, 2).first_day, Month(2028, 2).last_day) == (date(2028, 2, 1), date(2028, 2, 29))


def test_months_between_two_days_include_both_their_own() -> None:
    assert [*map(str, months_between(date(2026, 12, 31), date(2027, 2, 1)))] == [
        "2026-12",
        "2027-01",
        "2027-02",
    ]
    assert [*months_between(date(2026, 12, 1), date(2026, 12, 31))] == [(2026, 12)]
