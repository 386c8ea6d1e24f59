"""Days, weeks, months … as spans of days, checked; and what two of them span together.

What is refused here names no `written`: the reader of the whole text adds it.
"""

from datetime import MAXYEAR, date, time, timedelta
from typing import NamedTuple

from katalog.problems import InvalidValueError
from katalog.when.model import AUTUMN_TERM, END_OF_DAY, SPRING_TERM, Precision

FIRST_YEAR = 1900
LAST_YEAR = 2100
SEASONS = range(21, 25)
TERMS = (SPRING_TERM, AUTUMN_TERM)
WINTER = 24

_PLURALS = {
    Precision.DAY: (1, Precision.DAYS),
    Precision.WEEK: (7, Precision.WEEKS),
    Precision.MONTH: (31, Precision.MONTHS),
    Precision.YEAR: (366, Precision.YEARS),
}
_MADE_OF_MONTHS = frozenset(
    {Precision.MONTH, Precision.MONTHS, Precision.QUARTER, Precision.SEASON, Precision.TERM, Precision.YEAR}
)
_MADE_OF_QUARTERS = frozenset({Precision.QUARTER, Precision.YEAR})


class Hours(NamedTuple):
    """Hours of one day; `pauses` lie between its stretches, as (from, to).

    `about_start` and `about_end` say that the first or the last of them is approximate.
    """

    starts: time
    ends: time | None = None
    pauses: tuple[tuple[time, time], ...] = ()
    about_start: bool = False
    about_end: bool = False


class DaySpan(NamedTuple):
    """A span of days, both ends inclusive, and for `HOURS` its hours; `about`: not to the day."""

    precision: Precision
    earliest: date
    latest: date
    hours: Hours | None = None
    about: bool = False


def day(year: int, month: int, day_of_month: int) -> DaySpan:
    """Return one day; `InvalidValueError` where the calendar has none."""
    _check_year(year)
    _check_month(month)
    try:
        found = date(year, month, day_of_month)
    except ValueError:
        raise InvalidValueError("date.no-such-day") from None
    return DaySpan(Precision.DAY, found, found)


def day_of(day: date) -> DaySpan:
    """Return one day that is known to be one."""
    return DaySpan(Precision.DAY, day, day)


def week(year: int, number: int) -> DaySpan:
    """Return an ISO 8601 week, Monday to Sunday; `year` is the week's, not always its days'."""
    _check_year(year)
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        raise InvalidValueError("date.no-such-week", week=str(number), year=str(year)) from None
    return DaySpan(Precision.WEEK, monday, monday + timedelta(days=6))


def month(year: int, number: int) -> DaySpan:
    """Return one month."""
    _check_month(number)
    return _months(Precision.MONTH, year, number, 1)


def quarter(year: int, number: int) -> DaySpan:
    """Return a quarter of the calendar year."""
    if not 1 <= number <= 4:
        raise InvalidValueError("date.no-such-quarter")
    return _months(Precision.QUARTER, year, 3 * number - 2, 3)


def half_year(year: int, number: int) -> DaySpan:
    """Return a half year, 1 or 2, as the months it is: January to June, July to December."""
    if not 1 <= number <= 2:
        raise InvalidValueError("date.unreadable")
    return _months(Precision.MONTHS, year, 6 * number - 5, 6)


def season(year: int, number: int) -> DaySpan:
    """Return an EDTF season, 21-24, by whole months; winter begins in the December before (`season_of`)."""
    if number == WINTER:
        _check_year(year)
        return DaySpan(Precision.SEASON, date(year - 1, 12, 1), date(year, 3, 1) - timedelta(days=1))
    return _months(Precision.SEASON, year, 3 * (number - 20), 3)


def term(year: int, number: int) -> DaySpan:
    """Return a school term, 40 (spring) or 41 (autumn) as in EDTF level 2, by whole months."""
    if number == SPRING_TERM:
        return _months(Precision.TERM, year, 1, 6)
    return _months(Precision.TERM, year, 8, 5)


def part_of_month(year: int, number: int, part: int) -> DaySpan:
    """Return the first (1), middle (2) or last (3) third of a month: days 1–10, 11–20, 21 to its end."""
    days = month(year, number)
    first = days.earliest.replace(day=10 * part - 9)
    last = days.latest if part == 3 else days.earliest.replace(day=10 * part)
    return DaySpan(Precision.MONTH_PART, first, last)


def third_of_month(found: DaySpan) -> DaySpan | None:
    """Return a third of a month where `found` is one, said as `primo marts` or `2028-03-01/2028-03-10`."""
    if found.precision is Precision.MONTH_PART:
        return found
    thirds = (part_of_month(found.earliest.year, found.earliest.month, part) for part in (1, 2, 3))
    days = (Precision.DAYS, found.earliest, found.latest)
    return next((each for each in thirds if days == (found.precision, each.earliest, each.latest)), None)


def whole_year(number: int) -> DaySpan:
    """Return a calendar year."""
    return _months(Precision.YEAR, number, 1, 12)


def join(first: DaySpan, last: DaySpan) -> DaySpan:
    """Return what reaches from `first` to the end of `last`; `InvalidValueError` where it ends first.

    It is as precise as the finer of them: a day to a month are days.
    """
    if last.latest < first.earliest:
        raise InvalidValueError("date.end-before-start")
    precision = _common(first.precision, last.precision)
    length = (last.latest - first.earliest).days
    singular, plural = _PLURALS.get(precision, (MAXYEAR * 366, precision))
    about = Precision.MONTH_PART in (first.precision, last.precision)
    return DaySpan(precision if length < singular else plural, first.earliest, last.latest, about=about)


def clock_time(hour: str, minute: str | None) -> time:
    """Return a time of day from its digits, or `InvalidValueError`; 24.00 is the end of the day."""
    if int(hour) == 24 and not int(minute or 0):
        return END_OF_DAY
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        raise InvalidValueError("date.no-such-time") from None


def on_day(on: DaySpan, hours: Hours) -> DaySpan:
    """Return hours of one day; `InvalidValueError` for more days, or hours that end before they begin."""
    if on.precision is not Precision.DAY:
        raise InvalidValueError("date.hours-of-several-days")
    if hours.ends is not None and hours.ends <= hours.starts:
        raise InvalidValueError("date.hours-end-before-start")
    return DaySpan(Precision.HOURS, on.earliest, on.latest, hours)


def across_days(first: DaySpan, starts: Hours, last: DaySpan, ends: Hours) -> DaySpan:
    """Return what lasts from an hour of one day to an hour of a later one."""
    if {first.precision, last.precision} != {Precision.DAY}:
        raise InvalidValueError("date.hours-of-several-days")
    if last.earliest <= first.earliest:
        raise InvalidValueError("date.end-before-start")
    hours = Hours(starts.starts, ends.starts, (), starts.about_start, ends.about_start)
    return DaySpan(Precision.HOURS, first.earliest, last.latest, hours)


def _common(one: Precision, other: Precision) -> Precision:
    if one is other and one is not Precision.MONTH_PART:
        return one
    both = {one, other}
    if both <= _MADE_OF_QUARTERS:
        return Precision.QUARTER
    return Precision.MONTH if both <= _MADE_OF_MONTHS else Precision.DAY


def _months(precision: Precision, year: int, first: int, count: int) -> DaySpan:
    _check_year(year)
    after = date(year + 1, 1, 1) if first + count > 12 else date(year, first + count, 1)
    return DaySpan(precision, date(year, first, 1), after - timedelta(days=1))


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InvalidValueError("date.year-out-of-range", first=str(FIRST_YEAR), last=str(LAST_YEAR))


def _check_month(number: int) -> None:
    if not 1 <= number <= 12:
        raise InvalidValueError("date.no-such-month")
