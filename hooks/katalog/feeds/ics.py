"""iCalendar (RFC 5545): one VEVENT per session, meeting and deadline.

Lines are put together here, and not by a library of objects, because that takes fifteen times as long.

Days and hours known exactly are events; weeks and coarser dates stand in lists only.  There is no
METHOD, so that DTSTAMP tells when the information was last revised (3.8.7.2); that is not
recorded anywhere, and one constant keeps an unchanged calendar the same bytes for good.  Why
SEQUENCE says only whether an event is cancelled: docs/decisions/0010.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from katalog.feeds.feed import Feed
from katalog.feeds.identifiers import event_uid
from katalog.feeds.lines import basic, escaped, language_of, line, text_line
from katalog.feeds.zones import vtimezone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from katalog.settings import Settings
    from katalog.views.shared.events import EventView

MANY = 1000
_STAMP = line("DTSTAMP", "20000101T000000Z")
_REFRESH = line("REFRESH-INTERVAL;VALUE=DURATION", "PT12H") + line("X-PUBLISHED-TTL", "PT12H")
_FIRST = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nCALSCALE:GREGORIAN\r\n"
_BEGIN, _END = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n"
_FREE = line("TRANSP", "TRANSPARENT")
_LAST = b"END:VCALENDAR\r\n"
_STATUS = {
    "": line("SEQUENCE", "0") + line("STATUS", "CONFIRMED"),
    "postponed": line("SEQUENCE", "0") + line("STATUS", "TENTATIVE"),
    "cancelled": line("SEQUENCE", "1") + line("STATUS", "CANCELLED"),
}


class CalendarWriter:
    """Writes the calendars of one language, each with some of the exact `events`, which are written once.

    `facts` holds what is the same of an event in every language, by its UID; writers share it.
    """

    def __init__(
        self, settings: Settings, language: str, events: Iterable[EventView], facts: dict[str, bytes]
    ) -> None:
        self._facts = facts
        self._root, self._authority = settings.site_url, event_uid("", settings)
        self._first = _FIRST + line("PRODID", f"-//Katalog//Katalog//{language.upper()}")
        self._kept = line("X-WR-TIMEZONE", settings.time_zone) + _REFRESH
        self._written = {event.uid: b"".join(self._lines(event)) for event in events}

    def calendar(self, file: str, name: str, events: Sequence[EventView], page: str) -> Feed:
        """Return a calendar of exact `events`, to lie at `file` and about `page`."""
        written = [self._written[event.uid] for event in events]
        return Feed(file, b"".join((*self._head(file, name, page), *_zones(events), *written, _LAST)))

    def single(self, event: EventView) -> Feed:
        """Return the calendar of one event, to be added once and not subscribed to."""
        year = event.when.earliest.year
        zone = vtimezone(event.zone, year, year) if event.when.starts else b""
        return Feed(event.file, b"".join((self._first, zone, self._written[event.uid], _LAST)))

    def _head(self, file: str, name: str, page: str) -> Iterable[bytes]:
        """Return what a program needs to keep a subscription (RFC 7986; the names with X- are older)."""
        shown = escaped(str(name))
        return (
            self._first,
            line("UID", file + self._authority),
            line("NAME", shown),
            line("X-WR-CALNAME", shown),
            self._kept,
            line("URL", self._root + page) if self._root else b"",
        )

    def _lines(self, event: EventView) -> list[bytes]:
        if event.uid not in self._facts:
            self._facts[event.uid] = _facts(event, event.uid + self._authority)
        lines = [_BEGIN, self._facts[event.uid], _summary(event)]
        if event.place:
            lines.append(_location(event.place, language_of(event.place)))
        if event.agenda or event.note:
            lines.append(_described(event))
        if event.topics:
            lines.append(_categories(event.topics))
        if self._root:
            lines.append(line("URL", self._root + event.link.address))
        if event.kind == "deadline":
            lines.append(_FREE)
        lines.append(_END)
        return lines


def _facts(event: EventView, uid: str) -> bytes:
    return b"".join((line("UID", uid), _STAMP, _STATUS[event.status], _times(event).encode()))


def _summary(event: EventView) -> bytes:
    """Return what a calendar shows: the record, the session, and first whether it is cancelled.

    It is marked with a language only where all of it is in that language.
    """
    record, title = event.link.title, event.title
    name = record + ": " + title if title and title != record else record
    if event.status:
        return text_line("SUMMARY", f"{event.status_label}: {name}")
    first, second = language_of(record), language_of(title)
    mixed = first and second and first != second
    return text_line("SUMMARY", name, "" if mixed else first or second)


@lru_cache(1024)
def _location(place: str, language: str) -> bytes:
    return text_line("LOCATION", place, language)


def _described(event: EventView) -> bytes:
    languages = filter(None, map(language_of, (*event.agenda, event.note)))
    return _description(event.agenda, event.note, next(languages, ""))


@lru_cache(8192)
def _description(agenda: tuple[str, ...], note: str, language: str) -> bytes:
    text = "\n".join((*[f"• {point}" for point in map(str, agenda)], note)).strip()
    return text_line("DESCRIPTION", text, language)


@lru_cache(1024)
def _categories(topics: tuple[str, ...]) -> bytes:
    return line("CATEGORIES", ",".join(map(escaped, topics)))


def _times(event: EventView) -> str:
    """Return the beginning and the end; the end of whole days is the day after (3.6.1)."""
    when = event.when
    day = basic(when.earliest)
    if when.starts is None:
        after = basic((when.latest or when.earliest) + timedelta(1))
        return f"DTSTART;VALUE=DATE:{day}\r\nDTEND;VALUE=DATE:{after}\r\n"
    start = f"DTSTART;TZID={event.zone}:{day}T{basic(when.starts)}\r\n"
    return f"{start}DTEND;TZID={event.zone}:{day}T{basic(when.ends)}\r\n" if when.ends else start


def _zones(events: Iterable[EventView]) -> Iterable[bytes]:
    years: dict[str, list[int]] = {}
    for event in events:
        if event.when.starts:
            years.setdefault(event.zone, []).append(event.when.earliest.year)
    return (vtimezone(zone, min(found), max(found)) for zone, found in sorted(years.items()))


def exact(events: Iterable[EventView]) -> list[EventView]:
    """Return the events whose days are known."""
    return [event for event in events if event.when.exact]


def current(events: Iterable[EventView], today: date) -> list[EventView]:
    """Return what a calendar of many records holds: this year's events and later ones, and the latest before.

    Subscribers fetch the whole file again and again; the records' own calendars keep everything.
    """
    known = exact(events)
    past = bisect_left(known, date(today.year, 1, 1), key=lambda event: event.when.earliest)
    return known[max(0, min(past, len(known) - MANY)) :]
