"""How to subscribe to a calendar: the file, and the address that opens a calendar program (webcal)."""

from msgspec import Struct

from katalog.views.memo import memoise
from katalog.views.page import FeedLink
from katalog.views.reader import Link, Reader
from katalog.views.shared.event_dates import event_years
from katalog.views.shared.feed_links import site_feeds

PARTS = ("sessions", "deadlines")
"""The parts of a calendar that have calendars of their own."""


class Subscription(Struct, frozen=True):
    """The buttons beside a calendar: its file, its address for calendar programs, and a page that explains.

    `webcal` needs the site's full address, and is empty where that is not known.  `parts` are the sessions
    alone and the deadlines alone, for calendar programs where the address is known; `years` are files of a
    year each, past ones too, for the calendar of the whole site.
    """

    file: FeedLink
    webcal: str
    how: Link | None
    parts: tuple[Link, ...] = ()
    years: tuple[Link, ...] = ()


@memoise
def site_subscription(reader: Reader) -> Subscription:
    """Return how to subscribe to the calendar of the whole site."""
    return subscription(reader, site_feeds(reader)[0])


def subscription(reader: Reader, feed: FeedLink) -> Subscription:
    """Return how to subscribe to a calendar, to its sessions or deadlines alone, to the site's by year."""
    page, where = reader.hand_page("subscribe"), reader.addresses
    how = Link(reader.phrases("calendar.subscribe.how"), page.address) if page else None
    files = {part: where.part_feed(feed.address, part) for part in PARTS}
    parts = tuple(
        Link(reader.phrases(f"calendar.subscribe.{part}"), _address(reader, file))
        for part, file in files.items()
    )
    whole = feed.address == where.feed("ics")
    years = tuple(Link(str(year), where.year_feed(year)) for year in event_years(reader) if whole)
    webcal = _address(reader, feed.address) if "://" in reader.settings.site_url else ""
    return Subscription(feed, webcal, how, parts, years)


def _address(reader: Reader, file: str) -> str:
    """Return the address that opens a calendar program, or the file where the site's address is not known."""
    site = reader.settings.site_url
    return f"webcal://{site.split('://', 1)[1]}{file}" if "://" in site else file
