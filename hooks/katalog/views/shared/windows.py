"""What the table of states allows as days pass, as instants for the browser's clock (`assets/clock.js`)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from msgspec import Struct

from katalog.catalogue.state_table import ALLOWED
from katalog.when import beginning_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, datetime

    from katalog.catalogue.state import CourseRun
    from katalog.catalogue.state_table import Allowed
    from katalog.views.reader import Reader


class Window(Struct, frozen=True):
    """From when until when something is shown, as instants (ISO 8601 with offset).

    `since` is empty for what is shown on the reader's day, `until` for what is shown for good.
    """

    since: str = ""
    until: str = ""


def instant(reader: Reader, moment: datetime) -> str:
    """Return a moment on the organisers' clock as an instant."""
    return moment.replace(tzinfo=ZoneInfo(reader.settings.time_zone)).isoformat()


def window(reader: Reader, run: CourseRun, allows: Callable[[Allowed], bool]) -> Window | None:
    """Return when a run is first in states that allow something, from the reader's day on; `None`: never."""
    soon = reader.settings.closing_soon_days
    now = run.state(reader.today, soon)
    shown = allows(ALLOWED[now])
    since, found = "", shown
    for moment, state in run.turns(reader.today, soon):
        if allows(ALLOWED[state]) == shown:
            continue
        if shown:
            return Window(since, instant(reader, moment))
        since, shown, found = instant(reader, moment), True, True
    return Window(since) if found else None


def union(windows: Iterable[Window | None]) -> Window | None:
    """Return the window from the first beginning to the last end of several; `None` where there is none."""
    found = [each for each in windows if each]
    if not found:
        return None
    ends = [each.until for each in found]
    return Window(min(each.since for each in found), max(ends) if all(ends) else "")


def until_day_after(reader: Reader, within: Window | None, last: date | None) -> Window | None:
    """Return the part of a window that lies before the end of a day; `None` when that has passed."""
    if within is None or last is None or last.year == 9999:
        return within
    if last < reader.today:
        return None
    end = instant(reader, beginning_of(last + timedelta(1)))
    if within.since >= end:
        return None
    return Window(within.since, min(within.until, end) if within.until else end)
