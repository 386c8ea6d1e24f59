"""Weeks by year and number, as ISO 8601 counts them; `uge 11` in a record is read by the grammar."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple


class IsoWeek(NamedTuple):
    """A week by its ISO 8601 year and number."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "IsoWeek":
        """Return the week of a day."""
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @property
    def monday(self) -> date:
        """The first day."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def sunday(self) -> date:
        """The last day; that of time where the week reaches beyond it."""
        return self.monday + min(timedelta(6), date.max - self.monday)

    def later(self, weeks: int) -> "IsoWeek":
        """Return the week so many weeks later; negative for earlier."""
        return IsoWeek.of(self.monday + timedelta(weeks=weeks))


def week_of_time(day: date) -> int:
    """Return the number of a day's week since the year 1, which no New Year breaks."""
    return (day.toordinal() - 1) // 7


def weeks_between(first: date, last: date, most: int) -> list[IsoWeek]:
    """Return the weeks from that of `first` to that of `last`, the first `most` of them."""
    return list(islice(_weeks(IsoWeek.of(first), last), most))


def _weeks(week: IsoWeek, last: date) -> Iterator[IsoWeek]:
    yield week
    while week.sunday < last:
        week = week.later(1)
        yield week
