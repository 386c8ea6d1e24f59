"""Every feed of one language but the JSON of records, which is written with their pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from katalog.feeds.atom import atoms
from katalog.feeds.calendars import calendars
from katalog.feeds.manifest import manifest
from katalog.feeds.opensearch import search_description
from katalog.feeds.opml import opml
from katalog.feeds.vcard import vcards

if TYPE_CHECKING:
    from collections.abc import Iterator

    from katalog.feeds.feed import Feed
    from katalog.views.reader import Reader


def all_feeds(reader: Reader) -> Iterator[Feed]:
    """Yield every feed."""
    yield from calendars(reader)
    yield from atoms(reader)
    yield from vcards(reader)
    yield opml(reader)
    yield manifest(reader)
    if reader.settings.site_url:
        yield search_description(reader)
