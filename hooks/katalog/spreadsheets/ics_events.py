"""The events of a calendar (RFC 5545) with their days and hours, recurring ones each time they are held.

Hours are given in the zone of the site; an all-day event ends on the day before its DTEND (3.6.1).
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice
from typing import Any

from dateutil.rrule import rrulestr
from icalendar import Calendar, Event
from icalendar.prop import vRecur
from msgspec import Struct

from katalog.spreadsheets.table import UnreadableError
from katalog.when.model import Precision, When

MAX_BYTES = 5_000_000
MAX_EVENTS = 2_000
MAX_TIMES = 60
"""How many dates of a recurring event are taken: a year and a bit of weeks."""
_FREQUENCIES = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
_ONE_DAY = timedelta(days=1)


class Held(Struct, frozen=True):
    """An event: the line its VEVENT begins on, its texts, and its dates as records write them.

    `cut` says that it comes again more often than is taken, `unread` is a beginning that is no date.
    """

    line: int
    texts: dict[str, str]
    dates: tuple[str, ...]
    cancelled: bool
    cut: bool
    unread: str = ""


def read_events(data: bytes, zone: tzinfo) -> list[Held]:
    """Return the events of a calendar, in the order of the file; `UnreadableError` where it is none."""
    if len(data) > MAX_BYTES:
        raise UnreadableError("sheet.too-large")
    try:
        calendars = Calendar.from_ical(data, multiple=True)
        events: list[Any] = [event for each in calendars for event in each.walk("VEVENT")]
    except (ValueError, LookupError, AttributeError, TypeError):
        raise UnreadableError("sheet.unreadable") from None
    if not calendars or len(events) > MAX_EVENTS:
        raise UnreadableError("sheet.too-large" if calendars else "sheet.unreadable")
    moved = _moved(events)
    lines = _lines(data)
    return [
        _held(event, line, zone, moved[str(event.get("UID"))] if "RRULE" in event else set())
        for event, line in zip(events, lines, strict=False)
    ]


def _lines(data: bytes) -> list[int]:
    text = data.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
    return [number for number, line in enumerate(text, start=1) if line.strip().upper() == "BEGIN:VEVENT"]


def _moved(events: list[Event]) -> dict[str, set[Any]]:
    """Return the recurrences, by their event's UID, that events of their own stand for (3.8.4.4)."""
    found: dict[str, set[Any]] = defaultdict(set)
    for event in events:
        if (recurrence := _value(event, "RECURRENCE-ID")) is not None:
            found[str(event.get("UID"))].add(_instant(recurrence))
    return found


def _held(event: Event, line: int, zone: tzinfo, moved: set[Any]) -> Held:
    texts = {name: str(event.get(name, "")).strip() for name in ("SUMMARY", "DESCRIPTION", "LOCATION", "URL")}
    starts = _value(event, "DTSTART")
    cancelled = str(event.get("STATUS", "")).upper() == "CANCELLED"
    if starts is None:
        raw = event["DTSTART"].to_ical() if "DTSTART" in event else ""
        unread = raw.decode() if isinstance(raw, bytes) else str(raw)
        return Held(line, texts, (), cancelled, cut=False, unread=unread)
    length = _length(event, starts)
    times, cut = _times(event, starts)
    left_out = {_instant(each) for each in _listed(event, "EXDATE")} | moved
    dates = tuple(_date(each, length, zone) for each in times if _instant(each) not in left_out)
    return Held(line, texts, dates, cancelled, cut)


def _value(event: Event, name: str) -> Any:
    found = _dt(event.get(name))
    return found if isinstance(found, date) else None


def _dt(written: Any) -> Any:
    """Return what a property means; None where it is missing, or means nothing."""
    try:
        return getattr(written, "dt", None)
    except ValueError:
        return None


def _length(event: Event, starts: date) -> timedelta:
    duration = _dt(event.get("DURATION"))
    if isinstance(duration, timedelta):
        return max(duration, timedelta())
    ends = _value(event, "DTEND")
    if ends is None or isinstance(ends, datetime) != isinstance(starts, datetime):
        return _ONE_DAY if not isinstance(starts, datetime) else timedelta()
    return max(_instant(ends) - _instant(starts), timedelta())


def _times(event: Event, starts: date) -> tuple[list[date], bool]:
    """Return when an event begins, each time, and whether there are more times than that."""
    rule = event.get("RRULE")
    if not isinstance(rule, vRecur):
        return [starts, *_listed(event, "RDATE")], False
    if not {str(each).upper() for each in rule.get("FREQ", ())} <= _FREQUENCIES:
        return [starts], True
    until = next(iter(rule.get("UNTIL", ())), None)
    endless = vRecur({name: value for name, value in rule.items() if name.upper() != "UNTIL"})
    first = starts if isinstance(starts, datetime) else datetime.combine(starts, time())
    try:
        text = endless.to_ical().decode()  # type: ignore[no-untyped-call]
        found = list(islice(rrulestr(text, dtstart=first), MAX_TIMES + 1))
    except (ValueError, TypeError):
        return [starts], True
    within = [each for each in found if until is None or _day_or_instant(each, until) <= _instant(until)]
    cut = len(within) > MAX_TIMES
    times = [each if isinstance(starts, datetime) else each.date() for each in within[:MAX_TIMES]]
    return sorted({*times, *_listed(event, "RDATE")}, key=_instant), cut


def _day_or_instant(moment: datetime, until: date) -> Any:
    """Return a moment as comparable as `until` is: a day where that is one."""
    return _instant(moment if isinstance(until, datetime) else moment.date())


def _listed(event: Event, name: str) -> Iterator[date]:
    """Yield the dates of a property that may stand several times, with several dates each."""
    found = event.get(name, [])
    for each in found if isinstance(found, list) else [found]:
        try:
            items = getattr(each, "dts", ())
        except ValueError:  # one that means nothing
            continue
        yield from (item.dt for item in items if isinstance(item.dt, date))


def _instant(moment: date) -> datetime:
    """Return a moment in UTC, to compare by; one without a zone is taken for that."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time(), UTC)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _date(starts: date, length: timedelta, zone: tzinfo) -> str:
    """Return a date as a record has it, in ISO 8601."""
    if not isinstance(starts, datetime):
        last = starts + max(length, _ONE_DAY) - _ONE_DAY
        precision = Precision.DAY if last == starts else Precision.DAYS
        return When(starts, last, precision, "").iso
    first = starts.astimezone(zone) if starts.tzinfo else starts
    end = (starts.astimezone(UTC) + length).astimezone(zone) if starts.tzinfo else starts + length
    ends = end.time() if length else None
    return When(first.date(), end.date(), Precision.HOURS, "", first.time(), ends).iso
