"""Months of a year: what calendars, filters and coarse dates count in."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple


class Month(NamedTuple):
    """A month of a year, in order of time; `number` is 1-12, as text it is ISO 8601's `2027-03`."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Month":
        """Return the month a day lies in."""
        return cls(day.year, day.month)

    def __str__(self) -> str:
        return f"{self.year}-{self.number:02}"

    @property
    def first_day(self) -> date:
        """The first of the month."""
        return date(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        """The day before the next month."""
        return self.later(1).first_day - timedelta(1)

    def later(self, months: int) -> "Month":
        """Return the month so many months later; a negative number leads back."""
        year, before = divmod(self.year * 12 + self.number - 1 + months, 12)
        return Month(year, before + 1)


def months_between(first: date, last: date) -> Iterator[Month]:
    """Yield the months from that of `first` to that of `last`, both included."""
    month, end = Month.of(first), Month.of(last)
    while month <= end:
        yield month
        month = month.later(1)
