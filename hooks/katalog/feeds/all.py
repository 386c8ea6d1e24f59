"""Every feed of the site but the JSON of records, which is written with their pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from katalog.feeds.atom import atoms
from katalog.feeds.calendars import calendars
from katalog.feeds.data.published import published
from katalog.feeds.opml import opml
from katalog.feeds.vcard import vcards

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from katalog.feeds.feed import Feed
    from katalog.views.reader import Reader


def all_feeds(readers: Mapping[str, Reader]) -> Iterator[Feed]:
    """Yield every feed in every language."""
    facts: dict[str, bytes] = {}
    for reader in readers.values():
        yield from calendars(reader, facts)
        yield from atoms(reader)
        yield from vcards(reader)
        yield opml(reader)
    yield from published(next(iter(readers.values())).settings.site_url)
