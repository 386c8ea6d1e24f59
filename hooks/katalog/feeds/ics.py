"""iCalendar (RFC 5545): one VEVENT per session, meeting and deadline.

icalendar escapes text, folds lines and writes time zones; the lines are put together here, because
building its objects for every event and calendar takes fifteen times as long.

Days and hours known exactly are events; weeks and coarser dates stand in lists only.  There is no
METHOD, so that DTSTAMP tells when the information was last revised (3.8.7.2); that is not
recorded anywhere, and one constant keeps an unchanged calendar the same bytes for good.  Why
SEQUENCE says only whether an event is cancelled: docs/decisions/0010.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from katalog.feeds.feed import Feed
from katalog.feeds.lines import escaped, line, text_line
from katalog.feeds.names import event_uid, full
from katalog.feeds.zones import vtimezone
from katalog.schema.scalars import Words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, time

    from katalog.settings import Settings
    from katalog.views.events import EventView

MANY = 1000
_STAMP = line("DTSTAMP", "20000101T000000Z")
_REFRESH = line("REFRESH-INTERVAL;VALUE=DURATION", "PT12H") + line("X-PUBLISHED-TTL", "PT12H")
_FIRST = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nCALSCALE:GREGORIAN\r\n"
_BEGIN, _END = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n"
_LAST = b"END:VCALENDAR\r\n"
_STATUS = {
    "": line("SEQUENCE", "0") + line("STATUS", "CONFIRMED"),
    "postponed": line("SEQUENCE", "0") + line("STATUS", "TENTATIVE"),
    "cancelled": line("SEQUENCE", "1") + line("STATUS", "CANCELLED"),
}


@dataclass
class CalendarWriter:
    """Writes the calendars of one language; an event that is in several is written once."""

    settings: Settings
    language: str
    _written: dict[str, bytes] = field(default_factory=dict)

    def calendar(self, file: str, name: str, events: Iterable[EventView], page: str) -> Feed:
        """Return a calendar of the exact ones among `events`, to lie at `file` and about `page`."""
        exact = [event for event in events if event.when.exact]
        head = self._head(file, name, page)
        return Feed(file, b"".join((*head, *_zones(exact), *map(self._event, exact), _LAST)))

    def single(self, event: EventView) -> Feed:
        """Return the calendar of one event, to be added once and not subscribed to."""
        return Feed(event.file, b"".join((*self._begin(), *_zones([event]), self._event(event), _LAST)))

    def _begin(self) -> Iterable[bytes]:
        yield _FIRST
        yield line("PRODID", f"-//Katalog//Katalog//{self.language.upper()}")

    def _head(self, file: str, name: str, page: str) -> Iterable[bytes]:
        """Yield what a program needs to keep a subscription (RFC 7986; the names with X- are older)."""
        yield from self._begin()
        yield line("UID", event_uid(file, self.settings))
        for key in ("NAME", "X-WR-CALNAME"):
            yield text_line(key, str(name))
        yield line("X-WR-TIMEZONE", self.settings.time_zone)
        yield _REFRESH
        if self.settings.site_url:
            yield line("URL", full(page, self.settings))

    def _event(self, event: EventView) -> bytes:
        if event.uid not in self._written:
            self._written[event.uid] = b"".join((_BEGIN, *self._lines(event), _END))
        return self._written[event.uid]

    def _lines(self, event: EventView) -> Iterable[bytes]:
        yield line("UID", event_uid(event.uid, self.settings))
        yield _STAMP
        yield _STATUS[event.status]
        yield from _times(event)
        yield text_line("SUMMARY", event_name(event))
        if event.place:
            yield text_line("LOCATION", event.place)
        if description := _description(event):
            yield text_line("DESCRIPTION", description)
        if event.topics:
            yield line("CATEGORIES", ",".join(map(escaped, event.topics)))
        if self.settings.site_url:
            yield line("URL", full(event.address, self.settings))
        if event.kind == "deadline":
            yield line("TRANSP", "TRANSPARENT")


def event_name(event: EventView) -> str:
    """Return what a calendar shows: the record, the session, and first whether it is cancelled.

    It is marked with a language only where all of it is in that language.
    """
    parts = [event.status_label, event.record.title, event.title]
    name = ": ".join(dict.fromkeys(part for part in parts if part))
    languages = {part.lang for part in (event.record.title, event.title) if isinstance(part, Words)}
    return Words(name, languages.pop()) if len(languages) == 1 and not event.status else name


def _description(event: EventView) -> str:
    text = "\n".join((*(f"• {point}" for point in event.agenda), event.note)).strip()
    texts = [text for text in (*event.agenda, event.note) if isinstance(text, Words)]
    return Words(text, texts[0].lang) if texts else text


def _times(event: EventView) -> Iterable[bytes]:
    """Yield the beginning and the end; the end of whole days is the day after (3.6.1)."""
    when = event.when
    if when.starts is None:
        yield line("DTSTART;VALUE=DATE", _basic(when.earliest))
        yield line("DTEND;VALUE=DATE", _basic(_day_after(when.latest or when.earliest)))
        return
    for name, hour in (("DTSTART", when.starts), ("DTEND", when.ends)):
        if hour is not None:
            yield line(f"{name};TZID={event.zone}", f"{_basic(when.earliest)}T{_basic(hour)}")


def _basic(moment: date | time) -> str:
    """Return a day or an hour in ISO 8601's basic format (`strftime` takes five times as long)."""
    return moment.isoformat().replace("-", "").replace(":", "")


def _day_after(day: date) -> date:
    return day + timedelta(1)


def _zones(events: list[EventView]) -> Iterable[bytes]:
    years: dict[str, list[int]] = {}
    for event in events:
        if event.when.starts:
            years.setdefault(event.zone, []).append(event.when.earliest.year)
    return (vtimezone(zone, min(found), max(found)) for zone, found in sorted(years.items()))


def current(events: tuple[EventView, ...], today: date) -> tuple[EventView, ...]:
    """Return what a calendar of many records holds: this year's events and later ones, and the latest before.

    Subscribers fetch the whole file again and again; the records' own calendars keep everything.
    """
    exact = [event for event in events if event.when.exact]
    ahead = sum(event.when.earliest.year >= today.year for event in exact)
    return tuple(exact[-max(ahead, MANY) :])
