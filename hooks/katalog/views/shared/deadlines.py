"""Deadlines as pages show them: their words, a countdown on the day of the build, and the browser's instants.

Days and hours are those of a zone, that of the organiser; the instants carry the offset of the site's, so
that a page built earlier changes at the right moment in any reader's time zone (`assets/clock.js`).
"""

from datetime import date, datetime, timedelta
from itertools import count

from msgspec import Struct, structs

from katalog.catalogue.state import deadline_moment, soon_from
from katalog.schema.registration import Deadline
from katalog.views.reader import Reader
from katalog.views.shared.dates import WhenView, moment_view, when_view
from katalog.views.shared.time_zones import with_local_time
from katalog.views.shared.visible_periods import instant
from katalog.when.model import When
from katalog.when.today import beginning_of

UNITS = (("months", 30, 91), ("weeks", 7, 30), ("days", 1, -1))
"""What a countdown counts: the unit, its days, and from when on: more days ahead than that.

`assets/clock.js` counts the same.  What is far away is counted by weeks and months, for a page that counts
days has to be made anew every day.
"""


class DeadlineView(Struct, frozen=True):
    """A deadline: `until` is the first instant after it, `countdown_to` the last one before that.

    `left` are the words of the countdown on the reader's day, empty once it has passed; `soon` whether
    it is near.
    """

    when: WhenView
    until: str
    countdown_to: str
    left: str
    past: bool
    soon: bool


class NamedDeadlineView(Struct, frozen=True):
    """A further deadline: what it is for, and what else there is to know."""

    title: str
    deadline: DeadlineView
    note: str


def end_of_day(reader: Reader, day: date) -> str:
    """Return the instant at which `day` is over; nothing for the last day there is."""
    return instant(reader, beginning_of(day + timedelta(1))) if day.year < 9999 else ""


def deadline_view(
    reader: Reader, closes: When | None, zone: str, *, weekday: bool = False, counted: bool = True
) -> DeadlineView | None:
    """Return a deadline, with the name of its day if asked for.

    One that is not `counted` leaves the days that are left to the browser's clock: it is on many pages,
    which would have to be made anew every day.

    A day without hours lasts until midnight in `zone`, one with hours until its last.
    """
    return _view(reader, closes, zone, weekday=weekday, counted=counted) if closes else None


def opening_view(reader: Reader, opens: When | None, zone: str) -> WhenView | None:
    """Return from when one may enrol; its hours are those of a zone."""
    if opens is None:
        return None
    when = when_view(reader, opens)
    return structs.replace(when, shown=with_local_time(reader, when.shown, opens, zone))


def named_deadline_view(reader: Reader, each: Deadline, zone: str) -> NamedDeadlineView:
    """Return a deadline beside that of enrolling, with its title and the name of its day."""
    return NamedDeadlineView(each.title, _view(reader, each.when, zone, weekday=True), each.note or "")


def _view(reader: Reader, closes: When, zone: str, *, weekday: bool, counted: bool = True) -> DeadlineView:
    until = datetime.fromisoformat(closing_instant(reader, closes, zone))
    when = moment_view(reader, closes) if weekday else when_view(reader, closes)
    past = closes.earliest < reader.today
    soon = soon_from(closes.earliest, reader.settings.closing_soon_days)
    return DeadlineView(
        when=structs.replace(when, shown=with_local_time(reader, when.shown, closes, zone)),
        until=until.isoformat(),
        countdown_to=(until - timedelta(seconds=1)).isoformat(),
        left=countdown(reader, closes.earliest) if counted and not past else "",
        past=past,
        soon=not past and reader.today >= soon,
    )


def closing_instant(reader: Reader, closes: When, zone: str) -> str:
    """Return the first instant after a deadline in a zone."""
    return instant(reader, deadline_moment(closes), zone)


def countdown(reader: Reader, last: date) -> str:
    """Return a countdown to a day: "today", "tomorrow", "the day after", "om 3 dage", "om 9 uger"."""
    unit, length = next(
        (unit, length) for unit, length, more in UNITS if reader.today < last - timedelta(more)
    )
    left = _whole_units(reader.today, last, length)
    own = {0: "today", 1: "tomorrow", 2: "day-after"}.get(left) if unit == "days" else None
    return reader.phrases(f"countdown.{own}") if own else reader.phrases.count(f"countdown.{unit}", left)


def _whole_units(today: date, last: date, length: int) -> int:
    """Return how many times `length` days are left; by comparing, which notes how long that holds."""
    return next(n for n in count() if today > last - timedelta(length * (n + 1)))
