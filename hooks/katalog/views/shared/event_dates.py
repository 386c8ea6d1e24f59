"""When everything is: the events of all records in order, of which single ones are then looked up."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, structs

from katalog.schema.entries import Entry
from katalog.views.memo import memoise, memoise_across_builds, memoise_as_dependency
from katalog.views.reader import Reader
from katalog.views.shared.event import EventKind, EventStatus, EventView, by_date, is_named_deadline
from katalog.views.shared.record_events import record_events
from katalog.when.model import When


class EventDate(Struct, frozen=True):
    """An event without its words; `number` is its index among those of its record, `place` a record's id."""

    record: str
    number: int
    uid: str
    kind: EventKind
    when: When
    zone: str
    place: str
    status: EventStatus

    @property
    def named_deadline(self) -> bool:
        """Whether it is a further deadline, such as that of proposals."""
        return is_named_deadline(self.kind, self.uid)


@memoise_across_builds(tuple[EventDate, ...])
def event_dates(reader: Reader, entry: Entry) -> tuple[EventDate, ...]:
    """Return when the events of a course or project are."""
    return tuple(
        EventDate(
            entry.id, number, event.uid, event.kind, event.when, event.zone, event.place_id, event.status
        )
        for number, event in enumerate(record_events(reader, entry))
    )


@memoise
def all_dates(reader: Reader) -> tuple[EventDate, ...]:
    """Return when the events of every course and project are, in order."""
    found = {date.uid: date for entry in _entries(reader) for date in event_dates(reader, entry)}
    return by_date(found.values())


def events_of(reader: Reader, dates: Iterable[EventDate]) -> list[EventView]:
    """Return the events of some dates, each on its own."""
    return [_event_of(reader, date) for date in dates]


def _event_of(reader: Reader, date: EventDate) -> EventView:
    event = record_events(reader, reader.entry(date.record))[date.number]
    return event if event.when == date.when else structs.replace(event, when=date.when)


def unique_by_date(reader: Reader, events: Iterable[EventDate]) -> tuple[EventDate, ...]:
    """Return events by date, each once; dates are compared only once, for all events and languages."""
    positions = _positions(reader)
    unique = {positions[event.uid]: event for event in events}
    return tuple([unique[place] for place in sorted(unique)])


@memoise
def _positions(reader: Reader) -> dict[str, int]:
    """Return the place of every event in the order of all, by its uid."""
    return {date.uid: place for place, date in enumerate(all_dates(reader))}


@memoise
def dates_by_year(reader: Reader) -> Mapping[int, tuple[EventDate, ...]]:
    """Return when the events are whose days are known, by the year they begin in, the newest year first."""
    found: defaultdict[int, list[EventDate]] = defaultdict(list)
    for date in all_dates(reader):
        if date.when.exact:
            found[date.when.earliest.year].append(date)
    return {year: tuple(found[year]) for year in sorted(found, reverse=True)}


@memoise
def event_years(reader: Reader) -> tuple[int, ...]:
    """Return the years in which events begin whose days are known, the newest first."""
    return tuple(dates_by_year(reader))


@memoise_as_dependency
def dates_of_year(reader: Reader, year: int) -> tuple[EventDate, ...]:
    """Return when the events of a year are whose days are known."""
    return dates_by_year(reader).get(year, ())


def _entries(reader: Reader) -> Iterator[Entry]:
    for name in ("courses", "projects"):
        yield from reader.catalogue.by_collection.get(name, ())
