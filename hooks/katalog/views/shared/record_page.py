"""What the pages of all records share: address, breadcrumbs, description, feeds, edit link."""

from __future__ import annotations

from katalog.catalogue.addresses import Section, section_of
from katalog.catalogue.catalogue import LocalisedRecord
from katalog.schema.entries import Entry
from katalog.views.page import FeedLink, Page
from katalog.views.reader import Link, Reader
from katalog.views.shared.calendar_events import calendar_events
from katalog.views.shared.edit_links import edit_address, seen_path
from katalog.views.shared.event_lists import EventsView, events_view
from katalog.views.shared.feed_links import TYPES, record_feeds


def breadcrumbs(reader: Reader, *above: Link) -> tuple[Link, ...]:
    """Return the breadcrumbs of a page: the front page, then `above`; the page itself is left out."""
    return (reader.section_link("home"), *above)


def record_page(
    reader: Reader, entry: Entry, template: str, view: object, localised: LocalisedRecord, **more: object
) -> Page:
    """Return the page of a record, whatever its kind."""
    section = section_of(entry)
    return Page(
        address=reader.addresses.record(entry),
        section=section,
        language=reader.language,
        title=localised.record.title,
        template=template,
        view=view,
        alternates=reader.alternates(lambda addresses: addresses.record(entry)),
        description=localised.summary,
        breadcrumbs=breadcrumbs(reader, reader.section_link(section)),
        kind=section,
        record=entry.id,
        **{"feeds": record_feeds(reader, entry)} | more,  # type: ignore[arg-type]
    )


def section_page(reader: Reader, section: Section, template: str, view: object, **more: object) -> Page:
    """Return the first page of a section; its heading and description are the section's phrases."""
    return Page(
        address=reader.addresses.section(section),
        section=section,
        language=reader.language,
        title=reader.section_name(section),
        template=template,
        view=view,
        alternates=reader.alternates(lambda addresses: addresses.section(section)),
        description=reader.phrases(f"section.{section}.about"),
        breadcrumbs=breadcrumbs(reader),
        kind=f"{section}-list",
        **more,  # type: ignore[arg-type]
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
