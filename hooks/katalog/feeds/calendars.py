"""Calendars: of all records, of each, of each topic, of each session and deadline."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from katalog.feeds.feed import Feed
from katalog.feeds.former_addresses import at_former_addresses, with_id
from katalog.feeds.ics import calendar_writer, current_events, exact_events
from katalog.schema.entries import Entry
from katalog.views.courses.listed import courses_by_kind
from katalog.views.indexes.regions import institutions_by_region, region_events
from katalog.views.output_kinds import OutputKind, of_topics, whole
from katalog.views.reader import Reader
from katalog.views.shared.calendar_events import calendar_events, has_calendar, topic_events
from katalog.views.shared.course_kind import kind_words
from katalog.views.shared.event_dates import (
    EventDate,
    all_dates,
    dates_of_year,
    event_dates,
    event_years,
    events_of,
    unique_by_date,
)
from katalog.views.shared.event_lists import is_ahead
from katalog.views.shared.subscription import PARTS


def site_calendars(reader: Reader) -> Iterator[Feed]:
    """Yield the calendars of everything since last month: the whole, sessions alone, deadlines alone."""
    where, every = reader.addresses, exact_events(all_dates(reader))
    name, page = reader.settings.site_name[reader.language], where.section("calendar")
    yield from _subscribed(reader, where.feed("ics"), name, every, page)


def year_calendars(reader: Reader, year: str) -> Iterator[Feed]:
    """Yield the calendar of all that begins in a year (`2026`), however long ago."""
    where, name = reader.addresses, reader.settings.site_name[reader.language]
    found, page = dates_of_year(reader, int(year)), where.section("calendar")
    yield calendar_writer(reader).calendar(where.year_feed(int(year)), f"{name} {year}", found, page)


def topic_calendars(reader: Reader, id_: str) -> Iterator[Feed]:
    """Yield the calendars of a topic since last month: the whole, sessions alone, deadlines alone."""
    where, name = reader.addresses, reader.catalogue.topics[id_].name_in(reader.language)
    file, page = where.topic_feed(id_, "ics"), where.topic(id_)
    yield from _subscribed(reader, file, name, topic_events(reader, id_), page)


def region_calendars(reader: Reader, id_: str) -> Iterator[Feed]:
    """Yield the calendars of a region since last month: the whole, sessions alone, deadlines alone."""
    where, name = reader.addresses, institutions_by_region(reader)[id_].name.title
    events = region_events(reader, id_)
    yield from _subscribed(reader, where.region_feed(id_), name, events, where.region(id_))


def kind_calendars(reader: Reader, kind: str) -> Iterator[Feed]:
    """Yield the calendar, since last month, of the courses of a kind (`webinar`)."""
    courses = reader.entries(courses_by_kind(reader)[kind])
    events = unique_by_date(reader, (date for entry in courses for date in event_dates(reader, entry)))
    file, page = reader.addresses.kind_feed(kind), reader.addresses.section("courses")
    name = kind_words(reader, kind).name
    yield calendar_writer(reader).calendar(file, name, current_events(events, reader.today), page)


CALENDARS: Mapping[str, OutputKind[Feed]] = {
    "calendars": whole(site_calendars),
    "year-calendars": OutputKind(lambda reader: map(str, event_years(reader)), year_calendars),
    "topic-calendars": of_topics(topic_calendars),
    "region-calendars": OutputKind(institutions_by_region, region_calendars),
    "kind-calendars": OutputKind(courses_by_kind, kind_calendars),
}
"""The calendars that are of no single record."""


def record_calendars(reader: Reader, entry: Entry) -> Iterator[Feed]:
    """Yield the calendars of a record, where it has any.

    A course has all its dates in one, and one for each coming session and deadline; others have, since last
    month, the whole, sessions alone, deadlines alone.
    """
    if has_calendar(reader, entry):
        yield from at_former_addresses(reader, entry, _of_record(reader, entry))


def _subscribed(
    reader: Reader,
    file: str,
    name: str,
    events: Iterable[EventDate],
    page: str,
    known_as: Callable[[str], str] = str,
) -> Iterator[Feed]:
    """Yield a calendar to subscribe to: the whole, its sessions and its deadlines, the last with an alarm.

    `known_as` gives the address by which one was known first.
    """
    events, writer = current_events(events, reader.today), calendar_writer(reader)
    yield writer.calendar(file, name, events, page, known_as=known_as(file))
    for part in PARTS:
        deadlines = part == "deadlines"
        chosen = [event for event in events if (event.kind == "deadline") is deadlines]
        title = f"{name} – {reader.phrases(f'calendar.part.{part}')}"
        part_file = reader.addresses.part_feed(file, part)
        known = known_as(part_file)
        yield writer.calendar(part_file, title, chosen, page, alarm=deadlines, known_as=known)


def _of_record(reader: Reader, entry: Entry) -> Iterator[Feed]:
    file, page, events = (
        reader.addresses.record_feed(entry, "ics"),
        reader.addresses.record(entry),
        calendar_events(reader, entry),
    )
    known_as = partial(with_id, page=page, other=entry.identity)
    if entry.collection != "courses":
        yield from _subscribed(reader, file, reader.title(entry), events, page, known_as)
        return
    known, writer = exact_events(events), calendar_writer(reader)
    yield writer.calendar(file, reader.title(entry), known, page, known_as=known_as(file))
    for date, event in zip(known, events_of(reader, known), strict=True):
        if event.file and is_ahead(date, reader.today):
            yield writer.single(event.file, date)
