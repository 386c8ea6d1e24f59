"""The page of a library or another organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from msgspec import Struct

from katalog.views.institutions.relations import bonds, course_bonds
from katalog.views.shared.attachments import picture
from katalog.views.shared.contact_details import reach_of
from katalog.views.shared.map import Place, country_name, map_picture
from katalog.views.shared.parts import notices, people, person_view, text_view
from katalog.views.shared.record import edit_address, record_calendar, record_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from katalog.schema.records import Body
    from katalog.schema.validate import Entry
    from katalog.views.institutions.relations import Bond, CourseBond
    from katalog.views.page import Page
    from katalog.views.reader import Link, Reader
    from katalog.views.shared.attachments import PictureView
    from katalog.views.shared.contact_details import Reach
    from katalog.views.shared.event_lists import EventsView
    from katalog.views.shared.map import MapPicture
    from katalog.views.shared.parts import Notice, PersonView, TextView

COLLECTIONS = ("libraries", "organisations")


class BodyView(Struct, frozen=True):
    """Everything the page of a library or organisation shows; no events where nothing is ever organised."""

    id: str
    title: str
    subtitle: str
    kind: str
    notices: tuple[Notice, ...]
    picture: PictureView | None
    aliases: tuple[str, ...]
    country: str
    municipality: str
    region: str
    address: str
    isil: str
    reach: Reach
    parent: Link | None
    children: tuple[Link, ...]
    map: MapPicture | None
    text: TextView | None
    people: tuple[PersonView, ...]
    courses: tuple[CourseBond, ...]
    bonds: tuple[Bond, ...]
    topics: tuple[Link, ...]
    source: str
    events: EventsView | None
    data: str
    edit: str


def body_view(reader: Reader, entry: Entry) -> BodyView:
    """Return the view of one library or organisation."""
    version = reader.version(entry)
    body = cast("Body", version.record)
    children = _children(reader, entry)
    return BodyView(
        id=entry.id,
        title=body.title,
        subtitle=body.subtitle or "",
        kind=kind_of(reader, entry),
        notices=notices(reader, version) if version.body else (),
        picture=picture(reader, entry, body),
        aliases=body.aliases,
        country=country_name(reader, body.country),
        municipality=body.municipality or "",
        region=body.region or "",
        address=body.address or "",
        isil=getattr(body, "isil", None) or "",
        reach=reach_of(reader, body),
        parent=reader.links([body.parent])[0] if body.parent else None,
        children=reader.sorted_links(children),
        map=_map(reader, entry, children),
        text=text_view(reader, version),
        people=_people(reader, entry, body),
        courses=course_bonds(reader, entry),
        bonds=bonds(reader, entry),
        topics=reader.topics(body.topics),
        source=body.source or "",
        events=record_calendar(reader, entry),
        data=reader.addresses.record_feed(entry, "json"),
        edit=edit_address(reader, entry),
    )


def kind_of(reader: Reader, entry: Entry) -> str:
    """Return what kind of library or organisation it is, in words."""
    prefix = "library.kind" if entry.collection == "libraries" else "organisation.kind"
    return reader.words(prefix, getattr(entry.record, "kind", None))


def _children(reader: Reader, entry: Entry) -> list[Entry]:
    found = reader.catalogue.pointing_at(entry.id, "parent")
    return [each for each in found if each.collection in COLLECTIONS]


def _map(reader: Reader, entry: Entry, children: list[Entry]) -> MapPicture | None:
    """Draw the body and whatever belongs to it; without a place of its own there is no map."""
    if cast("Body", entry.record).location is None:
        return None
    return map_picture(reader, [Place(entry, weight=4, linked=False), *map(Place, children)])


def _people(reader: Reader, entry: Entry, body: Body) -> tuple[PersonView, ...]:
    """Return the record's own contacts, then everybody who works there, each once."""
    named = people(reader, body.contacts)
    known = {link.person for link in body.contacts}
    staff = [each for each in reader.catalogue.pointing_at(entry.id, "organisation") if each.id not in known]
    staff.sort(key=lambda each: reader.alphabetical(reader.title(each)))
    return (*named, *(person_view(reader, each) for each in staff))


def body_pages(reader: Reader) -> Iterator[Page]:
    """Yield the page of every library and organisation."""
    for collection in COLLECTIONS:
        for entry in reader.catalogue.by_collection.get(collection, ()):
            view = body_view(reader, entry)
            yield record_page(reader, entry, "body.html", view, reader.version(entry))
