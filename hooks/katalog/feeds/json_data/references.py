"""Other records and topics, as data point at them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from katalog.feeds.full_addresses import absolute_site_url
from katalog.feeds.json_data import part_models
from katalog.schema.entries import Entry
from katalog.views.memo import memoise
from katalog.views.reader import Reader


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
