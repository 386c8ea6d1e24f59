"""People beside a course, a project or an institution: name, job, and how to reach them."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from katalog.catalogue.contact_privacy import may_show_contact_details
from katalog.schema.entries import Entry
from katalog.schema.record_parts import ContactLink
from katalog.schema.records import Contact
from katalog.views.memo import memoise
from katalog.views.reader import Link, Reader
from katalog.views.shared.contact_details import Phone, phone_view


class PersonView(Struct, frozen=True):
    """A person on another record's page; unreachable people have neither `email` nor `phone`."""

    link: Link
    job: str
    organisation: Link | None
    email: str
    phone: Phone | None
    role: str


def person_view(reader: Reader, entry: Entry, role: str | None = None) -> PersonView:
    """Return a person as shown beside a course or project, with what to ask them about."""
    person = _person(reader, entry)
    return replace(person, role=reader.label("role", role)) if role else person


@memoise
def _person(reader: Reader, entry: Entry) -> PersonView:
    record = reader.localised(entry).record
    assert isinstance(record, Contact)
    shown = may_show_contact_details(record, reader.today)
    phone = phone_view(record.phone, reader.phrases.locale.territory) if shown and record.phone else None
    organisation = reader.link_to(record.organisation)
    email = record.email if shown and record.email else ""
    return PersonView(reader.link(entry), record.role or "", organisation, email, phone, "")


def people(reader: Reader, links: Iterable[ContactLink]) -> tuple[PersonView, ...]:
    """Return the people of a record's `contacts`, those first whom one can write to or call."""
    found = [person_view(reader, reader.entry(link.person), link.role) for link in links]
    return tuple(sorted(found, key=lambda each: not (each.email or each.phone)))
