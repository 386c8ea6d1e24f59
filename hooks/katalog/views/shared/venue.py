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
    """Return the place a record names; each reader makes those of the catalogue once."""
    if not place:
        return NO_VENUE
    key = (VenueView, str(place))
    found: VenueView | None = reader.memo.get(key)
    if found is None:
        found = _place(reader, place)
        if found.id or found.online:  # a place of its own knows the language it is written in
            reader.memo[key] = found
    return found


def _place(reader: Reader, place: str) -> VenueView:
    if place.casefold() in ONLINE:
        name = reader.phrases("place.online")
        return VenueView(name, name, "", None, "", online=True)
    entry = reader.catalogue.entries.get(place)
    if entry is None:
        return VenueView(place, place, "", None, "", online=False)
    title, address = entry.record.title, str(getattr(entry.record, "address", None) or "")
    whole = f"{title}, {address}" if address else title
    return VenueView(title, whole, address, reader.link(entry), entry.id, online=False)
