"""VTIMEZONE from the zone database: every change of the clock in the years a calendar spans.

Onsets are listed one by one (RDATE), so that years before today's rules are right as well.
`icalendar.Timezone.from_tzid` does nearly this, but gives the onset of summer time in the new offset
where RFC 5545, 3.6.5 wants the old, which moves it by an hour.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from katalog.feeds.lines import basic, line

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Clock(NamedTuple):
    """What a zone's clocks show: offset from UTC, abbreviation, and whether it is summer time."""

    offset: timedelta
    name: str
    summer: bool


class _Change(NamedTuple):
    before: timedelta
    after: _Clock


@lru_cache(512)
def vtimezone(zone: str, first: int, last: int) -> bytes:
    """Return the VTIMEZONE of an IANA zone that is right from the year `first` to the year `last`."""
    changes = _changes(ZoneInfo(zone), first - 1, last)
    parts = (each for change, onsets in changes.items() for each in _part(change, onsets))
    return b"".join((line("BEGIN", "VTIMEZONE"), line("TZID", zone), *parts, line("END", "VTIMEZONE")))


def _part(change: _Change, onsets: list[datetime]) -> Iterator[bytes]:
    name = "DAYLIGHT" if change.after.summer else "STANDARD"
    yield line("BEGIN", name)
    yield line("DTSTART", basic(onsets[0]))
    for onset in onsets[1:]:  # a line each: vobject loses all but the first of a list
        yield line("RDATE", basic(onset))
    yield line("TZNAME", change.after.name)
    yield line("TZOFFSETFROM", _offset(change.before))
    yield line("TZOFFSETTO", _offset(change.after.offset))
    yield line("END", name)


def _offset(offset: timedelta) -> str:
    """Return hours and minutes, and seconds where there are any (3.3.14)."""
    minutes, seconds = divmod(abs(int(offset.total_seconds())), 60)
    sign = "-" if offset < timedelta() else "+"
    return f"{sign}{minutes // 60:02}{minutes % 60:02}" + (f"{seconds:02}" if seconds else "")


def _changes(zone: ZoneInfo, first: int, last: int) -> dict[_Change, list[datetime]]:
    """Return the changes in those years with their onsets, in the wall-clock time before each."""
    start = datetime(first, 1, 1, tzinfo=UTC)
    clock = _clock(start, zone)
    found = {_Change(clock.offset, clock): [_wall(start, clock.offset)]}
    for year in range(first, last + 1):
        for change, onset in _changes_of(zone, year):
            found.setdefault(change, []).append(onset)
    return found


@lru_cache(1024)
def _changes_of(zone: ZoneInfo, year: int) -> tuple[tuple[_Change, datetime], ...]:
    """Return the changes of a year, each with its onset; since 1940 no zone has had two within six days."""
    start, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    days = [start + timedelta(day) for day in range(0, (end - start).days, 6)] + [end]
    clocks = [_clock(day, zone) for day in days]
    changed = (at for at, (was, now) in enumerate(pairwise(clocks)) if was != now)
    return tuple(_change(zone, days[at], days[at + 1]) for at in changed)


def _change(zone: ZoneInfo, early: datetime, late: datetime) -> tuple[_Change, datetime]:
    at, before = _onset(zone, early, late), _clock(early, zone).offset
    return _Change(before, _clock(at, zone)), _wall(at, before)


def _onset(zone: ZoneInfo, early: datetime, late: datetime) -> datetime:
    """Return the minute between two instants at which the clocks changed."""
    was = _clock(early, zone)
    low, high = 0, int((late - early).total_seconds() // 60)
    while high - low > 1:
        middle = (low + high) // 2
        unchanged = _clock(early + timedelta(minutes=middle), zone) == was
        low, high = (middle, high) if unchanged else (low, middle)
    return early + timedelta(minutes=high)


def _clock(at: datetime, zone: ZoneInfo) -> _Clock:
    local = at.astimezone(zone)
    return _Clock(local.utcoffset() or timedelta(), local.tzname() or "", bool(local.dst()))


def _wall(at: datetime, offset: timedelta) -> datetime:
    return (at + offset).replace(tzinfo=None)
