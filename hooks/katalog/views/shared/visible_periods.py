"""From when until when a button, a deadline or a note stands on a page, for `assets/clock.js`.

What is shown in which state stands in `catalogue/state_table.py`.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from katalog.catalogue.state import CourseRun
from katalog.catalogue.state_table import ALLOWED, Allowed
from katalog.views.reader import Reader
from katalog.views.shared.time_zones import zone_of_run
from katalog.when.today import beginning_of


class VisiblePeriod(Struct, frozen=True):
    """From when until when something is shown, as instants (ISO 8601 with offset).

    `since` is empty for what is shown on the reader's day, `until` for what is shown for good.
    """

    since: str = ""
    until: str = ""


def instant(reader: Reader, moment: datetime, zone: str = "") -> str:
    """Return a moment on the clock of a zone, else of the site's, as an instant with the site's offset."""
    here = ZoneInfo(reader.settings.time_zone)
    return moment.replace(tzinfo=ZoneInfo(zone) if zone else here).astimezone(here).isoformat()


def shown_while(reader: Reader, run: CourseRun, allows: Callable[[Allowed], bool]) -> VisiblePeriod | None:
    """Return when a run is first in states that allow something, from the reader's day on; `None`: never."""
    zone, shown = zone_of_run(reader, run), allows(ALLOWED[reader.state(run)])
    since, found = "", shown
    for moment, state in reader.turns(run):
        if allows(ALLOWED[state]) == shown:
            continue
        if shown:
            return VisiblePeriod(since, instant(reader, moment, zone))
        since, shown, found = instant(reader, moment, zone), True, True
    return VisiblePeriod(since) if found else None


def union(periods: Iterable[VisiblePeriod | None]) -> VisiblePeriod | None:
    """Return the period from the first beginning to the last end of several; `None` where there is none."""
    found = [each for each in periods if each]
    if not found:
        return None
    ends = [each.until for each in found]
    return VisiblePeriod(min(each.since for each in found), max(ends) if all(ends) else "")


def overlap(one: VisiblePeriod, other: VisiblePeriod) -> VisiblePeriod | None:
    """Return the part that two periods have in common; `None` where there is none."""
    since = max(one.since, other.since)
    until = min(filter(None, (one.until, other.until)), default="")
    return None if until and since >= until else VisiblePeriod(since, until)


def until_day_after(reader: Reader, within: VisiblePeriod | None, last: date | None) -> VisiblePeriod | None:
    """Return the part of a period that lies before the end of a day; `None` when that has passed."""
    if within is None or last is None or last.year == 9999:
        return within
    if last < reader.today:
        return None
    return overlap(within, VisiblePeriod(until=instant(reader, beginning_of(last + timedelta(1)))))
