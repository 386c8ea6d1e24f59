"""The days on which something comes again, by its rule and the span that it does so in."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from dateutil import rrule

from katalog.problems import InvalidValueError
from katalog.when import day_spans
from katalog.when.day_spans import DaySpan, Hours
from katalog.when.iso_weeks import week_of_time
from katalog.when.model import Precision, Recurrence

Read = Callable[[str, int | None], DaySpan]

MOST_DAYS = 200
LAST = -1
"""The `nth` weekday of a month that is its last one."""
_BARE_DAY = re.compile(r"(?:den |d\. ?|the )?(\d{1,2})\.?")


class Rule(NamedTuple):
    """What comes again, the text of the span it does so in, and the texts of what is left out."""

    weekdays: tuple[int, ...]
    interval: int
    nth: int
    span: str
    exceptions: tuple[str, ...]
    parity: int | None = None
    """0 where it is in even weeks only, 1 in odd ones."""
    both: bool = False
    """Whether it is said of two days."""
    reach: bool = False
    """Whether the weekdays reach from one to another: `mandag–fredag i uge 12`."""
    once: bool = False
    """Whether it is a single day: `første mandag i marts`."""
    hours: Hours | None = None
    """Those behind what is left out."""
    times: int = 0
    """How often it is, where that is said: from a first day, or as often as there is in the span."""


def expand(rule: Rule, span: DaySpan, read: Read) -> Recurrence:
    """Return the days of a rule within a span; `read` reads an exception, given the year of the span.

    Weeks 53 and 1 are both odd: over them even or odd weeks are every week, the others left out.
    """
    if rule.both and span.latest - span.earliest != timedelta(1):
        raise InvalidValueError("date.unreadable")
    first_day, span = span, _long_enough(rule, span)
    rule = rule._replace(weekdays=rule.weekdays or _weekday_of_first(span))
    exceptions = [_exception(text, rule, span, read) for text in rule.exceptions]
    interval = 1 if rule.parity is not None else rule.interval
    days = _days(rule, span, interval)
    meant = [day for day in days if rule.parity in {None, day.isocalendar().week % 2}]
    if rule.parity is not None and len({week_of_time(day) % 2 for day in meant}) == 1:
        days, interval = meant, 2
    held = [day for day in meant if not any(one.earliest <= day <= one.latest for one in exceptions)]
    if span is not first_day:
        held = held[: rule.times]
    if len(held) < 2 or len(days) > MOST_DAYS or rule.times not in {0, len(held)}:
        raise InvalidValueError("date.unreadable")
    within = tuple(day for day in days if held[0] < day < held[-1] and day not in held)
    return Recurrence(rule.weekdays, tuple(held), within, interval, rule.nth)


def _long_enough(rule: Rule, span: DaySpan) -> DaySpan:
    """Return a span for so many times, where only the first day is said, which must be one of them."""
    if not rule.times or span.precision is not Precision.DAY:
        return span
    if not rule.nth and rule.weekdays and span.earliest.weekday() not in rule.weekdays:
        raise InvalidValueError("date.unreadable")
    weeks = (rule.times + len(rule.exceptions)) * max(rule.interval, 2) * (5 if rule.nth else 1)
    return DaySpan(Precision.DAYS, span.earliest, span.earliest + timedelta(weeks=weeks))


def _days(rule: Rule, span: DaySpan, interval: int) -> list[date]:
    """Return the days of a rule; every other week is counted from that of the first of them."""
    first = span.earliest
    while not rule.nth and first.weekday() not in rule.weekdays and first < span.latest:
        first += timedelta(1)
    found = rrule.rrule(
        rrule.MONTHLY if rule.nth else rrule.WEEKLY,
        first,
        interval,
        rrule.MO,
        until=span.latest,
        byweekday=[rrule.weekday(day, rule.nth or None) for day in rule.weekdays],
    )
    return [each.date() for each in islice(found, 3 * MOST_DAYS)]


def _weekday_of_first(span: DaySpan) -> tuple[int, ...]:
    """Return the weekday of `hver uge fra 7. marts …`, which only a day has."""
    if span.precision is not Precision.DAYS:
        raise InvalidValueError("date.unreadable")
    return (span.earliest.weekday(),)


def _exception(text: str, rule: Rule, span: DaySpan, read: Read) -> DaySpan:
    """Return what is left out, in the year in which it meets the span.

    The day of a month alone is one of the month that all of it is in; on another weekday it may be a week.
    """
    if found := _BARE_DAY.fullmatch(text):
        if span.earliest.replace(day=1) != span.latest.replace(day=1):
            raise InvalidValueError("date.unreadable")
        day = day_spans.day(span.latest.year, span.latest.month, int(found[1]))
        if day.earliest.weekday() not in rule.weekdays:
            raise InvalidValueError("date.unreadable")
        return day
    last = read(text, span.latest.year)
    if last.earliest <= span.latest:
        return last
    return read(text, span.earliest.year)


def only_day(rule: Rule, span: DaySpan) -> DaySpan:
    """Return the one day of a month that `rule.once` is said of: `første mandag i marts 2028`."""
    days = _days(rule, span, 1) if span.precision is Precision.MONTH else []
    if len(days) != 1:
        raise InvalidValueError("date.unreadable")
    return day_spans.day_of(days[0])
