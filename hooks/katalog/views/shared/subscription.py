"""How to subscribe to a calendar: the file, and the address that opens a calendar program (webcal)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from katalog.views.reader import Link

if TYPE_CHECKING:
    from katalog.views.page import FeedLink
    from katalog.views.reader import Reader


class Subscription(Struct, frozen=True):
    """The buttons beside a calendar: its file, its address for calendar programs, and a page that explains.

    `webcal` needs the site's full address, and is empty where that is not known.
    """

    file: FeedLink
    webcal: str
    how: Link | None


def subscription(reader: Reader, feed: FeedLink) -> Subscription:
    """Return how to subscribe to a calendar."""
    site = reader.settings.site_url
    webcal = f"webcal://{site.split('://', 1)[1]}{feed.address}" if "://" in site else ""
    page = reader.hand_page("subscribe")
    how = Link(reader.phrases("calendar.subscribe.how"), page.address) if page else None
    return Subscription(feed, webcal, how)
