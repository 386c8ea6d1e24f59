"""People beside another record, as data."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from katalog.catalogue.contact_privacy import may_show_contact_details
from katalog.feeds.full_addresses import absolute_site_url
from katalog.feeds.json_data import part_models
from katalog.feeds.json_data.references import optional_reference
from katalog.schema.entries import Entry
from katalog.schema.record_parts import ContactLink
from katalog.schema.records import Contact
from katalog.views.memo import memoise
from katalog.views.reader import Reader


def person(reader: Reader, entry: Entry, role: str | None = None) -> part_models.Person:
    """Return a person beside another record, with e-mail and phone only while they may be shown."""
    found = _person(reader, entry)
    return replace(found, for_=role) if role else found


@memoise
def _person(reader: Reader, entry: Entry) -> part_models.Person:
    record = reader.localised(entry).record
    assert isinstance(record, Contact)
    shown = may_show_contact_details(record, reader.today)
    return part_models.Person(
        id=entry.id,
        name=record.title,
        url=absolute_site_url(reader.addresses.record(entry), reader.settings),
        job=record.role or "",
        organisation=optional_reference(reader, record.organisation),
        email=(shown and record.email) or "",
        phone=(shown and record.phone) or "",
    )


def people(reader: Reader, links: Iterable[ContactLink]) -> tuple[part_models.Person, ...]:
    """Return the people of a record's `contacts`."""
    return tuple([person(reader, reader.entry(link.person), link.role) for link in links])
