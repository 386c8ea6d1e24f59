"""Venues: a library or another institution of the catalogue, a place of its own, or online."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from katalog.views.reader import Link, Reader

ONLINE = frozenset({"online", "on-line", "på nettet", "på nätet"})


class VenueView(Struct, frozen=True):
    """A place; `title` is its name, `id` and `link` are those of its record, where it has one.

    `whole` is the name with the street address, for calendars.
    """

    title: str
    whole: str
    address: str
    link: Link | None
    id: str
    online: bool


NO_VENUE = VenueView("", "", "", None, "", online=False)


def venue_view(reader: Reader, place: str | None) -> VenueView:
    """Return the place a record names."""
    if not place:
        return NO_VENUE
    if place.casefold() in ONLINE:
        name = reader.phrases("place.online")
        return VenueView(name, name, "", None, "", online=True)
    entry = reader.catalogue.entries.get(place)
    if entry is None:
        return VenueView(place, place, "", None, "", online=False)
    title, address = entry.record.title, str(getattr(entry.record, "address", None) or "")
    whole = f"{title}, {address}" if address else title
    return VenueView(title, whole, address, reader.link(entry), entry.id, online=False)
