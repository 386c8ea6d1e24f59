"""Calendars: of all records, of each, of each topic, of each session and deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from katalog.feeds.ics import calendar_writer, current, exact
from katalog.views.indexes.regions import institutions_by_region, region_events
from katalog.views.shared.calendar_events import calendar_events, courses_by_kind, has_calendar, topic_events
from katalog.views.shared.course_kind import kind_words
from katalog.views.shared.event_lists import is_ahead
from katalog.views.shared.events import all_events, events_by_year, own_events, unique_by_date
from katalog.views.shared.subscription import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from katalog.feeds.feed import Feed
    from katalog.feeds.ics import CalendarWriter
    from katalog.schema.entries import Entry
    from katalog.views.reader import Reader
    from katalog.views.shared.event import EventView


def site_calendars(reader: Reader) -> Iterator[Feed]:
    """Yield the calendars of everything, of every topic, region and kind of course."""
    where, every = reader.addresses, exact(all_events(reader))
    writer = calendar_writer(reader)
    name = reader.settings.site_name[reader.language]
    page = where.section("calendar")
    yield from _subscribed(reader, writer, where.feed("ics"), name, every, page)
    for year, found in events_by_year(reader).items():
        yield writer.calendar(where.year_feed(year), f"{name} {year}", found, page)
    for id_, topic in reader.catalogue.topics.items():
        events, page = topic_events(reader, id_), where.topic(id_)
        yield from _subscribed(
            reader, writer, where.topic_feed(id_, "ics"), topic.name_in(reader.language), events, page
        )
    for region in institutions_by_region(reader).values():
        events, page = region_events(reader, region.name.id), where.region(region.name.id)
        file = where.region_feed(region.name.id)
        yield from _subscribed(reader, writer, file, region.name.title, events, page)
    yield from _of_kinds(reader, writer)


def record_calendars(reader: Reader, entry: Entry) -> Iterator[Feed]:
    """Yield the calendars of a record, where it has any."""
    if has_calendar(reader, entry):
        yield from _of_record(reader, calendar_writer(reader), entry)


def _subscribed(
    reader: Reader, writer: CalendarWriter, file: str, name: str, events: Iterable[EventView], page: str
) -> Iterator[Feed]:
    """Yield a calendar to subscribe to: the whole, its sessions and its deadlines, the last with an alarm."""
    events = current(events, reader.today)
    yield writer.calendar(file, name, events, page)
    for part in PARTS:
        deadlines = part == "deadlines"
        chosen = [event for event in events if (event.kind == "deadline") is deadlines]
        title = f"{name} – {reader.phrases(f'calendar.part.{part}')}"
        yield writer.calendar(reader.addresses.part_feed(file, part), title, chosen, page, alarm=deadlines)


def _of_kinds(reader: Reader, writer: CalendarWriter) -> Iterator[Feed]:
    """Yield a calendar of the courses of each kind that there is."""
    for kind, courses in courses_by_kind(reader).items():
        events = unique_by_date(reader, (event for entry in courses for event in own_events(reader, entry)))
        name = kind_words(reader, kind).name
        file, page = reader.addresses.kind_feed(kind), reader.addresses.section("courses")
        yield writer.calendar(file, name, current(events, reader.today), page)


def _of_record(reader: Reader, writer: CalendarWriter, entry: Entry) -> Iterator[Feed]:
    file, page, events = (
        reader.addresses.record_feed(entry, "ics"),
        reader.addresses.record(entry),
        calendar_events(reader, entry),
    )
    if entry.collection != "courses":
        yield from _subscribed(reader, writer, file, reader.title(entry), events, page)
        return
    known = exact(events)
    yield writer.calendar(file, reader.title(entry), known, page)
    for event in known:
        if event.file and is_ahead(event, reader.today):
            yield writer.single(event)
