"""The documents and the picture of a record."""

from collections.abc import Sequence
from posixpath import dirname, join

from msgspec import Struct

from katalog.schema.entries import Entry
from katalog.schema.record_parts import Document
from katalog.schema.records import Record
from katalog.views.reader import Reader
from katalog.views.shared.dates import WhenView, when_view


class DocumentView(Struct, frozen=True):
    """A document; without an address there is only its title.  `format` is the file's, such as PDF."""

    title: str
    address: str
    language: str
    kind: str
    language_name: str
    when: WhenView | None
    format: str


class PictureView(Struct, frozen=True):
    """A record's picture: its address, and what it shows."""

    address: str
    alt: str


def attachment(reader: Reader, entry: Entry, file: str) -> str:
    """Return the address of a file a record names, in its folder or beside it; nothing if it is missing."""
    folder = dirname(entry.path)
    for path in (join(folder, entry.id, file), join(folder, file)):
        if path in reader.catalogue.attachments:
            return reader.attachment_address(path)
    return ""


def documents(reader: Reader, entry: Entry, found: Sequence[Document]) -> tuple[DocumentView, ...]:
    """Return documents of a record, in its order."""
    return tuple(_document(reader, entry, each) for each in found)


def document_address(reader: Reader, entry: Entry, document: Document) -> str:
    """Return where a document is; empty where only its title is known."""
    return attachment(reader, entry, document.file) if document.file else document.url or ""


def _document(reader: Reader, entry: Entry, document: Document) -> DocumentView:
    address = document_address(reader, entry, document)
    return DocumentView(
        title=document.title,
        address=address,
        language=document.language or "",
        kind=reader.label("document.kind", document.kind),
        language_name=reader.language_name(document.language) if document.language else "",
        when=when_view(reader, document.date) if document.date else None,
        format=_format(document.file or ""),
    )


def _format(file: str) -> str:
    return file.rpartition(".")[2].upper() if "." in file else ""


def picture(reader: Reader, entry: Entry, record: Record) -> PictureView | None:
    """Return a record's picture, or nothing where it has none."""
    address = attachment(reader, entry, record.image.file) if record.image else ""
    return PictureView(address, record.image.alt) if record.image and address else None
