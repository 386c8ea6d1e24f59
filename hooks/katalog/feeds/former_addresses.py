"""Files of a record that was renamed: a program that reads one follows no page to its new address."""

from collections.abc import Iterable, Iterator

from katalog.feeds.feed import Feed
from katalog.schema.entries import Entry
from katalog.views.reader import Reader


def at_former_addresses(reader: Reader, entry: Entry, feeds: Iterable[Feed]) -> Iterator[Feed]:
    """Yield the feeds of a record, and those that programs go on reading at every address it had.

    What lies in the folder of a course's page is a single session or deadline, which nobody reads twice.
    """
    page = reader.addresses.record(entry)
    beside = f"{page[:-1]}."
    for feed in feeds:
        yield feed
        if feed.address.startswith(beside) or entry.collection != "courses":
            for former in entry.record.redirect_from:
                yield Feed(with_id(feed.address, page, former), feed.data)


def with_id(address: str, page: str, other: str) -> str:
    """Return the address of a feed, beside a record's `page` or in its folder, as it is with another id."""
    beside = page[:-1]
    folder = beside[: beside.rfind("/") + 1]
    return f"{folder}{other}{address.removeprefix(beside)}"
