"""Pages as search takes them: the words of each are weighed only if the last build had others."""

from collections.abc import Callable, Sequence
from hashlib import sha256
from operator import attrgetter

from msgspec import Struct, msgpack

from katalog.hand_pages import HandPage
from katalog.search.documents import Document, hand_document, page_document, record_document
from katalog.views.page import Page
from katalog.views.reader import Reader

LEFT_OUT = frozenset({"home", "search", "index", "my-library"})
"""Sections whose pages only lead to others."""


class Source(Struct, frozen=True):
    """A page before its words are weighed: `digest` tells its document, which `make` returns."""

    address: str
    digest: bytes
    make: Callable[[], Document]


def source(reader: Reader, others: Sequence[Reader], page: Page) -> Source | None:
    """Return a page of the reader's language for search; nothing for one that only leads to others.

    `others` read the same catalogue in the other languages.
    """
    if not page.in_search_and_sitemap:
        return None
    if page.record:
        return _source(record_document(reader, others, page, reader.entry(page.record)))
    if (page.section in LEFT_OUT and page.kind != "own") or (page.part and page.part.number > 1):
        return None
    return _source(page_document(reader, others, page))


def hand_source(page: HandPage, html: str) -> Source:
    """Return a hand-written page for search, with the text that MkDocs has rendered."""
    return _source(hand_document(page, html))


def _source(document: Document) -> Source:
    digest = sha256(_ENCODER.encode(document)).digest()
    return Source(document.shown.address, digest, lambda: document)


_ENCODER = msgpack.Encoder(enc_hook=attrgetter("plain"))
"""Texts that know their language are text, as in `katalog.json_encoding`."""
