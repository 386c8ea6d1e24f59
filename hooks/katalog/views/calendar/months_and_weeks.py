"""The events of the calendar, by the months and weeks they touch, and which of those get a page."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice
from typing import TypeVar

from msgspec import Struct

from katalog.views.calendar.month_grid import IN_GRID, touches
from katalog.views.memo import memoise
from katalog.views.reader import Reader
from katalog.views.shared.event import each_day
from katalog.views.shared.event_dates import EventDate, all_dates
from katalog.when.iso_weeks import IsoWeek, weeks_between
from katalog.when.model import Precision, When
from katalog.when.months import Month, months_between

T = TypeVar("T", Month, IsoWeek)

MONTHLY = IN_GRID | {Precision.MONTH, Precision.MONTHS}
"""Dates that give a month its page; quarters, seasons and years are listed on months that have one anyway."""
LONGEST_IN_MONTHS = 24
"""Months of one event that get a page each."""
LONGEST_IN_WEEKS = 9
"""Weeks of one event that get a page each; of a longer one only the first and the last."""
MOST_WEEKS = 53
"""Weeks of one event whose pages say that it goes on."""
OPEN_END = timedelta(365)
"""How long something without an end is shown as going on."""
YEARS_AHEAD = 2
"""Years to come in which a week beside one with a page has one too."""


class CalendarDates(Struct, frozen=True):
    """When all events are, in order, by month and week; `coarse` are those of no certain month.

    `months` and `weeks` are those with a page, in order: where something happens and now, of the weeks to
    come their neighbours too.
    """

    every: tuple[EventDate, ...]
    by_month: dict[Month, list[EventDate]]
    by_week: dict[IsoWeek, list[EventDate]]
    coarse: tuple[EventDate, ...]
    months: tuple[Month, ...]
    weeks: tuple[IsoWeek, ...]


@memoise
def calendar_dates(reader: Reader) -> CalendarDates:
    """Return the dates of all events: in order, by month, by ISO week, and those too coarse for either."""
    events = each_day(all_dates(reader))
    by_month, coarse = _by_month(events)
    by_week, paged = _by_week(events)
    return CalendarDates(
        every=tuple(events),
        by_month=by_month,
        by_week=by_week,
        coarse=tuple(coarse),
        months=tuple(sorted({*by_month, Month.of(reader.today)})),
        weeks=tuple(sorted(_with_neighbours(paged, reader.today))),
    )


@memoise
def calendar_months(reader: Reader) -> tuple[Month, ...]:
    """Return the months with a page, in order (see `CalendarDates`)."""
    return calendar_dates(reader).months


@memoise
def calendar_weeks(reader: Reader) -> tuple[IsoWeek, ...]:
    """Return the weeks with a page, in order (see `CalendarDates`)."""
    return calendar_dates(reader).weeks


@memoise
def dates_of_month(reader: Reader, year: int, number: int) -> CalendarDates:
    """Return the part of the calendar that a month's page shows; days of the months beside it are on it."""
    known, month = calendar_dates(reader), Month(year, number)
    shown = (month.later(-1), month, month.later(1))
    return CalendarDates(
        every=(),
        by_month={each: known.by_month[each] for each in shown if each in known.by_month},
        by_week={},
        coarse=tuple(each for each in known.coarse if lies_in(each.when, month.first_day, month.last_day)),
        months=known.months,
        weeks=known.weeks,
    )


@memoise
def dates_of_week(reader: Reader, year: int, number: int) -> tuple[EventDate, ...]:
    """Return when the events of an ISO week are."""
    return tuple(calendar_dates(reader).by_week.get(IsoWeek(year, number), ()))


def neighbours(every: Sequence[T], one: T) -> tuple[T | None, T | None]:
    """Return the month or week before another in a list that has it, and the one after."""
    at = every.index(one)
    return every[at - 1] if at else None, every[at + 1] if at + 1 < len(every) else None


def lies_in(when: When, first: date, last: date) -> bool:
    """Return whether a date touches the days from `first` to `last`; an open end is a year away."""
    if when.latest is None:
        return when.earliest <= last and first <= when.earliest + OPEN_END
    return touches(when, first, last)


def _by_month(events: list[EventDate]) -> tuple[dict[Month, list[EventDate]], list[EventDate]]:
    found: defaultdict[Month, list[EventDate]] = defaultdict(list)
    coarse = []
    for event in events:
        if event.when.precision in MONTHLY and event.when.latest:
            for month in islice(months_between(event.when.earliest, event.when.latest), LONGEST_IN_MONTHS):
                found[month].append(event)
        else:
            coarse.append(event)
            found.setdefault(Month.of(event.when.earliest), [])
    return dict(found), coarse


def _by_week(events: list[EventDate]) -> tuple[dict[IsoWeek, list[EventDate]], set[IsoWeek]]:
    found: defaultdict[IsoWeek, list[EventDate]] = defaultdict(list)
    paged: set[IsoWeek] = set()
    for event in events:
        if event.when.precision not in IN_GRID or event.when.latest is None:
            continue
        weeks = weeks_between(event.when.earliest, event.when.latest, MOST_WEEKS)
        for week in weeks:
            found[week].append(event)
        paged.update(weeks if len(weeks) <= LONGEST_IN_WEEKS else (weeks[0], IsoWeek.of(event.when.latest)))
    return dict(found), paged


def _with_neighbours(weeks: set[IsoWeek], today: date) -> set[IsoWeek]:
    now = IsoWeek.of(today)
    near = {week for week in weeks if now <= week and week.year <= now.year + YEARS_AHEAD}
    around = {each for week in near for each in (week.later(-1), week.later(1)) if each > now}
    return {*weeks, now, *around}
