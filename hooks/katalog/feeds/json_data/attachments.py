"""The documents of records as data: files beside them, addresses, titles."""

from __future__ import annotations

from collections.abc import Sequence

from katalog.feeds.full_addresses import absolute_url
from katalog.feeds.json_data import part_models
from katalog.feeds.json_data.dates import when
from katalog.schema.entries import Entry
from katalog.schema.record_parts import Document
from katalog.views.reader import Reader
from katalog.views.shared.attachments import document_address


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
