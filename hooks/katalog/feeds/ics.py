"""iCalendar (RFC 5545): one VEVENT per session, meeting and deadline.

Days and hours known exactly are events; weeks and coarser dates stand in lists only.  There is no
METHOD, so that DTSTAMP tells when the information was last revised (3.8.7.2): when the record's file was
last changed.  SEQUENCE is how often it was.  Without a history both stand still, but for what is cancelled
(docs/decisions/0020).
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Component, Event
from icalendar.parser import Contentline, Parameters
from icalendar.prop import vInt, vRecur, vText, vUri

from katalog.catalogue.state_table import ALLOWED
from katalog.feeds.feed import Feed
from katalog.feeds.ics_time_zones import vtimezone
from katalog.feeds.identifiers import uid_ending
from katalog.schema.annotations import LangText
from katalog.schema.entries import Entry
from katalog.views.memo import memoise, memoise_across_builds
from katalog.views.reader import Reader
from katalog.views.shared.event import EventView
from katalog.views.shared.event_dates import EventDate
from katalog.views.shared.record_events import record_events
from katalog.when.model import Recurrence
from katalog.when.months import Month

ALARM_BEFORE = timedelta(days=3)
_LONG, _END_OF_LINE = 75, b"\r\n"
"""From how many bytes on a line is folded (3.1), and what ends it."""
_NO_PARAMETERS = Parameters()
_END_OF_EVENT = b"END:VEVENT\r\n"
_STAMP = datetime(2000, 1, 1, tzinfo=UTC)
_REFRESH = timedelta(hours=12)
_END = b"END:VCALENDAR\r\n"


@memoise
def calendar_writer(reader: Reader) -> "CalendarWriter":
    """Return what writes every calendar of the reader's language."""
    return CalendarWriter(reader)


@memoise_across_builds(tuple[bytes, ...])
def event_texts(reader: Reader, entry: Entry) -> tuple[bytes, ...]:
    """Return the events of a course or project as calendars hold them; nothing for those not exact."""
    writer = calendar_writer(reader)
    return tuple(writer.text(each) if each.when.exact else b"" for each in record_events(reader, entry))


class CalendarWriter:
    """Writes the calendars of one language, each with some exact events."""

    def __init__(self, reader: Reader) -> None:
        self._reader, self._settings = reader, reader.settings
        self._root, self._uid_ending = self._settings.site_url, uid_ending(self._settings)
        self._alarm = _alarm(reader.phrases("calendar.alarm"))

    def calendar(
        self,
        file: str,
        name: str,
        events: Sequence[EventDate],
        page: str,
        *,
        alarm: bool = False,
        known_as: str = "",
    ) -> Feed:
        """Return a calendar of exact `events`, to lie at `file` and about `page`; `alarm` reminds of each.

        `known_as` is the address it had first, where that was another.
        """
        named = (
            ("UID", vText((known_as or file) + self._uid_ending)),
            ("NAME", vText(name)),
            ("X-WR-CALNAME", vText(name)),
        )
        about = [("URL", vUri(self._root + page))] if self._root else []
        filled = self._filled(b"".join((self._head, _lines(named), self._refreshed, _lines(about))), events)
        return Feed(file, filled.replace(_END_OF_EVENT, self._alarm + _END_OF_EVENT) if alarm else filled)

    def single(self, file: str, event: EventDate) -> Feed:
        """Return the calendar of one event, to be added once and not subscribed to."""
        return Feed(file, self._filled(self._head, [event]))

    @cached_property
    def _head(self) -> bytes:
        """How every calendar begins."""
        calendar = Calendar()
        calendar.add("VERSION", "2.0")
        calendar.add("CALSCALE", "GREGORIAN")
        calendar.add("PRODID", f"-//Katalog//Katalog//{self._reader.language.upper()}")
        return _written(calendar).removesuffix(_END)

    @cached_property
    def _refreshed(self) -> bytes:
        """What a program needs besides to keep a subscription (RFC 7986; the names with X- are older)."""
        calendar = Calendar()
        calendar.add("X-WR-TIMEZONE", self._settings.time_zone)
        calendar.add("REFRESH-INTERVAL", _REFRESH, {"VALUE": "DURATION"})
        calendar.add("X-PUBLISHED-TTL", "PT12H")
        return _lines(calendar.property_items(sorted=False)[1:-1])

    def _filled(self, head: bytes, events: Sequence[EventDate]) -> bytes:
        """Return a calendar with its zones and events, which other calendars hold as well."""
        return b"".join((head, *_zones(events), *map(self._text_of, events), _END))

    def _text_of(self, date: EventDate) -> bytes:
        return event_texts(self._reader, self._reader.entry(date.record))[date.number]

    def text(self, event: EventView) -> bytes:
        """Return an event as calendars hold it."""
        made = Event()
        made["UID"] = vText(event.uid + self._uid_ending)
        made.add("DTSTAMP", event.revision.at if event.revision else _STAMP)
        status = ALLOWED[event.status].ics if event.status else "CONFIRMED"
        made["SEQUENCE"] = vInt(event.revision.number if event.revision else int(status == "CANCELLED"))
        made["STATUS"] = vText(status)
        _add_times(made, event)
        url = self._root + event.link.address if self._root else ""
        _add_texts(made, event, url)
        if url:
            made["URL"] = vUri(url)
        if event.kind == "deadline":
            made.add("TRANSP", "TRANSPARENT")
        return _written(made)


def _written(component: Component) -> bytes:
    """Return a component as calendars hold it."""
    return _lines(component.property_items(sorted=False))


def _lines(properties: Iterable[tuple[str, object]]) -> bytes:
    return b"".join(_line(name, value) + _END_OF_LINE for name, value in properties)


def _line(name: str, value: Any) -> bytes:
    """Return a property's line, folded (3.1): icalendar looks at every letter, which only long ones need."""
    parameters: Any = getattr(value, "params", _NO_PARAMETERS)
    line: Any = Contentline.from_parts(name, parameters, value, sorted=False)
    data: bytes = line.encode()
    if len(data) >= _LONG:
        data = line.to_ical()
    return data


def _alarm(text: str) -> bytes:
    """Return what reminds of an event some days before it (3.6.6)."""
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", text)
    alarm.add("TRIGGER", -ALARM_BEFORE)
    return _written(alarm)


def _add_texts(made: Event, event: EventView, url: str) -> None:
    """Add the texts; the address stands in the description too, for Google shows no URL."""
    _add_text(made, "SUMMARY", *_summary(event))
    _add_text(made, "LOCATION", event.place, language_of(event.place))
    languages = filter(None, map(language_of, (*event.agenda, event.note)))
    points = [f"• {point}" for point in event.agenda]
    text = "\n".join((*points, *event.details, event.note)).strip()
    text = "\n\n".join(filter(None, (text, url)))
    _add_text(made, "DESCRIPTION", text, next(languages, ""))
    if event.join:
        made.add("CONFERENCE", event.join, {"VALUE": "URI", "FEATURE": "VIDEO"})
    if event.topics:
        made.add("CATEGORIES", list(event.topics))


def _add_text(component: Component, name: str, text: str, language: str) -> None:
    if text:
        component[name] = vText(text, params={"LANGUAGE": language} if language else {})


def language_of(text: str) -> str:
    """Return the language of a text that knows it; of others, nothing."""
    return text.lang if isinstance(text, LangText) else ""


def _summary(event: EventView) -> tuple[str, str]:
    """Return what a calendar shows and its language: the record, the session, first whether it is cancelled.

    It is marked with a language only where all of it is in that language.
    """
    record, title = event.link.title, event.title
    whole = f"{record} ({event.run})" if event.run else record
    name = f"{whole}: {title}" if title and title != record else whole
    if event.status:
        return f"{event.status_label}: {name}", ""
    first, second = language_of(record), language_of(title)
    mixed = first and second and first != second
    return name, "" if mixed else first or second


def _add_times(made: Event, event: EventView) -> None:
    """Add the beginning and the end; the end of whole days is the day after (3.6.1)."""
    when, zone = event.when.occurrences[0], ZoneInfo(event.zone)
    day = when.earliest
    if when.starts is None:
        made.add("DTSTART", day)
        made.add("DTEND", (when.latest or day) + timedelta(1))
    else:
        made.add("DTSTART", datetime.combine(day, when.starts, zone))
    if when.starts and when.ends:
        made.add("DTEND", datetime.combine(when.latest or day, when.ends, zone))
    if event.when.recurrence:
        _add_rule(made, event.when.recurrence, when.starts, zone)


def _add_rule(made: Event, recurrence: Recurrence, starts: time | None, zone: ZoneInfo) -> None:
    """Add the days on which it is held again: UNTIL is in UTC where there are hours (3.3.10)."""
    rule, last = vRecur.from_ical(recurrence.rrule), recurrence.days[-1]
    rule["UNTIL"] = datetime.combine(last, starts, zone).astimezone(UTC) if starts else last
    made.add("RRULE", rule)
    for day in recurrence.left_out:
        made.add("EXDATE", datetime.combine(day, starts, zone) if starts else day)


def _zones(events: Iterable[EventDate]) -> list[bytes]:
    years: dict[str, list[int]] = {}
    for event in events:
        if event.when.starts:
            days = (event.when.earliest, event.when.latest or event.when.earliest)
            years.setdefault(event.zone, []).extend(day.year for day in days)
    return [vtimezone(zone, min(found), max(found)) for zone, found in sorted(years.items())]


def exact_events(events: Iterable[EventDate]) -> list[EventDate]:
    """Return the events whose days are known."""
    return [event for event in events if event.when.exact]


def current_events(events: Iterable[EventDate], today: date) -> list[EventDate]:
    """Return what a calendar of many records holds: the events since the beginning of last month.

    Subscribers fetch the whole file again and again; the records' own calendars keep everything.  It begins
    with a month, so that it does not change from day to day.
    """
    first = Month.of(today).later(-1).first_day
    return [
        event for event in exact_events(events) if event.when.latest is None or event.when.latest >= first
    ]
