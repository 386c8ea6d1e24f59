"""Every calendar of one language: of all records, of each, of each topic, of each session and deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from katalog.feeds.ics import CalendarWriter, current, exact
from katalog.views.shared.event_lists import is_ahead
from katalog.views.shared.events import all_events, calendar_events, has_calendar, topic_events

if TYPE_CHECKING:
    from collections.abc import Iterator

    from katalog.feeds.feed import Feed
    from katalog.schema.entries import Entry
    from katalog.views.reader import Reader


def calendars(reader: Reader) -> Iterator[Feed]:
    """Yield every calendar."""
    where, events = reader.addresses, exact(all_events(reader))
    writer = CalendarWriter(reader.settings, reader.language, events)
    name, events = reader.settings.site_name[reader.language], current(events, reader.today)
    yield writer.calendar(where.feed("ics"), name, events, where.section("calendar"))
    for entry in reader.catalogue.entries.values():
        if has_calendar(reader, entry):
            yield from _of_record(reader, writer, entry)
    for id_, topic in reader.catalogue.topics.items():
        events = current(topic_events(reader, id_), reader.today)
        name = topic.name_in(reader.language)
        yield writer.calendar(where.topic_feed(id_, "ics"), name, events, where.topic(id_))


def _of_record(reader: Reader, writer: CalendarWriter, entry: Entry) -> Iterator[Feed]:
    file, page, events = (
        reader.addresses.record_feed(entry, "ics"),
        reader.addresses.record(entry),
        calendar_events(reader, entry),
    )
    if entry.collection != "courses":
        yield writer.calendar(file, reader.title(entry), current(events, reader.today), page)
        return
    known = exact(events)
    yield writer.calendar(file, reader.title(entry), known, page)
    for event in known:
        if event.file and is_ahead(event, reader.today):
            yield writer.single(event)
