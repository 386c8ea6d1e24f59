"""A date once it has been read: a span of days, its precision, and the text it was read from."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from katalog.when.months import Month

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Precision(StrEnum):
    """How finely a date was meant.  Quarters and seasons may span several; the others have a plural."""

    HOURS = "hours"
    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    WEEKS = "weeks"
    MONTH = "month"
    MONTHS = "months"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    YEARS = "years"


EXACT = (Precision.HOURS, Precision.DAY, Precision.DAYS)
SEASON_NAMES = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
"""The seasons of EDTF (ISO 8601-2), as the last part of their message ids."""


class When(Struct, frozen=True, dict=True, eq=False):
    """A span of days: both ends inclusive, `latest` None where the end is open.

    `starts` and `ends` are only there with `Precision.HOURS` (`ends` may be missing: "kl. 9.00") and
    are wall-clock times in the organiser's zone.  `written` takes no part in comparison: two
    dates are equal when they mean the same.  What is asked of a date a hundred times is kept with it.
    """

    earliest: date
    latest: date | None
    precision: Precision
    written: str
    starts: time | None = None
    ends: time | None = None

    @cached_property
    def exact(self) -> bool:
        """Whether the days are known, so that a calendar may carry them."""
        return self.precision in EXACT

    @cached_property
    def _hash(self) -> int:
        return hash((self.earliest, self.latest, self.precision, self.starts, self.ends))

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return self is other or (
            isinstance(other, When)
            and self.earliest == other.earliest
            and self.latest == other.latest
            and self.precision == other.precision
            and self.starts == other.starts
            and self.ends == other.ends
        )

    @cached_property
    def iso(self) -> str:
        """The canonical text, ISO 8601 or EDTF level 1 (`2016-03-07 09:00/16:00`, `2018-Q4/..`).

        Quarters (`-Q4`) are in neither standard but are what every reader takes them for.
        """
        first = _first_name(self)
        if self.latest is None:
            return f"{first}/.."
        if self.ends is not None:
            return f"{first}/{self.ends.isoformat('minutes')}"
        last = first if self.starts else iso_name(self.precision, self.latest)
        return first if first == last else f"{first}/{last}"

    @property
    def html_datetime(self) -> str:
        """The value of `<time datetime>`: a day, month, week or year; empty for spans, which HTML lacks."""
        if self.starts:
            return f"{self.earliest.isoformat()}T{self.starts.isoformat('minutes')}"
        return self.iso if "/" not in self.iso and "Q" not in self.iso and not self.iso[5:7] > "20" else ""

    @cached_property
    def sort_key(self) -> tuple[date, time, date, time]:
        """By beginning, then by end; a day without hours comes before its hours, an open end last."""
        return (self.earliest, self.starts or time.min, self.latest or date.max, self.ends or time.max)


def whole_span(whens: Sequence[When]) -> When | None:
    """Return the days from the first of several dates to the last; `None` if one is coarser than a week."""
    by_days = {*EXACT, Precision.WEEK, Precision.WEEKS}
    ends = [when.latest for when in whens if when.latest and when.precision in by_days]
    if not whens or len(ends) < len(whens):
        return None
    return When(min([when.earliest for when in whens]), max(ends), Precision.DAYS, "")


def iso_name(precision: Precision, day: date) -> str:
    """Return the ISO or EDTF name of the day, week, month … that `day` lies in."""
    return _NAMES[precision](day)


def season_of(day: date) -> tuple[int, int]:
    """Return (year, EDTF season 21-24) of a day.

    Winter bears the year of its January, as the weather services of Denmark and Sweden have it:
    winter 2018 is December 2017 to February 2018.
    """
    return day.year + (day.month == 12), 21 + (day.month + 9) % 12 // 3


def quarter_of(day: date) -> int:
    """Return the quarter, 1-4, that a day lies in."""
    return (day.month + 2) // 3


def _first_name(when: When) -> str:
    name = iso_name(when.precision, when.earliest)
    return f"{name} {when.starts.isoformat('minutes')}" if when.starts else name


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def _season(day: date) -> str:
    year, season = season_of(day)
    return f"{year}-{season}"


def _month(day: date) -> str:
    return str(Month.of(day))


def _quarter(day: date) -> str:
    return f"{day.year}-Q{quarter_of(day)}"


def _year(day: date) -> str:
    return str(day.year)


_NAMES: dict[Precision, Callable[[date], str]] = {
    Precision.HOURS: date.isoformat,
    Precision.DAY: date.isoformat,
    Precision.DAYS: date.isoformat,
    Precision.WEEK: _week,
    Precision.WEEKS: _week,
    Precision.MONTH: _month,
    Precision.MONTHS: _month,
    Precision.QUARTER: _quarter,
    Precision.SEASON: _season,
    Precision.YEAR: _year,
    Precision.YEARS: _year,
}
