"""A week of the calendar, by its ISO number: what happens on each of its days."""

from collections.abc import Container, Iterator
from datetime import date

from msgspec import Struct

from katalog.i18n.phrases import capitalised
from katalog.views.calendar.agenda import AgendaWeek, agenda
from katalog.views.calendar.filters import CalendarFilter, calendar_filters
from katalog.views.calendar.months_and_weeks import (
    calendar_months,
    calendar_weeks,
    dates_of_week,
    neighbours,
)
from katalog.views.page import Page
from katalog.views.reader import Link, Reader
from katalog.views.shared.event_dates import events_of
from katalog.views.shared.feed_links import site_feeds
from katalog.views.shared.record_page import page_at
from katalog.views.shared.subscription import Subscription, site_subscription
from katalog.when.iso_weeks import IsoWeek
from katalog.when.model import Precision, When
from katalog.when.months import Month
from katalog.when.showing import show_days, show_month


class WeekView(Struct, frozen=True):
    """One week; `when` is its date for search, `agenda` empty where nothing happens."""

    when: When
    span: str
    previous: Link | None
    next: Link | None
    month: Link | None
    filters: tuple[CalendarFilter, ...]
    agenda: AgendaWeek | None
    subscription: Subscription


def week_pages(reader: Reader, key: str) -> Iterator[Page]:
    """Yield the page of a week (`2026-37`)."""
    week = IsoWeek(*map(int, key.split("-")))
    yield _page(reader, week, *neighbours(calendar_weeks(reader), week))


def weeks_with_pages(reader: Reader) -> list[str]:
    """Return the keys of the weeks with a page (`2026-37`, ISO 8601), in order."""
    return [f"{week.year}-{week.number}" for week in calendar_weeks(reader)]


def _page(reader: Reader, week: IsoWeek, before: IsoWeek | None, after: IsoWeek | None) -> Page:
    view = _view(reader, week, before, after)
    above = [reader.section_link("calendar"), *([view.month] if view.month else [])]
    return page_at(
        reader,
        lambda addresses: addresses.week(*week),
        *above,
        section="calendar",
        title=capitalised(reader.phrases("when.week.of-year", week=week.number, year=week.year)),
        template="week.html",
        view=view,
        description=reader.phrases("calendar.week.about", days=view.span),
        feeds=site_feeds(reader),
        kind="calendar-week",
    )


def _view(reader: Reader, week: IsoWeek, before: IsoWeek | None, after: IsoWeek | None) -> WeekView:
    events = events_of(reader, dates_of_week(reader, *week))
    return WeekView(
        when=When(week.monday, week.sunday, Precision.WEEK, ""),
        span=show_days(week.monday, week.sunday, reader.phrases),
        previous=_neighbour(reader, week, before),
        next=_neighbour(reader, week, after),
        month=_month(reader, week, calendar_months(reader)),
        filters=calendar_filters(reader, events),
        agenda=(*agenda(reader, events, week.monday), None)[0],
        subscription=site_subscription(reader),
    )


def _month(reader: Reader, week: IsoWeek, months: Container[Month]) -> Link | None:
    """Return a link to the month that most of a week lies in: its Thursday's."""
    month = Month.of(date.fromisocalendar(*week, 4))
    if month not in months:
        return None
    return Link(capitalised(show_month(month, reader.phrases)), reader.addresses.month(*month))


def _neighbour(reader: Reader, week: IsoWeek, other: IsoWeek | None) -> Link | None:
    """Return a link to another week, with its year where that is another."""
    if other is None:
        return None
    number = {"week": other.number, "year": other.year, "n": other.number}
    message = "calendar.week" if other.year == week.year else "when.week.of-year"
    return Link(reader.phrases(message, **number), reader.addresses.week(*other))
