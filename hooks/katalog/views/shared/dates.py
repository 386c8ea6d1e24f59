"""Dates as pages show them: in a sentence, and as the small block at the head of a card."""

from collections.abc import Sequence
from datetime import date
from operator import attrgetter

from msgspec import Struct

from katalog.i18n.phrases import Phrases
from katalog.views.reader import Reader
from katalog.when.model import SEASON_NAMES, Precision, When, quarter_of, season_of, whole_span
from katalog.when.showing import show_end, show_single_day

BY_DATE = attrgetter("sort_key")
"""The key that sorts dates by beginning, then by end."""


class WhenView(Struct, frozen=True):
    """A date in words; `datetime` is for `<time datetime>` and empty where HTML has no form for it."""

    shown: str
    datetime: str


class DateBlock(Struct, frozen=True):
    """A date as a calendar leaf: days, month, year; `coarse` when it is not known to the day."""

    over: str
    main: str
    under: str
    coarse: bool


def when_view(reader: Reader, when: When | None, *, weekday: bool = False) -> WhenView:
    """Return a date in the reader's words; with `weekday`, a single day names it and leaves out its hours."""
    if when is None:
        return WhenView(reader.when(None), "")
    return _with_weekday(reader, when, hours=False) if weekday else _plain(reader, when)


def moment_view(reader: Reader, when: When) -> WhenView:
    """Return a day with its name and, where they are known, its hours."""
    return _with_weekday(reader, when, hours=True)


def _plain(reader: Reader, when: When) -> WhenView:
    return WhenView(reader.when(when), when.html_datetime)


def _with_weekday(reader: Reader, when: When, *, hours: bool) -> WhenView:
    if not when.exact or when.earliest != when.latest:
        return _plain(reader, when)
    return WhenView(show_single_day(when, reader.phrases, hours=hours), when.html_datetime)


def span_shown(reader: Reader, whens: Sequence[When]) -> str:
    """Return from when to when several dates reach, in words; nothing for none."""
    if len(whens) < 2:
        return reader.when(whens[0]) if whens else ""
    first = min(whens, key=BY_DATE)
    last = max(whens, key=_end)
    if whole := whole_span([first, last]):
        return reader.when(whole)
    if _end(first) == _end(last):  # "autumn 2028" has the weeks in it
        return reader.when(first)
    beginning = show_end(first, first.earliest, reader.phrases)
    if last.latest is None:
        return reader.phrases("when.from", when=beginning)
    return reader.phrases("when.apart", first=beginning, last=show_end(last, last.latest, reader.phrases))


def _end(when: When) -> date:
    return when.latest or date.max


def short_day(day: date, phrases: Phrases) -> str:
    """Return a day without its year, for a badge: `15. sep.`."""
    month = phrases.locale.short_months[day.month - 1]
    return phrases("date.short", day=day.day, month=month)


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
        case Precision.MONTH | Precision.MONTHS | Precision.MONTH_PART | Precision.DAY | Precision.DAYS:
            return DateBlock("", _month(first, phrases), year, coarse=True)
        case Precision.QUARTER:
            return DateBlock("", phrases("date.quarter", n=quarter_of(first)), year, coarse=True)
        case Precision.SEASON:
            of, season = season_of(first)
            return DateBlock("", phrases(f"date.{SEASON_NAMES[season]}"), str(of), coarse=True)
        case Precision.TERM:
            term = "spring" if first.month < 7 else "autumn"
            return DateBlock("", phrases(f"date.{term}"), year, coarse=True)
        case _:
            return DateBlock("", year, "", coarse=True)
