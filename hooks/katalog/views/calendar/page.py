"""The calendar: this month and the coming events, and a page for every month that has any."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from katalog.i18n.phrases import capitalised
from katalog.views.calendar.agenda import AgendaRow, AgendaWeek, agenda, agenda_rows, week_link
from katalog.views.calendar.filters import CalendarFilter, calendar_filters
from katalog.views.calendar.month_grid import IN_GRID, Week, grid
from katalog.views.calendar.months_and_weeks import (
    CalendarDates,
    calendar_dates,
    calendar_months,
    dates_of_month,
    lies_in,
    neighbours,
)
from katalog.views.memo import memoise
from katalog.views.page import Page
from katalog.views.reader import Link, Reader
from katalog.views.shared.deadlines import end_of_day
from katalog.views.shared.event_dates import EventDate, events_of
from katalog.views.shared.event_lists import is_ahead
from katalog.views.shared.feed_links import site_feeds
from katalog.views.shared.lists import CountedLink
from katalog.views.shared.record_page import page_at, section_page
from katalog.views.shared.subscription import Subscription, site_subscription
from katalog.when.iso_weeks import IsoWeek
from katalog.when.months import Month
from katalog.when.showing import show_month

MOST_AHEAD, MOST_MONTHS = 40, 6
"""How many events ahead the first page lists, and how many of the latest months it links."""
MOST_LISTED = 350
"""How many dates a month's page lists; it keeps the page under 60 KB compressed and 5,000 elements."""


class MonthView(Struct, frozen=True):
    """One month: its grid, its events by day, and what is only known to lie in it somewhere.

    A month with more than `MOST_LISTED` dates has no `rows`, but leads to its weeks with how many each has.
    """

    id: str
    title: str
    weekdays: tuple[str, ...]
    weeks: tuple[Week, ...]
    rows: tuple[AgendaWeek, ...]
    by_week: tuple[CountedLink, ...]
    coarse: tuple[AgendaRow, ...]


class CalendarView(Struct, frozen=True):
    """A page of the calendar.

    Only the first one, `overview`, has a `week` that is this one until the instant `week_ends`, `ahead`,
    `coarse`, `latest` and `months`.
    """

    overview: bool
    month: MonthView
    previous: Link | None
    next: Link | None
    week: Link | None
    week_ends: str
    filters: tuple[CalendarFilter, ...]
    ahead: tuple[AgendaWeek, ...]
    coarse: tuple[AgendaRow, ...]
    latest: tuple[Link, ...]
    months: tuple[Link, ...]
    archive: Link
    subscription: Subscription


def calendar_pages(reader: Reader) -> Iterator[Page]:
    """Yield the calendar's first page."""
    yield _first_page(reader, calendar_dates(reader))


def month_pages(reader: Reader, key: str) -> Iterator[Page]:
    """Yield the page of a month (`2026-09`)."""
    year, number = map(int, key.split("-"))
    month = Month(year, number)
    events = dates_of_month(reader, year, number)
    yield _month_page(reader, events, month, *neighbours(calendar_months(reader), month))


def months_with_pages(reader: Reader) -> list[str]:
    """Return the keys of the months with a page (`2026-09`), in order."""
    return [str(month) for month in calendar_months(reader)]


def _first_page(reader: Reader, events: CalendarDates) -> Page:
    now, week, months = Month.of(reader.today), IsoWeek.of(reader.today), events.months
    every = [event for event in events.every if is_ahead(event, reader.today)]
    ahead = [event for event in every if event.when.precision in IN_GRID][:MOST_AHEAD]
    coarse = [event for event in every if event.when.precision not in IN_GRID][:MOST_AHEAD]
    past = [month for month in months if month < now and month in events.by_month]
    later = [month for month in months if month > now]
    view = CalendarView(
        overview=True,
        month=_month(reader, events, now),
        previous=_maybe(reader, past[-1] if past else None),
        next=_maybe(reader, later[0] if later else None),
        week=week_link(reader, week),
        week_ends=end_of_day(reader, week.sunday),
        filters=calendar_filters(reader, (*every, *events.by_month.get(now, ()))),
        ahead=agenda(reader, events_of(reader, ahead), reader.today),
        coarse=agenda_rows(reader, events_of(reader, coarse)),
        latest=() if every else tuple(_link(reader, month) for month in reversed(past[-MOST_MONTHS:])),
        months=tuple(_link(reader, month) for month in later),
        archive=reader.section_link("archive"),
        subscription=site_subscription(reader),
    )
    return section_page(reader, "calendar", "calendar.html", view, feeds=site_feeds(reader))


def _month_page(
    reader: Reader, events: CalendarDates, month: Month, before: Month | None, after: Month | None
) -> Page:
    title, shown = show_month(month, reader.phrases), _month(reader, events, month)
    view = CalendarView(
        overview=False,
        month=shown,
        previous=_maybe(reader, before),
        next=_maybe(reader, after),
        week=None,
        week_ends="",
        filters=() if shown.by_week else calendar_filters(reader, events.by_month.get(month, ())),
        ahead=(),
        coarse=(),
        latest=(),
        months=(),
        archive=reader.section_link("archive"),
        subscription=site_subscription(reader),
    )
    return page_at(
        reader,
        lambda addresses: addresses.month(*month),
        reader.section_link("calendar"),
        section="calendar",
        title=capitalised(title),
        template="calendar.html",
        view=view,
        description=reader.phrases("calendar.month.about", month=title),
        feeds=site_feeds(reader),
        kind="calendar",
    )


def _link(reader: Reader, month: Month) -> Link:
    return Link(show_month(month, reader.phrases), reader.addresses.month(*month))


def _maybe(reader: Reader, month: Month | None) -> Link | None:
    return _link(reader, month) if month else None


def _month(reader: Reader, events: CalendarDates, month: Month) -> MonthView:
    first, last = month.first_day, month.last_day
    own = events.by_month.get(month, [])
    days = [date for date in own if date.when.precision in IN_GRID]
    listed = len(days) <= MOST_LISTED
    near = [date for each in (month.later(-1), month.later(1)) for date in events.by_month.get(each, ())]
    coarse = [date for date in own if date.when.precision not in IN_GRID]
    coarse += [date for date in events.coarse if lies_in(date.when, first, last)]
    drawn = {(date.uid, date.when): date for date in (*own, *near)}
    return MonthView(
        id=str(month),
        title=capitalised(show_month(month, reader.phrases)),
        weekdays=_weekdays(reader),
        weeks=grid(
            reader,
            month,
            events_of(reader, drawn.values()),
            frozenset(events.weeks),
        ),
        rows=agenda(reader, events_of(reader, days), first) if listed else (),
        by_week=() if listed else _by_week(reader, days, first),
        coarse=agenda_rows(reader, events_of(reader, coarse)),
    )


def _by_week(reader: Reader, dates: Iterable[EventDate], first: date) -> tuple[CountedLink, ...]:
    """Return the weeks in which dates begin, those before `first` in its own, with how many do."""
    counts = Counter(IsoWeek.of(max(each.when.earliest, first)) for each in dates)
    return tuple(CountedLink(week_link(reader, week), counts[week]) for week in sorted(counts))


@memoise
def _weekdays(reader: Reader) -> tuple[str, ...]:
    return tuple(name.rstrip(".") for name in reader.phrases.locale.short_weekdays)
