"""The events that belong in one calendar: a record's, a library's or a topic's."""

from collections.abc import Iterator

from katalog.schema.entries import Entry
from katalog.views.memo import memoise
from katalog.views.reader import Reader
from katalog.views.shared.event_dates import EventDate, event_dates, unique_by_date
from katalog.views.shared.record_events import ORGANISER_FIELDS


@memoise
def calendar_events(reader: Reader, entry: Entry) -> tuple[EventDate, ...]:
    """Return the events of a record's calendar.

    A project's holds its courses' and sub-projects' too; a library's or organisation's whatever it
    organises, and single sessions held there.  Each reader gathers them once.
    """
    if entry.collection == "courses":
        return event_dates(reader, entry)
    if entry.collection == "projects":
        return unique_by_date(reader, _with_parts(reader, entry))
    if entry.collection in {"libraries", "organisations"}:
        return unique_by_date(reader, _held_by(reader, entry))
    return ()


def _with_parts(reader: Reader, entry: Entry) -> Iterator[EventDate]:
    yield from event_dates(reader, entry)
    for course in reader.catalogue.referrers(entry.id, "initiative"):
        yield from event_dates(reader, course)
    for part in reader.catalogue.referrers(entry.id, "part_of"):
        yield from _with_parts(reader, part)


def _held_by(reader: Reader, entry: Entry) -> Iterator[EventDate]:
    for held in reader.catalogue.referrers(entry.id, *ORGANISER_FIELDS):
        yield from event_dates(reader, held)
    for held in reader.catalogue.referrers(entry.id, "place", "sessions", "meetings", "runs"):
        yield from (event for event in event_dates(reader, held) if event.place == entry.id)


def topic_events(reader: Reader, topic: str) -> tuple[EventDate, ...]:
    """Return the events of every course and project on a topic, past ones too, each once and by date."""
    found = reader.catalogue.referrers(topic, "topics")
    return unique_by_date(reader, (event for entry in found for event in event_dates(reader, entry)))


def has_calendar(reader: Reader, entry: Entry) -> bool:
    """Return whether a record has a calendar of its own.

    A course has one where anything of it is dated to the day, an organisation where it holds something.
    """
    if entry.collection == "courses":
        return any(event.when.exact for event in event_dates(reader, entry))
    if entry.collection == "organisations":
        return bool(calendar_events(reader, entry) or reader.catalogue.referrers(entry.id, *ORGANISER_FIELDS))
    return entry.collection in {"projects", "libraries"}
