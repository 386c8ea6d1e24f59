"""A date once it has been read: a span of days, its precision, and the text it was read from."""

from collections.abc import Callable, Sequence
from datetime import date, time
from enum import StrEnum
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from katalog.when.iso_weeks import week_of_time
from katalog.when.months import Month


class Precision(StrEnum):
    """How finely a date was meant.  Quarters, seasons, terms may span several; the others have a plural."""

    HOURS = "hours"
    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    WEEKS = "weeks"
    MONTH = "month"
    MONTHS = "months"
    QUARTER = "quarter"
    SEASON = "season"
    TERM = "term"
    MONTH_PART = "month-part"
    YEAR = "year"
    YEARS = "years"


EXACT = (Precision.HOURS, Precision.DAY, Precision.DAYS)
SEASON_NAMES = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
"""The seasons of EDTF (ISO 8601-2), as the last part of their message ids."""
END_OF_DAY = time(23, 59, 59)
"""What 24.00 is kept as: no other hour has seconds."""
SPRING_TERM, AUTUMN_TERM = 40, 41


class Qualifier(StrEnum):
    """How sure a date is, by the marks of EDTF: about then, or not settled yet."""

    NONE = ""
    ABOUT = "~"
    PRELIMINARY = "?"


class Recurrence(Struct, frozen=True):
    """Days that come again within a span: every week or, with `nth` (1-5, -1 for the last), every month.

    `weekdays` are 0 (Monday) to 6, `interval` is 2 for every other week, 5 at most; on the
    regular days of `left_out` nothing is held.
    """

    weekdays: tuple[int, ...]
    days: tuple[date, ...]
    left_out: tuple[date, ...] = ()
    interval: int = 1
    nth: int = 0

    @property
    def parity(self) -> int | None:
        """0 where it is in even weeks only, 1 in odd ones, where that is not every other week."""
        if self.nth or self.interval > 1:
            return None
        of_year = {day.isocalendar().week % 2 for day in self.days}
        of_time = {week_of_time(day) % 2 for day in self.days}
        return of_year.pop() if len(of_year) < len(of_time) else None

    @property
    def rrule(self) -> str:
        """The rule as RFC 5545 (3.3.10) has it, without its end."""
        names = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
        days = ",".join(f"{self.nth or ''}{names[day]}" for day in self.weekdays)
        interval = f";INTERVAL={self.interval}" if self.interval > 1 else ""
        return f"FREQ={'MONTHLY' if self.nth else 'WEEKLY'}{interval};BYDAY={days}"


class When(Struct, frozen=True, dict=True, eq=False):
    """A span of days: both ends inclusive, `latest` None where the end is open.

    `starts` and `ends` are only there with `Precision.HOURS` (`ends` may be missing: "kl. 9.00") and
    are wall-clock times in the organiser's zone, `END_OF_DAY` for 24.00; `pauses` are the gaps, as
    (from, to), where there are hours at several times of the day.  `about_start` and `about_end` say which
    hour is approximate, `qualifier` how sure the date is.  With a `recurrence` the days are those of it only,
    and the hours those of each day.  `written` takes no part in comparison: two dates
    are equal when they mean the same.  What is asked of a date a hundred times is cached with it.
    """

    earliest: date
    latest: date | None
    precision: Precision
    written: str
    starts: time | None = None
    ends: time | None = None
    pauses: tuple[tuple[time, time], ...] = ()
    about_start: bool = False
    about_end: bool = False
    qualifier: Qualifier = Qualifier.NONE
    recurrence: Recurrence | None = None

    @cached_property
    def exact(self) -> bool:
        """Whether the days are known, so that a calendar may carry them."""
        return self.precision in EXACT and self.qualifier is not Qualifier.ABOUT

    @cached_property
    def stretches(self) -> tuple[tuple[time, time | None], ...]:
        """The hours of the day without the pauses, as (from, to); none where there are no hours."""
        if self.starts is None:
            return ()
        starts = (self.starts, *(back for _, back in self.pauses))
        return tuple(zip(starts, (*(away for away, _ in self.pauses), self.ends), strict=True))

    @cached_property
    def occurrences(self) -> "tuple[When, ...]":
        """The date itself, or each day of a recurrence."""
        if self.recurrence is None:
            return (self,)
        precision = Precision.HOURS if self.starts else Precision.DAY
        return tuple(
            replace(self, earliest=day, latest=day, precision=precision, recurrence=None)
            for day in self.recurrence.days
        )

    @cached_property
    def compared(self) -> tuple[object, ...]:
        """Everything but what was written."""
        days = (self.earliest, self.latest, self.precision, self.qualifier)
        return (*days, self.recurrence, self.starts, self.ends, self.pauses, self.about_start, self.about_end)

    @cached_property
    def _hash(self) -> int:
        return hash(self.compared)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, When) and self.compared == other.compared)

    @cached_property
    def iso(self) -> str:
        """The canonical text, ISO 8601 or EDTF level 1 (`2016-03-07 09:00/16:00`, `2018-Q4/..`).

        Quarters (`-Q4`) are in neither standard but are what every reader takes them for.
        """
        return f"{_name(self)}{self.qualifier}"

    @property
    def html_datetime(self) -> str:
        """The value of `<time datetime>`: a day, month, week or year; empty for spans, which HTML lacks."""
        if self.recurrence or (self.starts and self.latest != self.earliest):
            return ""
        if self.starts:
            return f"{self.earliest.isoformat()}T{self.starts.isoformat('minutes')}"
        plain = (
            not self.qualifier and "/" not in self.iso and "Q" not in self.iso and not self.iso[5:7] > "20"
        )
        return self.iso if plain else ""

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


def clock(hour: time) -> str:
    """Return an hour as ISO 8601 has it, `24:00` for the end of the day."""
    return "24:00" if hour == END_OF_DAY else hour.isoformat("minutes")


def _name(when: When) -> str:
    if when.precision is Precision.MONTH_PART and when.latest:
        return f"{when.earliest.isoformat()}/{when.latest.isoformat()}~"
    first = iso_name(when.precision, when.earliest)
    hours = f" {_hours(when)}" if when.starts else ""
    if when.recurrence and when.latest:
        return f"{first}/{iso_name(when.precision, when.latest)}{hours} {_rule(when.recurrence)}"
    if when.latest is None:
        return f"{first}{hours}/.."
    if when.starts and when.ends and when.latest != when.earliest:
        starts, ends = _hours(when).split("/")
        return f"{first} {starts}/{when.latest.isoformat()} {ends}"
    last = first if when.starts else iso_name(when.precision, when.latest)
    return f"{first}{hours}" if first == last else f"{first}/{last}"


def _rule(recurrence: Recurrence) -> str:
    left_out = ",".join(f"{day:%Y%m%d}" for day in recurrence.left_out)
    return f"RRULE:{recurrence.rrule}" + (f" EXDATE:{left_out}" if left_out else "")


def _hours(when: When) -> str:
    """Return the hours, apart by commas: `~09:00/12:00, 13:00/~16:00`."""
    said = [clock(starts) + (f"/{clock(ends)}" if ends else "") for starts, ends in when.stretches]
    if when.about_start:
        said[0] = f"~{said[0]}"
    if when.about_end:
        before, _, end = said[-1].rpartition("/")
        said[-1] = f"{before}/~{end}"
    return ", ".join(said)


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def _season(day: date) -> str:
    year, season = season_of(day)
    return f"{year}-{season}"


def _month(day: date) -> str:
    return str(Month.of(day))


def _term(day: date) -> str:
    return f"{day.year}-{SPRING_TERM if day.month < 7 else AUTUMN_TERM}"


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
    Precision.TERM: _term,
    Precision.MONTH_PART: date.isoformat,
    Precision.YEAR: _year,
    Precision.YEARS: _year,
}
