"""The page of a library or another organisation."""

from collections.abc import Iterator
from typing import cast

from msgspec import Struct

from katalog.schema.entries import Entry
from katalog.schema.records import Institution
from katalog.views.institutions.relations import CourseRelation, Relation, relations_in_parts
from katalog.views.page import Page
from katalog.views.reader import Link, Reader
from katalog.views.shared.attachments import PictureView, picture
from katalog.views.shared.contact_details import ContactDetails, contact_details
from katalog.views.shared.custom_fields import CustomFact, custom_facts
from katalog.views.shared.event_lists import EventsView
from katalog.views.shared.institution_lists import ListedInstitution, country_name
from katalog.views.shared.map import MapPicture, map_picture
from katalog.views.shared.notices import Notice, notices
from katalog.views.shared.pagination import in_parts
from katalog.views.shared.people import PersonView, people, person_view
from katalog.views.shared.record_page import record_calendar, record_edit_address, record_page
from katalog.views.shared.text import TextView, text_view


class InstitutionView(Struct, frozen=True):
    """Everything the page of a library or organisation shows; no events where nothing is ever organised.

    Of `courses` and `relations` it shows as many as there is room for; the rest is on further parts.
    """

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
    contact_details: ContactDetails
    parent: Link | None
    children: tuple[Link, ...]
    map: MapPicture | None
    text: TextView | None
    people: tuple[PersonView, ...]
    courses: tuple[CourseRelation, ...]
    relations: tuple[Relation, ...]
    topics: tuple[Link, ...]
    own: tuple[CustomFact, ...]
    source: str
    events: EventsView | None
    data: str
    edit: str
    mine: str


class InstitutionPartView(Struct, frozen=True):
    """A further part of the page of a library or organisation."""

    courses: tuple[CourseRelation, ...]
    relations: tuple[Relation, ...]


def institution_view(
    reader: Reader, entry: Entry, courses: tuple[CourseRelation, ...], related: tuple[Relation, ...]
) -> InstitutionView:
    """Return the view of one library or organisation; `courses` and `related` are those of its first part."""
    localised = reader.localised(entry)
    institution = cast("Institution", localised.record)
    children = reader.catalogue.referrers(entry.id, "parent")
    return InstitutionView(
        title=institution.title,
        subtitle=institution.subtitle or "",
        kind=institution_kind(reader, entry),
        notices=notices(reader, localised) if localised.has_text else (),
        picture=picture(reader, entry, institution),
        aliases=institution.aliases,
        country=country_name(reader, institution.country),
        municipality=institution.municipality or "",
        region=institution.region or "",
        address=institution.address or "",
        isil=getattr(institution, "isil", None) or "",
        contact_details=contact_details(reader, institution),
        parent=reader.link_to(institution.parent),
        children=reader.sorted_links(children),
        map=_map(reader, entry, children),
        text=text_view(reader, localised),
        people=_people(reader, entry, institution),
        courses=courses,
        relations=related,
        topics=reader.topics(institution.topics),
        own=custom_facts(reader, localised),
        source=institution.source or "",
        events=record_calendar(reader, entry),
        data=reader.addresses.record_feed(entry, "json"),
        mine=reader.addresses.my_library(entry.id) if entry.collection == "libraries" else "",
        edit=record_edit_address(reader, entry),
    )


def institution_kind(reader: Reader, entry: Entry) -> str:
    """Return what kind of library or organisation it is, in words."""
    prefix = "library.kind" if entry.collection == "libraries" else "organisation.kind"
    return reader.label(prefix, getattr(entry.record, "kind", None))


def _map(reader: Reader, entry: Entry, children: list[Entry]) -> MapPicture | None:
    """Draw the institution and whatever belongs to it; without a place of its own there is no map."""
    if cast("Institution", entry.record).location is None:
        return None
    return map_picture(
        reader, [ListedInstitution(entry, weight=4, linked=False), *map(ListedInstitution, children)]
    )


def _people(reader: Reader, entry: Entry, institution: Institution) -> tuple[PersonView, ...]:
    """Return the record's own contacts, then everybody who works there, each once."""
    named = people(reader, institution.contacts)
    known = {link.person for link in institution.contacts}
    staff = reader.by_title(reader.catalogue.referrers(entry.id, "organisation"))
    return (*named, *(person_view(reader, each) for each in staff if each.id not in known))


def institution_pages(reader: Reader, entry: Entry) -> Iterator[Page]:
    """Yield the page of a library or another organisation."""
    first, *others = relations_in_parts(reader, entry)
    views = [institution_view(reader, entry, *first), *(InstitutionPartView(*each) for each in others)]
    page = record_page(reader, entry, "institution.html", None)
    yield from in_parts(reader, page, views, "institution_part.html")
