"""What the nodes of schema.org share: other records, where something is held, whether one attends there."""

from collections.abc import Callable, Iterable

from katalog.feeds.json_data import part_models
from katalog.feeds.json_ld_types import SCHEMA, Node, Place, PostalAddress, Thing
from katalog.schema.records import Institution
from katalog.views.reader import Reader


def thing(reference: part_models.Reference | None, type_: str = "Organization") -> Thing | None:
    """Return another record as a node of its own, by its address where it has one."""
    return Thing(type=type_, id=reference.url, name=reference.title) if reference else None


def things(references: Iterable[part_models.Reference], type_: str = "Organization") -> tuple[Thing, ...]:
    """Return other records."""
    return tuple([Thing(type=type_, id=each.url, name=each.title) for each in references])


def by_address(found: Iterable[Thing]) -> tuple[Node, ...]:
    """Return nodes that stand elsewhere on the page by their addresses alone, where they have one."""
    return tuple([Node(id=each.id) if each.id else each for each in found])


Postal = Callable[[str], PostalAddress | None]
"""Returns the address of the library or organisation of an id."""


def postal_finder(reader: Reader) -> Postal:
    """Return what finds the address of a library or organisation."""

    def of(id_: str) -> PostalAddress | None:
        record = reader.entry(id_).record if id_ else None
        if not isinstance(record, Institution):
            return None
        return PostalAddress(
            type="PostalAddress",
            street_address=record.address or "",
            address_locality=record.municipality or "",
            address_country=record.country,
        )

    return of


def places(session: part_models.Session | part_models.Run, url: str, postal: Postal) -> tuple[Thing, ...]:
    """Return where something is held; `url` is the page that leads to it online, where no link is known.

    A place that is only named has its name for an address: it is mostly a town or a house.
    """
    link = session.join.url if session.join else ""
    found = session.place
    address = (found and (session.address or postal(found.id) or found.title)) or ""
    on_site = Place(type="Place", id=found.url, name=found.title, address=address) if found else None
    online = Thing(type="VirtualLocation", url=link or url) if session.online else None
    return tuple(each for each in (on_site, online) if each)


def location(found: tuple[Node, ...]) -> Node | tuple[Node, ...] | None:
    """Return the one place there is, several, or none."""
    return found[0] if len(found) == 1 else found or None


def attendance(found: Iterable[Node]) -> str:
    """Return schema.org's EventAttendanceMode of places; nothing for none."""
    online = {each.type == "VirtualLocation" for each in found}
    mode = "Mixed" if len(online) == 2 else "Online" if True in online else "Offline"
    return f"{SCHEMA}{mode}EventAttendanceMode" if online else ""
