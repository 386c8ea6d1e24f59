"""Dates as pages show them: in a sentence, and as the small block at the head of a card."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from katalog.when import Precision, When, show_day, show_time
from katalog.when.model import quarter_of, season_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from katalog.i18n.phrases import Phrases
    from katalog.views.reader import Reader

_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_BY_DAYS = frozenset({Precision.HOURS, Precision.DAY, Precision.DAYS, Precision.WEEK, Precision.WEEKS})


BY_DATE = attrgetter("sort_key")
"""The key that sorts dates by beginning, then by end."""


class WhenView(Struct, frozen=True):
    """A date in words; `datetime` is for `<time datetime>` and empty where HTML has no form for it."""

    shown: str
    datetime: str
    iso: str


class DateBlock(Struct, frozen=True):
    """A date as a calendar leaf: days, month, year; `coarse` when it is not known to the day."""

    over: str
    main: str
    under: str
    coarse: bool


def when_view(reader: Reader, when: When | None, *, weekday: bool = False) -> WhenView:
    """Return a date in the reader's words; with `weekday`, a single day names it and leaves out its hours."""
    if when is None:
        return WhenView(reader.when(None), "", "")
    named = weekday and when.exact and when.earliest == when.latest
    shown = show_day(when.earliest, reader.phrases, weekday=True) if named else reader.when(when)
    return WhenView(shown, _datetime(when), when.iso)


def _datetime(when: When) -> str:
    """HTML's `datetime` knows a day, a month, a week, a year, but no spans."""
    if when.starts:
        return f"{when.earliest.isoformat()}T{when.starts.isoformat('minutes')}"
    return when.iso if "/" not in when.iso and "Q" not in when.iso and not when.iso[5:7] > "20" else ""


def whole_span(whens: Sequence[When]) -> When | None:
    """Return the days from the first of several dates to the last; `None` when they are too coarse for it."""
    ends = [when.latest for when in whens if when.latest and when.precision in _BY_DAYS]
    if not whens or len(ends) < len(whens):
        return None
    return When(min([when.earliest for when in whens]), max(ends), Precision.DAYS, "")


def span_shown(reader: Reader, whens: Sequence[When]) -> str:
    """Return from when to when several dates reach, in words; nothing for none."""
    if len(whens) < 2:
        return reader.when(whens[0]) if whens else ""
    if whole := whole_span(whens):
        return reader.when(whole)
    ordered = sorted(whens, key=BY_DATE)
    return reader.phrases("when.apart", first=reader.when(ordered[0]), last=reader.when(ordered[-1]))


def date_block(when: When | None, phrases: Phrases) -> DateBlock | None:
    """Return the leaf of a date; of a span its beginning, or its days where they lie in one month."""
    if when is None:
        return None
    if not when.exact:
        return _coarse(when, phrases)
    month = _month(when.earliest, phrases)
    return DateBlock(_days(when, phrases), month, str(when.earliest.year), coarse=False)


def _days(when: When, phrases: Phrases) -> str:
    first, last = when.earliest, when.latest or when.earliest
    if first == last or (first.year, first.month) != (last.year, last.month):
        return phrases("date.day", day=first.day)
    return phrases("date.days", day=first.day, last_day=last.day)


def _month(day: date, phrases: Phrases) -> str:
    return phrases.locale.short_months[day.month - 1].rstrip(".")


def _coarse(when: When, phrases: Phrases) -> DateBlock:
    first = when.earliest
    year = str(first.year)
    match when.precision:
        case Precision.WEEK | Precision.WEEKS:
            iso = first.isocalendar()
            return DateBlock("", phrases("date.week", week=iso.week), str(iso.year), coarse=True)
        case Precision.MONTH | Precision.MONTHS:
            return DateBlock("", _month(first, phrases), year, coarse=True)
        case Precision.QUARTER:
            return DateBlock("", phrases("date.quarter", n=quarter_of(first)), year, coarse=True)
        case Precision.SEASON:
            of, season = season_of(first)
            return DateBlock("", phrases(f"date.{_SEASONS[season]}"), str(of), coarse=True)
        case _:
            return DateBlock("", year, "", coarse=True)


def hours_shown(when: When | None, phrases: Phrases) -> str:
    """Return the hours of a date without its day; nothing where none are known."""
    if when is None or when.starts is None:
        return ""
    starts = show_time(when.starts, phrases)
    if when.ends is None:
        return phrases("date.hour", starts=starts)
    return phrases("date.hours", starts=starts, ends=show_time(when.ends, phrases))
