"""Which feeds a page has: for `<link rel="alternate">`, for its readers and for the list of all feeds."""

from collections.abc import Iterator
from typing import cast

from katalog.catalogue.contact_privacy import may_show_contact_details
from katalog.catalogue.state_table import ALLOWED
from katalog.schema.entries import Entry
from katalog.schema.records import Contact
from katalog.views.memo import memoise
from katalog.views.page import FeedLink
from katalog.views.reader import Reader
from katalog.views.shared.calendar_events import has_calendar

TYPES = {
    "ics": "text/calendar",
    "atom": "application/atom+xml",
    "json": "application/json",
    "vcf": "text/vcard",
}


@memoise
def site_feeds(reader: Reader) -> tuple[FeedLink, ...]:
    """Return the feeds of everything in this language: the calendar first, then Atom and JSON."""
    return tuple(
        FeedLink(reader.phrases(f"feed.all.{kind}"), reader.addresses.feed(kind), TYPES[kind])
        for kind in ("ics", "atom", "json")
    )


@memoise
def record_feeds(reader: Reader, entry: Entry) -> tuple[FeedLink, ...]:
    """Return the feeds beside a record: calendar, news, card and data, as far as it has them."""
    title = reader.title(entry)
    return tuple(
        FeedLink(
            reader.phrases(f"feed.{kind}-of", name=title),
            reader.addresses.record_feed(entry, kind),
            TYPES[kind],
        )
        for kind in _kinds(reader, entry)
    )


def _kinds(reader: Reader, entry: Entry) -> Iterator[str]:
    if has_calendar(reader, entry) and _offers_calendar(reader, entry):
        yield "ics"
    if entry.collection == "projects":
        yield "atom"
    if has_card(reader, entry):
        yield "vcf"
    yield "json"


def _offers_calendar(reader: Reader, entry: Entry) -> bool:
    """Return whether a calendar is offered: of a course only while any of its dates hold.

    The file stays, for those who have subscribed to it.
    """
    if entry.collection != "courses":
        return True
    return any(ALLOWED[reader.state(run)].held for run in reader.localised(entry).runs)


def has_card(reader: Reader, entry: Entry) -> bool:
    """Return whether there is a vCard: for people who may be reached, and somehow can."""
    if entry.collection != "contacts":
        return False
    person = cast("Contact", entry.record)
    return may_show_contact_details(person, reader.today) and bool(person.email or person.phone)


def topic_feeds(reader: Reader, topic: str) -> tuple[FeedLink, ...]:
    """Return the feeds beside a topic: the calendar first, then Atom."""
    title = reader.catalogue.topics[topic].name_in(reader.language)
    return tuple(
        FeedLink(
            reader.phrases(f"feed.{kind}-of", name=title),
            reader.addresses.topic_feed(topic, kind),
            TYPES[kind],
        )
        for kind in ("ics", "atom")
    )
