"""Libraries and organisations on the map."""

from collections.abc import Iterable

from msgspec import Struct

from katalog.views.reader import Reader
from katalog.views.shared.institution_lists import CountryInstitutions, ListedInstitution, institution_of
from katalog.views.shared.map_drawing import MapPoint, MapView, Spot, map_view


class Pin(Struct, frozen=True):
    """A point of the map and its tooltip; where names have no room, its number in the list."""

    spot: Spot
    title: str
    number: int = 0


class MapPicture(Struct, frozen=True):
    """A map with its pins; `links` is false where no pin has a link."""

    map: MapView
    pins: tuple[Pin, ...]
    links: bool


def map_picture(
    reader: Reader, institutions: Iterable[ListedInstitution], countries: Iterable[CountryInstitutions] = ()
) -> MapPicture | None:
    """Draw those institutions whose location is known; no map when there is none.

    Where there is no room for names, each has its number in the list by `countries` beside the map.
    """
    known = {
        listed.entry.id: listed for listed in institutions if institution_of(reader, listed.entry).location
    }
    if not known:
        return None
    drawn = map_view([_point(reader, listed) for listed in known.values()])
    numbers = {
        row.link.address: row.number for each in countries for group in each.regions for row in group.rows
    }
    shown = {} if drawn.labelled else numbers
    pins = tuple(
        Pin(
            spot,
            _pin_title(reader, known[spot.id]),
            shown.get(reader.addresses.record(known[spot.id].entry), 0),
        )
        for spot in drawn.spots
    )
    return MapPicture(drawn, pins, any(listed.linked for listed in known.values())) if pins else None


def _point(reader: Reader, listed: ListedInstitution) -> MapPoint:
    institution = institution_of(reader, listed.entry)
    location = institution.location
    if location is None:
        raise ValueError(listed.entry.id)
    url = reader.addresses.record(listed.entry) if listed.linked else ""
    return MapPoint(listed.entry.id, institution.title, location.lat, location.lon, url, listed.weight)


def _pin_title(reader: Reader, listed: ListedInstitution) -> str:
    title = str(reader.title(listed.entry))
    return f"{title}: {listed.note}" if listed.note else title
