"""The day of a build, which notes for how long each answer about it is the same.

A page that only asks whether a day is past is the same page until that day has passed, so the next build
need not make it again.  Days and moments are those of the organiser's clock, without a zone.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from katalog.read_tracking import FIRST_DAY, LAST_DAY, note_days

_ordinal = date.toordinal


def beginning_of(day: date) -> datetime:
    """Return the first moment of a day."""
    return day.beginning if isinstance(day, Today) else datetime.combine(day, time.min)


def _until(ordinal: int, turn: int) -> bool:
    """Return whether a day has come; note the days for which that is the answer."""
    come = ordinal >= turn
    note_days(*(turn, LAST_DAY) if come else (FIRST_DAY, turn - 1))
    return come


def _exact(name: str) -> Callable[..., Any]:
    """Return a method that tells which day it is, so that its answer is another every day."""

    def exact(self: Today | Now, *arguments: Any, **named: Any) -> Any:
        return getattr(self.plain, name)(*arguments, **named)

    return exact


def _attribute(name: str) -> "Callable[[Now], Any]":
    return lambda now: getattr(now.plain, name)


_EXACT = (
    *("__str__", "__repr__", "__format__", "__reduce__", "__add__", "__radd__", "__sub__", "__rsub__"),
    *("ctime", "isoformat", "isocalendar", "isoweekday", "replace", "strftime", "timetuple", "toordinal"),
    "weekday",
)
"""Methods of a day that tell which day it is."""


class Today(date):
    """The day of a build.  Comparing it with another day notes until when the outcome is the same."""

    @property
    def beginning(self) -> "Now":
        """The first moment of the day."""
        return Now(*_parts(self))

    def __lt__(self, other: date) -> bool:
        return not _until(_ordinal(self), _ordinal(other))

    def __le__(self, other: date) -> bool:
        return not _until(_ordinal(self), _ordinal(other) + 1)

    def __gt__(self, other: date) -> bool:
        return _until(_ordinal(self), _ordinal(other) + 1)

    def __ge__(self, other: date) -> bool:
        return _until(_ordinal(self), _ordinal(other))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, date) and self >= other and self <= other

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return super().__hash__()

    @property
    def year(self) -> int:
        """The year; the same for all of it."""
        year, *_ = _parts(self)
        note_days(_ordinal(date(year, 1, 1)), _ordinal(date(year, 12, 31)))
        return year

    @property
    def month(self) -> int:
        """The month; the same for all of it."""
        year, month, _ = _parts(self)
        note_days(_ordinal(date(year, month, 1)), _ordinal(date(year, month, monthrange(year, month)[1])))
        return month

    @property
    def day(self) -> int:
        """The day of the month."""
        return self.plain.day

    @property
    def plain(self) -> date:
        """The day as any other, which is another tomorrow."""
        note_days(_ordinal(self), _ordinal(self))
        return date(*_parts(self))


def _parts(day: date) -> tuple[int, int, int]:
    return date.year.__get__(day), date.month.__get__(day), date.day.__get__(day)


class Now(datetime):
    """The first moment of the day of a build; compared with others as `Today` is."""

    def __lt__(self, other: datetime) -> bool:  # type: ignore[override]
        return not _until(_day_of(self), _day_of(other, whole=True))

    def __le__(self, other: datetime) -> bool:  # type: ignore[override]
        return not _until(_day_of(self), _day_of(other) + 1)

    def __gt__(self, other: datetime) -> bool:  # type: ignore[override]
        return _until(_day_of(self), _day_of(other) + 1)

    def __ge__(self, other: datetime) -> bool:  # type: ignore[override]
        return _until(_day_of(self), _day_of(other, whole=True))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, datetime) and self >= other and self <= other

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return super().__hash__()

    @property
    def plain(self) -> datetime:
        """The moment as any other, which is another tomorrow."""
        note_days(_ordinal(self), _ordinal(self))
        return datetime.combine(date.fromordinal(_ordinal(self)), time.min)


def _day_of(moment: datetime, *, whole: bool = False) -> int:
    """Return a moment's day; the day after where a `whole` day is to begin no earlier than the moment."""
    later = whole and datetime.time(moment) != time.min
    return _ordinal(moment) + later


for _name in _EXACT:
    setattr(Today, _name, _exact(_name))
for _name in (*_EXACT, "astimezone", "date", "time", "timestamp"):
    setattr(Now, _name, _exact(_name))
for _name in ("year", "month", "day"):
    setattr(Now, _name, property(_attribute(_name)))
