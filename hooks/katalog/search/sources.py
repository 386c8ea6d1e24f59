"""Pages as search takes them: what each is made of is told apart before any text is read."""

from __future__ import annotations

from hashlib import sha256
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct, msgpack

from katalog.search.documents import (
    hand_document,
    lies_ahead,
    names_elsewhere,
    page_document,
    record_document,
    title_language,
    titles_elsewhere,
)
from katalog.views.shared.lists import kind_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from katalog.hand_pages import HandPage
    from katalog.search.documents import Document
    from katalog.views.page import Page
    from katalog.views.reader import Reader

LEFT_OUT = frozenset({"home", "search", "index", "my-library"})
"""Sections whose pages only lead to others."""


class Source(Struct, frozen=True):
    """A page before search reads it: `digest` tells all that its document is made of, `make` makes it."""

    address: str
    digest: bytes
    make: Callable[[], Document]


def source(reader: Reader, others: Sequence[Reader], page: Page) -> Source | None:
    """Return a page of the reader's language for search; nothing for one that only leads to others.

    `others` read the same catalogue in the other languages.
    """
    if not page.listed:
        return None
    section = reader.phrases(f"section.{page.section}")
    if page.record:
        entry = reader.entry(page.record)
        elsewhere = tuple(names_elsewhere(others, page, entry))
        names = (kind_label(reader, entry), title_language(page))
        digest = _digest(page, section, reader.localised(entry).record, names, elsewhere)
        return Source(page.address, digest, lambda: record_document(reader, page, entry, elsewhere))
    if (page.section in LEFT_OUT and page.kind != "own") or (page.part and page.part.number > 1):
        return None
    ahead = lies_ahead(reader, page)
    made_of = (page.address, page.title, page.description, section, [*titles_elsewhere(others, page)], ahead)
    digest = _digest(*made_of)
    return Source(page.address, digest, lambda: page_document(reader, others, page))


def hand_source(page: HandPage, html: str) -> Source:
    """Return a hand-written page for search, with the text that MkDocs has rendered."""
    return Source(page.address, _digest(page.address, page.title, html), lambda: hand_document(page, html))


def _digest(*made_of: object) -> bytes:
    return sha256(_ENCODER.encode(made_of)).digest()


_ENCODER = msgpack.Encoder(enc_hook=attrgetter("plain"))
"""Texts that know their language are text, as in `katalog.json_encoding`."""
