"""Events as an agenda: week by week, day by day, each event once."""

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from katalog.i18n.phrases import capitalised
from katalog.views.calendar.filters import event_facets
from katalog.views.reader import Link, Reader
from katalog.views.shared.event import EventView
from katalog.views.shared.event_lists import EventRow, event_row
from katalog.when.iso_weeks import IsoWeek
from katalog.when.showing import show_days


class AgendaRow(Struct, frozen=True):
    """An event; `several` where it takes more than the day it stands under."""

    event: EventRow
    several: bool
    facets: Mapping[str, str]


class AgendaDay(Struct, frozen=True):
    """A day on which something begins; `iso` is its date."""

    iso: str
    title: str
    rows: tuple[AgendaRow, ...]


class AgendaWeek(Struct, frozen=True):
    """A week: `rows` are of no certain day in it or began before, `days` those on which something begins."""

    link: Link
    span: str
    rows: tuple[AgendaRow, ...]
    days: tuple[AgendaDay, ...]


def agenda(reader: Reader, events: Iterable[EventView], first: date) -> tuple[AgendaWeek, ...]:
    """Return the weeks of events; one that began before `first` stands in the week of that day."""
    weeks: dict[IsoWeek, list[EventView]] = {}
    for event in events:
        weeks.setdefault(IsoWeek.of(max(event.when.earliest, first)), []).append(event)
    return tuple([_week(reader, week, weeks[week], first) for week in sorted(weeks)])


def agenda_rows(reader: Reader, events: Iterable[EventView]) -> tuple[AgendaRow, ...]:
    """Return events without the days they stand under."""
    return tuple([_row(reader, event) for event in events])


def _week(reader: Reader, week: IsoWeek, events: list[EventView], first: date) -> AgendaWeek:
    days: dict[date, list[EventView]] = {}
    loose = []
    for event in events:
        if event.when.exact and event.when.earliest >= first:
            days.setdefault(event.when.earliest, []).append(event)
        else:
            loose.append(event)
    return AgendaWeek(
        link=week_link(reader, week),
        span=show_days(week.monday, week.sunday, reader.phrases),
        rows=agenda_rows(reader, loose),
        days=tuple([_day(reader, day, days[day]) for day in sorted(days)]),
    )


def week_link(reader: Reader, week: IsoWeek) -> Link:
    """Return a link to the page of a week, in the words of its number."""
    title = capitalised(reader.phrases("calendar.week", n=week.number))
    return Link(title, reader.addresses.week(*week))


def _day(reader: Reader, day: date, events: list[EventView]) -> AgendaDay:
    names = reader.phrases.locale
    weekday, month = names.weekdays[day.weekday()], names.months[day.month - 1]
    title = reader.phrases("calendar.day", weekday=weekday, day=day.day, month=month)
    return AgendaDay(day.isoformat(), capitalised(title), agenda_rows(reader, events))


def _row(reader: Reader, event: EventView) -> AgendaRow:
    when = event.when
    several = not when.exact or when.earliest != when.latest
    return AgendaRow(event_row(reader, event), several, event_facets(reader, event))
