"""The page of one person: who they are, what to ask them about, and how to reach them or somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from msgspec import Struct

from katalog.views.people.roles import role_views, roles_of
from katalog.views.shared.attachments import picture
from katalog.views.shared.contact_details import Reach, reach_of
from katalog.views.shared.map import body_of
from katalog.views.shared.parts import notices, person_view, text_view
from katalog.views.shared.record import edit_address, feed_beside, record_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from katalog.schema.parts import ContactLink
    from katalog.schema.records import Contact
    from katalog.schema.validate import Entry
    from katalog.views.page import FeedLink, Page
    from katalog.views.people.roles import RoleView
    from katalog.views.reader import Link, Reader
    from katalog.views.shared.attachments import PictureView
    from katalog.views.shared.parts import Notice, PersonView, TextView

MOST_OTHERS = 4


class Instead(Struct, frozen=True):
    """Where to turn when a person cannot be reached: their organisation, and others who know."""

    line: str
    organisation: Link | None
    reach: Reach
    people: tuple[PersonView, ...]


class ContactView(Struct, frozen=True):
    """Everything a person's page shows; `instead` is there when nothing of `reach` is."""

    id: str
    title: str
    job: str
    organisation: Link | None
    notices: tuple[Notice, ...]
    picture: PictureView | None
    languages: str
    reach: Reach
    instead: Instead | None
    roles: tuple[RoleView, ...]
    text: TextView | None
    topics: tuple[Link, ...]
    source: str
    card: FeedLink | None
    data: str
    edit: str


def contact_view(reader: Reader, entry: Entry) -> ContactView:
    """Return the view of one person."""
    version = reader.version(entry)
    person = cast("Contact", version.record)
    shown = person_view(reader, entry)
    reach = Reach(shown.email, shown.phone)
    return ContactView(
        id=entry.id,
        title=person.title,
        job=shown.job,
        organisation=shown.organisation,
        notices=notices(reader, version) if version.body else (),
        picture=picture(reader, entry, person),
        languages=", ".join(reader.phrases(f"language.{tag}") for tag in person.languages),
        reach=reach,
        instead=None if reach else _instead(reader, entry, person),
        roles=role_views(reader, entry),
        text=text_view(reader, version),
        topics=reader.topics(person.topics),
        source=person.source or "",
        card=feed_beside(reader, entry, "vcf"),
        data=reader.addresses.record_feed(entry, "json"),
        edit=edit_address(reader, entry),
    )


def _instead(reader: Reader, entry: Entry, person: Contact) -> Instead:
    name = str(person.title)
    bodies = reader.entries([person.organisation] if person.organisation else [])
    reach = reach_of(reader, body_of(reader, bodies[0])) if bodies else Reach()
    others = tuple(_others(reader, entry, person))[:MOST_OTHERS]
    message = "contact.instead" if reach or others else "contact.unknown"
    body = reader.link(bodies[0]) if reach else None
    return Instead(reader.phrases(message, name=name), body, reach, others)


def _others(reader: Reader, entry: Entry, person: Contact) -> Iterator[PersonView]:
    """Yield reachable people who answer for the same courses and projects, then colleagues, each once."""
    seen = {entry.id}
    for link in (*_partners(reader, entry), *_colleagues(reader, person)):
        if link[0].id not in seen:
            seen.add(link[0].id)
            view = person_view(reader, link[0], link[1])
            if view.email or view.phone:
                yield view


def _partners(reader: Reader, entry: Entry) -> Iterator[tuple[Entry, str | None]]:
    for records in roles_of(reader, entry).values():
        for each in records:
            for link in _contacts(each):
                yield reader.entry(link.person), link.role


def _contacts(entry: Entry) -> Iterable[ContactLink]:
    runs = getattr(entry.record, "runs", ())
    return (*entry.record.contacts, *(link for run in runs for link in run.contacts))


def _colleagues(reader: Reader, person: Contact) -> Iterator[tuple[Entry, None]]:
    if person.organisation:
        found = reader.catalogue.pointing_at(person.organisation, "organisation")
        yield from ((each, None) for each in found)


def contact_pages(reader: Reader) -> Iterator[Page]:
    """Yield the page of every person."""
    for entry in reader.catalogue.by_collection.get("contacts", ()):
        view = contact_view(reader, entry)
        yield record_page(reader, entry, "contact.html", view, reader.version(entry))
