"""Venues: a library or another institution of the catalogue, a place of its own, online, or both."""

from typing import Protocol

from msgspec import Struct

from katalog.schema.record_parts import Online
from katalog.views.reader import Link, Reader

ONLINE = frozenset({"online", "on-line", "på nettet", "på nätet"})


class Where(Protocol):
    """What says where something is held: a session, a run or a course."""

    @property
    def place(self) -> str | None: ...

    @property
    def address(self) -> str | None: ...

    @property
    def online(self) -> Online | None: ...


class JoinView(Struct, frozen=True):
    """How one joins online: the link, what it is held on, what else there is to say."""

    online_link: Link | None
    platform: str
    note: str


class VenueView(Struct, frozen=True):
    """A place; `title` is its name, `id` and `link` are those of its record, where it has one.

    `whole` is the name with the street address, for calendars.  One that is `online` may be a `place` too.
    """

    title: str
    whole: str
    address: str
    link: Link | None
    id: str
    online: bool
    place: bool = False
    join: JoinView | None = None


NO_VENUE = VenueView("", "", "", None, "", online=False)


def is_online(where: Where) -> bool:
    """Return whether one can take part online."""
    if where.online:
        return where.online.offered
    return bool(where.place and where.place.casefold() in ONLINE)


def is_on_site(where: Where) -> bool:
    """Return whether there is a place to come to."""
    return bool(where.place and where.place.casefold() not in ONLINE)


def venue_view(reader: Reader, where: Where) -> VenueView:
    """Return where something is held: a place, which may be online too, or online only; else `NO_VENUE`."""
    join = _join(where.online) if where.online and where.online.offered else None
    if is_on_site(where):
        return _on_site(reader, where, join)
    if not is_online(where):
        return NO_VENUE
    name = reader.phrases("place.online")
    more = (join.platform, join.online_link.address if join.online_link else "") if join else ()
    whole = ", ".join(filter(None, (name, *more)))
    return VenueView(name, whole, "", None, "", online=True, join=join)


def _on_site(reader: Reader, where: Where, join: JoinView | None) -> VenueView:
    place, address = where.place or "", where.address or ""
    entry = reader.known(place)
    title = entry.record.title if entry else place
    if entry and not address:
        address = str(getattr(entry.record, "address", None) or "")
    whole = f"{title}, {address}" if address else title
    link, id_ = (reader.link(entry), entry.id) if entry else (None, "")
    return VenueView(title, whole, address, link, id_, online=is_online(where), place=True, join=join)


def _join(online: Online) -> JoinView | None:
    """Return how one joins; None where there is no more to say than that one can."""
    if not (online.url or online.platform or online.note):
        return None
    link = Link(online.url.split("://")[1].rstrip("/"), online.url) if online.url else None
    return JoinView(link, online.platform or "", online.note or "")


def join_lines(reader: Reader, venue: VenueView) -> tuple[str, ...]:
    """Return how one joins online as lines of plain text, for calendars; of a place at least that one can."""
    if venue.join is None:
        return (reader.phrases("place.also-online"),) if venue.place and venue.online else ()
    link = venue.join.online_link.address if venue.join.online_link else ""
    how = ", ".join(filter(None, (venue.join.platform, link)))
    first = f"{reader.phrases('place.join')} {how}" if how else ""
    return tuple(filter(None, (first, venue.join.note)))
