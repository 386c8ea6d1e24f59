"""Dates in the reader's words.  Patterns come from the catalogue (`when.…`), names from CLDR.

Patterns get numbers as digits (`{day}`, `{week}`, `{year}`) and names as words (`{month}`, `{weekday}`).
"""

from collections.abc import Callable
from datetime import date, time
from functools import lru_cache

from msgspec.structs import replace

from katalog.i18n.phrases import Phrases
from katalog.when.day_spans import Hours
from katalog.when.model import (
    END_OF_DAY,
    SEASON_NAMES,
    Precision,
    Qualifier,
    Recurrence,
    When,
    quarter_of,
    season_of,
)
from katalog.when.months import Month

_SEVERAL_DAYS = {tuple(range(7)): "when.every.day", tuple(range(5)): "when.every.working-day"}


def show_when(when: When, phrases: Phrases) -> str:
    """Return the date as a native writes it, in its own precision; `read_when` takes it back."""
    shown = _show_recurring(when, phrases) if when.recurrence else _show_plain(when, phrases)
    return _qualified(shown, when, phrases)


def _qualified(shown: str, when: When, phrases: Phrases) -> str:
    """Return a date with how sure it is: `ca. 7. marts 2028`."""
    return phrases(f"when.{when.qualifier.name.lower()}", when=shown) if when.qualifier else shown


def _show_recurring(when: When, phrases: Phrases) -> str:
    """Return `hver tirsdag 5. september–24. oktober 2028 kl. 19.00–21.00, undtagen 17. oktober 2028`."""
    assert when.recurrence
    assert when.latest
    span = show_days(when.earliest, when.latest, phrases)
    shown = phrases("when.recurring", every=_show_rule(when.recurrence, phrases), days=span)
    if when.starts:
        shown = phrases("when.hours", day=shown, hours=_hours(when, phrases))
    parity = when.recurrence.parity
    left_out = ", ".join(
        show_day(day, phrases)
        for day in when.recurrence.left_out
        if parity in {None, day.isocalendar().week % 2}
    )
    return phrases("when.except", when=shown, days=left_out) if left_out else shown


def _show_rule(rule: Recurrence, phrases: Phrases) -> str:
    if rule.interval == 1 and rule.weekdays in _SEVERAL_DAYS:
        return phrases(_SEVERAL_DAYS[rule.weekdays])
    *first, last = (phrases.locale.weekdays[day] for day in rule.weekdays)
    weekdays = phrases("when.stretches", first=", ".join(first), last=last) if first else last
    if rule.nth:
        return phrases("when.every.month", nth=_show_nth(rule.nth, phrases), weekday=weekdays)
    if rule.parity is not None:
        return phrases(f"when.every.{'odd' if rule.parity else 'even'}-week", weekdays=weekdays)
    if rule.interval > 2:
        return phrases("when.every.nth-week", nth=_show_nth(rule.interval, phrases), weekdays=weekdays)
    return phrases("when.every.other-week" if rule.interval > 1 else "when.every.week", weekdays=weekdays)


def _show_nth(nth: int, phrases: Phrases) -> str:
    return phrases(f"when.nth.{nth}" if nth > 0 else "when.nth.last")


def _show_plain(when: When, phrases: Phrases) -> str:
    if when.latest is None:
        return phrases("when.from", when=_show_first(when, phrases))
    return _SHOW.get(when.precision, _show_units)(when, when.latest, phrases)


def show_day(day: date, phrases: Phrases, *, weekday: bool = False) -> str:
    """Return a day: `8. februar 2016`, with its weekday `mandag den 8. februar 2016`."""
    names = phrases.locale
    month = names.months[day.month - 1]
    if not weekday:
        return phrases("when.day", day=day.day, month=month, year=day.year)
    name = names.weekdays[day.weekday()]
    return phrases("when.day.weekday", weekday=name, day=day.day, month=month, year=day.year)


def show_single_day(when: When, phrases: Phrases, *, hours: bool) -> str:
    """Return a date of one day with its weekday: `mandag den 8. februar 2016`, with its `hours` if asked."""
    shown = show_day(when.earliest, phrases, weekday=True)
    if hours and when.starts:
        shown = phrases("when.hours", day=shown, hours=_hours(when, phrases))
    return _qualified(shown, when, phrases)


def show_month(month: Month, phrases: Phrases) -> str:
    """Return a month with its year: `marts 2016`."""
    name = phrases.locale.standalone_months[month.number - 1]
    return phrases("when.month", month=name, year=month.year)


@lru_cache(1024)
def show_time(t: time, phrases: Phrases) -> str:
    """Return a time of day without the word for clock: `9.00`; the end of the day is `24.00`."""
    hour, minute = (24, 0) if t == END_OF_DAY else (t.hour, t.minute)
    return phrases("when.time", hour=hour, minute=f"{minute:02}")


def show_hours(when: When | None, phrases: Phrases) -> str:
    """Return the hours of a date without its day, `kl. 9.00–16.00`; empty where none are known."""
    return (
        phrases("date.hours", hours=_hours(when, phrases))
        if when and when.starts and when.latest in {when.earliest, None}
        else ""
    )


def show_clock(hours: Hours, phrases: Phrases) -> str:
    """Return hours without their day and without the word for clock: `9.00–16.00`."""
    return _hours(When(date.min, date.min, Precision.HOURS, "", **hours._asdict()), phrases)


def _hours(when: When, phrases: Phrases) -> str:
    """Return the hours of a day without the word for clock: `9.30–12.00 og 13.00–ca. 15.00`."""
    shown = [
        show_time(starts, phrases) + (f"–{show_time(ends, phrases)}" if ends else "")
        for starts, ends in when.stretches
    ]
    if when.about_start:
        shown[0] = phrases("when.about", when=shown[0])
    if when.about_end:
        before, _, end = shown[-1].rpartition("–")
        shown[-1] = f"{before}–{phrases('when.about', when=end)}"
    *first, last = shown
    return phrases("when.stretches", first=", ".join(first), last=last) if first else last


def _show_day_and_hours(when: When, latest: date, phrases: Phrases) -> str:
    day = show_day(when.earliest, phrases)
    if when.starts and latest != when.earliest:
        return " – ".join(_show_day_and_hours(each, each.earliest, phrases) for each in _both_ends(when))
    return phrases("when.hours", day=day, hours=_hours(when, phrases)) if when.starts else day


def _both_ends(when: When) -> tuple[When, When]:
    """Return the hour of the first day and that of the last."""
    assert when.latest
    first = replace(when, latest=when.earliest, ends=None, about_end=False)
    last = replace(when, earliest=when.latest, starts=when.ends, ends=None, about_start=when.about_end)
    return first, replace(last, about_end=False)


def _show_days(when: When, latest: date, phrases: Phrases) -> str:
    return show_days(when.earliest, latest, phrases)


def show_days(first: date, last: date, phrases: Phrases) -> str:
    """Return the days from first to last: `7.–13. september 2026`."""
    if first == last:
        return show_day(first, phrases)
    if first.year != last.year:
        return phrases("when.span", first=show_day(first, phrases), last=show_day(last, phrases))
    months = phrases.locale.months
    month, last_month = months[first.month - 1], months[last.month - 1]
    if first.month == last.month:
        return phrases("when.days.in-month", day=first.day, last_day=last.day, month=month, year=last.year)
    return phrases(
        "when.days.in-year",
        day=first.day, month=month, last_day=last.day, last_month=last_month, year=last.year,
    )  # fmt: skip


def _show_week(when: When, latest: date, phrases: Phrases) -> str:
    week = when.earliest.isocalendar().week
    return phrases("when.week", week=week, days=show_days(when.earliest, latest, phrases))


def _show_weeks(when: When, latest: date, phrases: Phrases) -> str:
    year, week, _ = when.earliest.isocalendar()
    last_year, last_week, _ = latest.isocalendar()
    days = show_days(when.earliest, latest, phrases)
    message = "when.weeks.in-year" if year == last_year else "when.weeks"
    return phrases(message, week=week, year=year, last_week=last_week, last_year=last_year, days=days)


def _show_months(when: When, latest: date, phrases: Phrases) -> str:
    first, year = when.earliest, latest.year
    if first.year != year:
        return _span(first, latest, phrases, _month)
    months = phrases.locale.standalone_months
    month, last_month = months[first.month - 1], months[latest.month - 1]
    return phrases("when.months.in-year", month=month, last_month=last_month, year=year)


def _show_month_part(when: When, _latest: date, phrases: Phrases) -> str:
    part = {1: "early", 11: "middle", 21: "late"}[when.earliest.day]
    return phrases(f"when.month-part.{part}", month=_month(when.earliest, phrases))


def _span(first: date, last: date, phrases: Phrases, show: Callable[[date, Phrases], str]) -> str:
    one, other = show(first, phrases), show(last, phrases)
    return one if one == other else phrases("when.span", first=one, last=other)


def _month(day: date, phrases: Phrases) -> str:
    return show_month(Month.of(day), phrases)


def _quarter(day: date, phrases: Phrases) -> str:
    return phrases(f"when.quarter.{quarter_of(day)}", year=day.year)


def _season(day: date, phrases: Phrases) -> str:
    year, season = season_of(day)
    return phrases(f"when.season.{SEASON_NAMES[season]}", year=year, year_before=year - 1)


def _term(day: date, phrases: Phrases) -> str:
    return phrases(f"when.term.{'spring' if day.month < 7 else 'autumn'}", year=day.year)


def _year(day: date, phrases: Phrases) -> str:
    return phrases("when.year", year=day.year)


def _week(day: date, phrases: Phrases) -> str:
    year, week, _ = day.isocalendar()
    return phrases("when.week.of-year", week=week, year=year)


_UNIT: dict[Precision, Callable[[date, Phrases], str]] = {
    Precision.WEEK: _week,
    Precision.WEEKS: _week,
    Precision.MONTH: _month,
    Precision.MONTHS: _month,
    Precision.QUARTER: _quarter,
    Precision.SEASON: _season,
    Precision.TERM: _term,
    Precision.YEAR: _year,
    Precision.YEARS: _year,
}


def show_end(when: When, day: date, phrases: Phrases) -> str:
    """Return one end of a date, without hours: of `april–juni 2027` its first or last month."""
    if when.precision is Precision.MONTH_PART:
        shown = _show_month_part(when, day, phrases)
    else:
        shown = _UNIT.get(when.precision, show_day)(day, phrases)
    return _qualified(shown, when, phrases)


def _show_first(when: When, phrases: Phrases) -> str:
    if when.starts:
        return _show_day_and_hours(when, when.earliest, phrases)
    return show_end(replace(when, qualifier=Qualifier.NONE), when.earliest, phrases)


def _show_units(when: When, latest: date, phrases: Phrases) -> str:
    """Return the month, quarter, season … a date is, or from which to which."""
    return _span(when.earliest, latest, phrases, _UNIT[when.precision])


_SHOW: dict[Precision, Callable[[When, date, Phrases], str]] = {
    Precision.HOURS: _show_day_and_hours,
    Precision.DAY: _show_days,
    Precision.DAYS: _show_days,
    Precision.WEEK: _show_week,
    Precision.WEEKS: _show_weeks,
    Precision.MONTHS: _show_months,
    Precision.MONTH_PART: _show_month_part,
}
