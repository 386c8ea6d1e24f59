"""What the calendar is filtered by: sessions or deadlines, topic, region, kind of course."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from katalog.i18n.phrases import capitalised
from katalog.schema.entries import Entry
from katalog.views.courses.filter_values import region_of
from katalog.views.courses.list_values import list_values
from katalog.views.memo import memoise_as_dependency
from katalog.views.reader import Reader
from katalog.views.shared.course_kind import kind_words
from katalog.views.shared.event import EventView
from katalog.views.shared.event_dates import EventDate
from katalog.views.shared.subscription import PARTS


class CalendarChoice(Struct, frozen=True):
    """One value of a filter; `feeds` are its calendars: the whole, its sessions, its deadlines."""

    value: str
    label: str
    feeds: tuple[str, ...] = ()


class CalendarFilter(Struct, frozen=True):
    """A list to choose one value from; `every` is what it says while none is chosen."""

    name: str
    label: str
    every: str
    choices: tuple[CalendarChoice, ...]


def event_facets(reader: Reader, event: EventView | EventDate) -> Mapping[str, str]:
    """Return what an event answers to each filter: values with one space between."""
    what = "deadlines" if event.kind == "deadline" else "sessions"
    return {"what": what} | _facets_of(reader, reader.entry(event.record))


@memoise_as_dependency
def _facets_of(reader: Reader, entry: Entry) -> dict[str, str]:
    """Return the answers of all events of a course or project; a project's region is its coordinator's."""
    if entry.collection == "courses":
        found = list_values(reader, entry).facets
        names = {"topic": "topic", "region": "region", "type": "kind"}
        return {name: " ".join(found[facet]) for name, facet in names.items()}
    coordinator = reader.known(getattr(entry.record, "coordinator", None))
    region = region_of(coordinator) if coordinator else None
    return {"topic": " ".join(entry.record.topics), "region": region.id if region else ""}


def calendar_filters(reader: Reader, events: Iterable[EventView | EventDate]) -> tuple[CalendarFilter, ...]:
    """Return the filters by which some events differ, each with the values that are found among them."""
    found: dict[str, dict[str, None]] = {}
    for event in {(event.record, event.kind): event for event in events}.values():
        for name, values in event_facets(reader, event).items():
            found.setdefault(name, {}).update(dict.fromkeys(values.split()))
    made = (_filter(reader, name, labels, found) for name, labels in _labels(reader, found).items())
    return tuple(each for each in made if len(each.choices) > 1)


def _filter(
    reader: Reader, name: str, labels: Mapping[str, str], found: Mapping[str, Mapping[str, None]]
) -> CalendarFilter:
    values = [value for value in labels if value in found.get(name, {})]
    ordered = (
        sorted(values, key=lambda value: reader.collation_key(labels[value])) if name != "what" else values
    )
    return CalendarFilter(
        name,
        reader.phrases(f"calendar.filter.{name}"),
        reader.phrases(f"calendar.filter.{name}.all"),
        tuple(
            CalendarChoice(value, capitalised(labels[value]), _feeds(reader, name, value))
            for value in ordered
        ),
    )


def _labels(reader: Reader, found: Mapping[str, Iterable[str]]) -> dict[str, dict[str, str]]:
    """Return the names of the values that are found, by filters in the order of the form."""
    topics = [id_ for id_ in found.get("topic", ()) if id_ in reader.catalogue.topics]
    return {
        "what": {part: reader.phrases(f"calendar.part.{part}") for part in PARTS},
        "topic": {id_: reader.catalogue.topics[id_].name_in(reader.language) for id_ in topics},
        "region": _regions(reader),
        "type": {kind: kind_words(reader, kind).name for kind in found.get("type", ())},
    }


@memoise_as_dependency
def _regions(reader: Reader) -> dict[str, str]:
    lists = reader.catalogue.by_collection
    places = (*lists.get("libraries", ()), *lists.get("organisations", ()))
    return {region.id: region.title for each in places if (region := region_of(each))}


def _feeds(reader: Reader, name: str, value: str) -> tuple[str, ...]:
    """Return the calendars of a value: kinds of course have one for everything only."""
    where = reader.addresses
    if name == "type":
        return (where.kind_feed(value),)
    if name == "what":
        return (where.part_feed(where.feed("ics"), value),)
    whole = where.topic_feed(value, "ics") if name == "topic" else where.region_feed(value)
    return (whole, *(where.part_feed(whole, part) for part in PARTS))
