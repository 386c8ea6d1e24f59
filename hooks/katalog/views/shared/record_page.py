"""What the pages of all records share: address, breadcrumbs, description, feeds, edit link."""

from collections.abc import Callable
from typing import Any

from katalog.catalogue.addresses import Addresses, Section, section_of
from katalog.schema.entries import Entry
from katalog.views.page import FeedLink, Page
from katalog.views.reader import Link, Reader
from katalog.views.shared.calendar_events import calendar_events
from katalog.views.shared.edit_links import edit_address, seen_path
from katalog.views.shared.event_lists import EventsView, events_view
from katalog.views.shared.feed_links import TYPES, record_feeds


def page_at(reader: Reader, where: Callable[[Addresses], str], *above: Link, **fields: Any) -> Page:
    """Return the page that every language has at an address, below `above`; `fields` are the rest of it."""
    return Page(
        address=where(reader.addresses),
        language=reader.language,
        alternates=reader.alternates(where),
        breadcrumbs=(reader.section_link("home"), *above),
        **fields,
    )


def record_page(reader: Reader, entry: Entry, template: str, view: object) -> Page:
    """Return the page of a record, whatever its kind."""
    section, localised = section_of(entry), reader.localised(entry)
    return page_at(
        reader,
        lambda addresses: addresses.record(entry),
        reader.section_link(section),
        section=section,
        title=localised.record.title,
        template=template,
        view=view,
        description=localised.summary,
        feeds=record_feeds(reader, entry),
        kind=section,
        record=entry.id,
    )


def section_page(
    reader: Reader, section: Section, template: str, view: object, feeds: tuple[FeedLink, ...] = ()
) -> Page:
    """Return the first page of a section; its heading and description are the section's phrases."""
    return page_at(
        reader,
        lambda addresses: addresses.section(section),
        section=section,
        title=reader.section_name(section),
        template=template,
        view=view,
        description=reader.phrases(f"section.{section}.about"),
        feeds=feeds,
        kind=f"{section}-list",
    )


def record_feed_link(reader: Reader, entry: Entry, kind: str) -> FeedLink | None:
    """Return the feed of a kind (ics, vcf, …) beside a record, where it has one."""
    return next((feed for feed in record_feeds(reader, entry) if feed.type == TYPES[kind]), None)


def record_calendar(reader: Reader, entry: Entry) -> EventsView | None:
    """Return a record's coming events and how to subscribe to them; none for a record without a calendar."""
    feed = record_feed_link(reader, entry, "ics")
    return events_view(reader, calendar_events(reader, entry), feed) if feed else None


def record_edit_address(reader: Reader, entry: Entry) -> str:
    """Return where an editor changes the text that the reader sees; empty when the site names no place."""
    return edit_address(reader.settings, seen_path(reader, entry))
