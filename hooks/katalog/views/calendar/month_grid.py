"""A month as a grid: weeks from Monday to Sunday, with bars for what is known to the day or the week."""

from calendar import Calendar
from collections.abc import Container, Iterable, Mapping
from datetime import date

from msgspec import Struct

from katalog.views.calendar.filters import event_facets
from katalog.views.reader import Link, Reader
from katalog.views.shared.event import EventView
from katalog.when.iso_weeks import IsoWeek
from katalog.when.model import Precision, When
from katalog.when.months import Month

IN_GRID = frozenset({Precision.HOURS, Precision.DAY, Precision.DAYS, Precision.WEEK, Precision.WEEKS})
"""The precisions drawn in the grid; a week's bar is seven days long."""
MOST_BARS = 4
"""On one day; the rest is counted, and in the list below."""
_ORDER = {"deadline": 0, "meeting": 1, "course": 2}


class Day(Struct, frozen=True):
    """A day of the grid: `column` 1 is Monday; `outside` belongs to the month before or after."""

    iso: str
    number: int
    column: int
    outside: bool


class Bar(Struct, frozen=True):
    """An event in one week of the grid: its first column, how many days it takes, where it goes on."""

    kind: str
    link: Link
    spoken: str
    column: int
    span: int
    from_before: bool
    goes_on: bool
    cancelled: bool
    facets: Mapping[str, str]


_Placed = tuple[int, int, EventView]
"""An event on its first and last day in a week (0 is Monday)."""


class More(Struct, frozen=True):
    """How many events of a day the grid has no room for."""

    column: int
    count: int


class Week(Struct, frozen=True):
    """A week by its ISO number; `address` is that of its page, empty where it has none."""

    number: int
    address: str
    days: tuple[Day, ...]
    bars: tuple[Bar, ...]
    more: tuple[More, ...]


def grid(
    reader: Reader, month: Month, events: Iterable[EventView], paged: Container[IsoWeek]
) -> tuple[Week, ...]:
    """Return the weeks of a month, linked where they are `paged`; `events` may hold more than its own."""
    weeks = Calendar().monthdatescalendar(*month)
    first, last = weeks[0][0], weeks[-1][-1]
    placed = [
        (event.when.earliest, event.when.latest or date.max, event)
        for event in events
        if event.when.precision in IN_GRID and touches(event.when, first, last)
    ]
    return tuple([_week(reader, days, month, placed, paged) for days in weeks])


def _week(
    reader: Reader,
    days: list[date],
    month: Month,
    placed: list[tuple[date, date, EventView]],
    paged: Container[IsoWeek],
) -> Week:
    first, last = days[0], days[-1]
    own = [
        (max(earliest, first).weekday(), min(latest, last).weekday(), event)
        for earliest, latest, event in placed
        if earliest <= last and latest >= first
    ]
    shown, hidden = _room(own)
    return Week(
        number=first.isocalendar().week,
        address=reader.addresses.week(*IsoWeek.of(first)) if IsoWeek.of(first) in paged else "",
        days=tuple([_day(day, outside=day.month != month.number) for day in days]),
        bars=tuple([_bar(reader, event, days) for event in shown]),
        more=tuple([More(column, count) for column, count in sorted(hidden.items())]),
    )


def _day(day: date, *, outside: bool) -> Day:
    return Day(day.isoformat(), day.day, day.isoweekday(), outside)


def touches(when: When, first: date, last: date) -> bool:
    """Return whether a date reaches into the days from `first` to `last`."""
    return when.earliest <= last and (when.latest or date.max) >= first


def _room(own: list[_Placed]) -> tuple[list[_Placed], dict[int, int]]:
    """Return the events that find room on all of their days, and how many do not by their first column."""
    taken = [0] * 7
    shown: list[_Placed] = []
    hidden: dict[int, int] = {}
    for placed in sorted(own, key=_first_wide):
        first, last, _ = placed
        if max(taken[first : last + 1]) < MOST_BARS:
            shown.append(placed)
            for day in range(first, last + 1):
                taken[day] += 1
        else:
            hidden[first + 1] = hidden.get(first + 1, 0) + 1
    return shown, hidden


def _first_wide(placed: _Placed) -> tuple[int, int, int, object, str]:
    """Order: by first day in the week, the longest first, deadlines before the rest."""
    first, last, event = placed
    return first, first - last, _ORDER[event.kind], event.when.sort_key, event.uid


def _bar(reader: Reader, placed: _Placed, days: list[date]) -> Bar:
    first, last, event = placed
    when = event.when
    said = (reader.when(when), event.status_label, event.title)
    return Bar(
        kind=event.kind,
        link=event.link,
        spoken=", ".join([part for part in said if part and part != event.link.title]),
        column=first + 1,
        span=last - first + 1,
        from_before=when.earliest < days[0],
        goes_on=(when.latest or date.max) > days[-1],
        cancelled=bool(event.status),
        facets=event_facets(reader, event),
    )
