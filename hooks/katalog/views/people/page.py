"""The page of one person: job, contact details, what they are involved in, and whom to ask in their place."""

from collections.abc import Iterable, Iterator
from typing import cast

from msgspec import Struct

from katalog.schema.entries import Entry
from katalog.schema.record_parts import ContactLink
from katalog.schema.records import Contact
from katalog.views.page import FeedLink, Page
from katalog.views.people.involvements import Involvement, involvements_in_parts, records_by_role
from katalog.views.reader import Link, Reader
from katalog.views.shared.attachments import PictureView, picture
from katalog.views.shared.contact_details import ContactDetails, contact_details
from katalog.views.shared.custom_fields import CustomFact, custom_facts
from katalog.views.shared.institution_lists import institution_of
from katalog.views.shared.notices import Notice, notices
from katalog.views.shared.pagination import in_parts
from katalog.views.shared.people import PersonView, person_view
from katalog.views.shared.record_page import record_edit_address, record_feed_link, record_page
from katalog.views.shared.text import TextView, text_view

MOST_OTHERS = 4


class FallbackContact(Struct, frozen=True):
    """Whom to ask when a person cannot be reached: their organisation, and people of the same courses."""

    line: str
    organisation: Link | None
    contact_details: ContactDetails
    people: tuple[PersonView, ...]


class ContactView(Struct, frozen=True):
    """Everything a person's page shows; `fallback` is there when nothing of `contact_details` is."""

    title: str
    job: str
    organisation: Link | None
    notices: tuple[Notice, ...]
    subtitle: str
    picture: PictureView | None
    languages: str
    contact_details: ContactDetails
    fallback: FallbackContact | None
    involvements: tuple[Involvement, ...]
    text: TextView | None
    topics: tuple[Link, ...]
    own: tuple[CustomFact, ...]
    source: str
    card: FeedLink | None
    data: str
    edit: str


class ContactPartView(Struct, frozen=True):
    """A further part of a person's page: more of what they are involved in."""

    involvements: tuple[Involvement, ...]


def contact_view(reader: Reader, entry: Entry, involved: tuple[Involvement, ...]) -> ContactView:
    """Return the view of one person; `involved` is what the first part of the page shows of that."""
    localised = reader.localised(entry)
    person = cast("Contact", localised.record)
    shown = person_view(reader, entry)
    details = ContactDetails(shown.email, shown.phone)
    return ContactView(
        title=person.title,
        job=shown.job,
        organisation=shown.organisation,
        notices=notices(reader, localised) if localised.has_text else (),
        subtitle=person.subtitle or "",
        picture=picture(reader, entry, person),
        languages=", ".join(reader.language_name(tag) for tag in person.languages),
        contact_details=details,
        fallback=None if details else _fallback(reader, entry, person),
        involvements=involved,
        text=text_view(reader, localised),
        topics=reader.topics(person.topics),
        own=custom_facts(reader, localised),
        source=person.source or "",
        card=record_feed_link(reader, entry, "vcf"),
        data=reader.addresses.record_feed(entry, "json"),
        edit=record_edit_address(reader, entry),
    )


def _fallback(reader: Reader, entry: Entry, person: Contact) -> FallbackContact:
    name = str(person.title)
    at = reader.known(person.organisation)
    details = contact_details(reader, institution_of(reader, at)) if at else ContactDetails()
    others = tuple(_others(reader, entry, person))[:MOST_OTHERS]
    message = "contact.instead" if details or others else "contact.unknown"
    organisation = reader.link(at) if at and details else None
    return FallbackContact(reader.phrases(message, name=name), organisation, details, others)


def _others(reader: Reader, entry: Entry, person: Contact) -> Iterator[PersonView]:
    """Yield people who can be reached: those of the same courses and projects, then colleagues.

    Nobody comes twice.
    """
    seen = {entry.id}
    for link in (*_partners(reader, entry), *_colleagues(reader, person)):
        if link[0].id not in seen:
            seen.add(link[0].id)
            view = person_view(reader, link[0], link[1])
            if view.email or view.phone:
                yield view


def _partners(reader: Reader, entry: Entry) -> Iterator[tuple[Entry, str | None]]:
    for records in records_by_role(reader, entry).values():
        for each in records:
            for link in _contacts(each):
                yield reader.entry(link.person), link.role


def _contacts(entry: Entry) -> Iterable[ContactLink]:
    runs = getattr(entry.record, "runs", ())
    return (*entry.record.contacts, *(link for run in runs for link in run.contacts))


def _colleagues(reader: Reader, person: Contact) -> Iterator[tuple[Entry, None]]:
    if person.organisation:
        found = reader.catalogue.referrers(person.organisation, "organisation")
        yield from ((each, None) for each in found)


def contact_pages(reader: Reader, entry: Entry) -> Iterator[Page]:
    """Yield the page of a person."""
    first, *others = involvements_in_parts(reader, entry)
    views = [contact_view(reader, entry, first), *map(ContactPartView, others)]
    page = record_page(reader, entry, "contact.html", None)
    yield from in_parts(reader, page, views, "contact_part.html")
