"""Reading the ISO 8601 and EDTF forms.  Texts come normalised: lower case, single spaces."""

import re
from datetime import date, time

from katalog.problems import InvalidValueError
from katalog.when import day_spans
from katalog.when.day_spans import DaySpan, Hours
from katalog.when.model import Precision, When

_POINT = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|w(\d\d)(?:-(\d))?|q(\d)))?")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[t ](\d\d):(\d\d)(?::00)?")
_CLOCK = re.compile(r"(\d\d):(\d\d)(?::00)?")
# "2018-Q4 – 2019": in words a dash, in EDTF a slash
_BETWEEN = re.compile(r"/| ?– ?| - ")
_HOUR = r"(?:[01]\d|2[0-3]):[0-5]\d"
_COMMON_FORM = re.compile(rf"\d{{4}}-\d\d-\d\d(?: {_HOUR}(?:/{_HOUR})?)?", re.ASCII)


def read_common_form(text: str) -> When | None:
    """Return a day or its hours as templates have them; None where the long way says what it is."""
    if not _COMMON_FORM.fullmatch(text):
        return None
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None
    starts = time.fromisoformat(text[11:16]) if len(text) > 10 else None
    ends = time.fromisoformat(text[17:]) if len(text) > 16 else None
    if not day_spans.FIRST_YEAR <= day.year <= day_spans.LAST_YEAR or (starts and ends and ends <= starts):
        return None
    return When(day, day, Precision.HOURS if starts else Precision.DAY, text, starts, ends)


def read_iso(text: str) -> DaySpan | None:
    """Return what an ISO or EDTF text without open end means, None where it is something else."""
    if not text[:4].isdecimal():
        return None
    if found := read_point(text):
        return found
    parts = _BETWEEN.split(text, maxsplit=1)
    moment = _MOMENT.fullmatch(parts[0])
    if moment:
        return _read_hours(moment, parts[1] if len(parts) > 1 else None)
    first = read_point(parts[0])
    if first is None or len(parts) == 1:
        return first
    last = read_point(parts[1])
    return None if last is None else day_spans.join(first, last)


def read_point(text: str) -> DaySpan | None:
    """Return the one day, week, month, quarter, season or year that `text` names, None if it names none."""
    found = _POINT.fullmatch(text)
    if found is None:
        return None
    year, month, day, week, weekday, quarter = found.groups()
    if day:
        return day_spans.day(int(year), int(month), int(day))
    if month:
        return _read_month(int(year), int(month))
    if week:
        return _read_week(int(year), int(week), int(weekday) if weekday else None)
    return day_spans.quarter(int(year), int(quarter)) if quarter else day_spans.whole_year(int(year))


def _read_month(year: int, month: int) -> DaySpan:
    if month in day_spans.SEASONS:
        return day_spans.season(year, month)
    if month in day_spans.TERMS:
        return day_spans.term(year, month)
    if month > 12 and month > year % 100:
        raise InvalidValueError("date.short-year", suggestion=f"{year}/{year // 100 * 100 + month}")
    return day_spans.month(year, month)


def _read_week(year: int, week: int, weekday: int | None) -> DaySpan:
    found = day_spans.week(year, week)
    if weekday is None:
        return found
    if not 1 <= weekday <= 7:
        raise InvalidValueError("date.no-such-day")
    day = found.earliest.fromordinal(found.earliest.toordinal() + weekday - 1)
    return day_spans.day(day.year, day.month, day.day)


def _read_hours(moment: re.Match[str], rest: str | None) -> DaySpan | None:
    day, hour, minute = moment.groups()
    on = read_point(day)
    assert on is not None
    starts = day_spans.clock_time(hour, minute)
    if rest is None:
        return day_spans.on_day(on, Hours(starts))
    ends = _read_end(day, rest)
    return None if ends is None else day_spans.on_day(on, Hours(starts, ends))


def _read_end(day: str, text: str) -> time | None:
    moment = _MOMENT.fullmatch(text)
    if moment and moment[1] != day:
        raise InvalidValueError("date.hours-of-several-days")
    clock = _CLOCK.fullmatch(text[11:] if moment else text)
    return day_spans.clock_time(clock[1], clock[2]) if clock else None
