"""Other records, topics, people and documents, as data point at them."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from katalog.catalogue.contact_privacy import may_show_contact_details
from katalog.feeds.full_addresses import absolute_site_url, absolute_url
from katalog.feeds.json_data import part_models
from katalog.feeds.json_data.dates import when
from katalog.schema.entries import Entry
from katalog.schema.record_parts import ContactLink, Document
from katalog.schema.records import Contact
from katalog.views.memo import memoise
from katalog.views.reader import Reader
from katalog.views.shared.attachments import document_address


@memoise
def reference(reader: Reader, entry: Entry) -> part_models.Reference:
    """Return a record as other records refer to it."""
    url = absolute_site_url(reader.addresses.record(entry), reader.settings)
    return part_models.Reference(id=entry.id, title=reader.title(entry), url=url)


def references(reader: Reader, ids: Sequence[str]) -> tuple[part_models.Reference, ...]:
    """Return the records of `ids`, in their order."""
    return tuple([reference(reader, entry) for entry in reader.entries(ids)]) if ids else ()


def optional_reference(reader: Reader, id_: str | None) -> part_models.Reference | None:
    """Return the record of an id, where there is one."""
    entry = reader.known(id_)
    return reference(reader, entry) if entry else None


def reference_or_text(reader: Reader, text: str) -> part_models.Reference:
    """Return the record whose id `text` is, or the text itself."""
    return optional_reference(reader, text) or part_models.Reference(title=text)


def topics(reader: Reader, ids: Iterable[str]) -> tuple[part_models.Reference, ...]:
    """Return topics in their order; ids that are none are passed over."""
    return tuple([_topic(reader, id_) for id_ in ids if id_ in reader.catalogue.topics])


@memoise
def _topic(reader: Reader, id_: str) -> part_models.Reference:
    title = reader.catalogue.topics[id_].name_in(reader.language)
    url = absolute_site_url(reader.addresses.topic(id_), reader.settings)
    return part_models.Reference(id=id_, title=title, url=url)


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


def documents(
    reader: Reader, entry: Entry, found: Sequence[Document], zone: str
) -> tuple[part_models.Document, ...]:
    """Return documents of a record, in its order; hours of their dates are on the clock of `zone` (IANA)."""
    return tuple([_document(reader, entry, each, zone) for each in found])


def _document(reader: Reader, entry: Entry, document: Document, zone: str) -> part_models.Document:
    url = document_address(reader, entry, document)
    return part_models.Document(
        title=document.title,
        url=absolute_url(url, reader.settings) if url else "",
        language=document.language or "",
        kind=document.kind or "",
        date=when(reader, document.date, zone),
    )
