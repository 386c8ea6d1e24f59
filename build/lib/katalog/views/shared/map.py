"""Libraries and organisations on the map, and the countries and regions they lie in."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, cast

from msgspec import Struct

from katalog.views.shared.map_geometry import MapPoint, map_view

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from katalog.schema.records import Body
    from katalog.schema.validate import Entry
    from katalog.views.reader import Link, Reader
    from katalog.views.shared.map_geometry import MapView, Spot


class Place(Struct, frozen=True):
    """A body to be shown: `note` says more of it (how many people follow there), `weight` draws it larger.

    `linked` is false on the body's own page.
    """

    entry: Entry
    note: str = ""
    weight: int = 1
    linked: bool = True


class Pin(Struct, frozen=True):
    """A point of the map and what it says when pointed at."""

    spot: Spot
    title: str


class MapPicture(Struct, frozen=True):
    """A map with its pins; `links` tells a picture with links from a mere picture."""

    map: MapView
    pins: tuple[Pin, ...]
    links: bool


class Row(Struct, frozen=True):
    """A body in a list."""

    link: Link
    note: str


class Region(Struct, frozen=True):
    """The bodies of one region; `count` says how many, in words."""

    title: str
    count: str
    rows: tuple[Row, ...]


class Country(Struct, frozen=True):
    """The regions of one country."""

    title: str
    regions: tuple[Region, ...]


def body_of(reader: Reader, entry: Entry) -> Body:
    """Return a library or organisation as this reader reads it."""
    return cast("Body", reader.version(entry).record)


def map_picture(reader: Reader, places: Iterable[Place]) -> MapPicture | None:
    """Draw those places whose location is known; no map when there is none."""
    known = {place.entry.id: place for place in places if body_of(reader, place.entry).location}
    if not known:
        return None
    drawn = map_view([_point(reader, place) for place in known.values()])
    pins = tuple(Pin(spot, _pin_title(reader, known[spot.id])) for spot in drawn.spots)
    return MapPicture(drawn, pins, any(place.linked for place in known.values())) if pins else None


def _point(reader: Reader, place: Place) -> MapPoint:
    body = body_of(reader, place.entry)
    location = body.location
    if location is None:
        raise ValueError(place.entry.id)
    url = reader.addresses.record(place.entry) if place.linked else ""
    return MapPoint(place.entry.id, body.title, location.lat, location.lon, url, place.weight)


def _pin_title(reader: Reader, place: Place) -> str:
    title = str(reader.title(place.entry))
    return f"{title}: {place.note}" if place.note else title


def country_name(reader: Reader, code: str) -> str:
    """Return a country's name (ISO 3166-1 code) in the reader's language."""
    return reader.phrases.locale.countries[code]


def countries(
    reader: Reader, places: Iterable[Place], count: Callable[[Sequence[Place]], str]
) -> tuple[Country, ...]:
    """Return places by country and region, each in alphabetical order; without a region last."""
    found: dict[str, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for place in places:
        body = body_of(reader, place.entry)
        found[country_name(reader, body.country)][str(body.region or "")].append(place)
    return tuple(
        Country(name, _regions(reader, found[name], count)) for name in sorted(found, key=reader.alphabetical)
    )


def _regions(
    reader: Reader, found: dict[str, list[Place]], count: Callable[[Sequence[Place]], str]
) -> tuple[Region, ...]:
    names = sorted(found, key=lambda name: (not name, reader.alphabetical(name)))
    return tuple(
        Region(
            name or reader.phrases("region.none"),
            count(found[name]),
            tuple(Row(reader.link(place.entry), place.note) for place in in_order(reader, found[name])),
        )
        for name in names
    )


def in_order(reader: Reader, places: Iterable[Place]) -> list[Place]:
    """Return places in alphabetical order."""
    return sorted(places, key=lambda place: reader.alphabetical(reader.title(place.entry)))
