"""Events as a list, for the calendar and for the pages of libraries, topics and projects."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from katalog.views.page import FeedLink
from katalog.views.reader import Link, Reader
from katalog.views.shared.dates import WhenView, when_view
from katalog.views.shared.deadlines import closing_instant, end_of_day
from katalog.views.shared.event import Dated, EventView, each_day
from katalog.views.shared.event_dates import EventDate, events_of
from katalog.views.shared.subscription import Subscription, subscription
from katalog.views.shared.time_zones import hours_shown

MOST_EVENTS = 8
"""How many events a record's page lists; the rest are in its calendar."""


class EventRow(Struct, frozen=True):
    """A line: `title` is the session's where it says more than the record's, or the run's; `week`: "uge 48".

    `until` is the instant from which it is over (empty: never).
    """

    kind: str
    when: WhenView
    hours: str
    week: str
    label: str
    link: Link
    title: str
    place: str
    also_online: str
    status: str
    until: str


class EventsView(Struct, frozen=True):
    """The coming events of one record, but for those called off; `rest` counts those not listed."""

    rows: tuple[EventRow, ...]
    rest: int
    subscription: Subscription | None


def event_row(reader: Reader, event: EventView) -> EventRow:
    """Return one event as a line: its date, title, place and state in words."""
    when = event.when
    return EventRow(
        kind=event.kind,
        when=when_view(reader, when, weekday=True),
        hours=hours_shown(reader, when, event.zone),
        week=reader.phrases("calendar.week", n=when.earliest.isocalendar().week) if when.exact else "",
        label=_label(reader, event),
        link=event.link,
        title=event.run if event.kind == "deadline" or event.title == event.link.title else event.title,
        place=event.place,
        also_online=reader.phrases("place.also-online") if event.also_online else "",
        status=event.status_label,
        until=_until(reader, event),
    )


def _until(reader: Reader, event: EventView) -> str:
    """Return the instant from which an event is over: a deadline at its hour, others with their last day."""
    if event.kind == "deadline":
        return closing_instant(reader, event.when, event.zone)
    return end_of_day(reader, event.when.latest) if event.when.latest else ""


def _label(reader: Reader, event: EventView) -> str:
    """Return what kind of event it is, where its title does not say that already."""
    if event.label == event.title and event.kind != "deadline":
        return reader.phrases(f"event.{event.kind}")
    return event.label


def event_rows(reader: Reader, events: Iterable[EventView]) -> tuple[EventRow, ...]:
    """Return events as lines, in their order."""
    return tuple([event_row(reader, event) for event in events])


def is_ahead(event: Dated, today: date) -> bool:
    """Return whether an event is not over; one with an open end never is."""
    return event.when.latest is None or event.when.latest >= today


def events_view(reader: Reader, events: Sequence[EventDate], feed: FeedLink) -> EventsView:
    """Return the coming ones among a record's events; `feed` is the calendar of all of them."""
    days = each_day(event for event in events if not event.status)
    ahead = [event for event in days if is_ahead(event, reader.today)]
    rows = event_rows(reader, events_of(reader, ahead[:MOST_EVENTS]))
    return EventsView(rows, max(0, len(ahead) - MOST_EVENTS), subscription(reader, feed))
