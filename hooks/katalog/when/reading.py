"""The reader of dates: tidies the text, takes open ends, hours and brackets off, reads what is left."""

from __future__ import annotations

import re
from datetime import date, time
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from katalog.problems import InvalidValueError
from katalog.when import day_spans
from katalog.when.iso import read_iso
from katalog.when.model import Precision, When, iso_name
from katalog.when.normalise import LONGEST_VALUE, has_foreign_digits, normalise, shorten
from katalog.when.numerals import refuse_numerals
from katalog.when.prose import read_prose
from katalog.when.vocabulary import VOCABULARIES

if TYPE_CHECKING:
    from katalog.when.day_spans import DaySpan


_CLOCK = r"(?:[01]\d|2[0-3]):[0-5]\d"
_COMMON_FORM = re.compile(rf"\d{{4}}-\d\d-\d\d(?: {_CLOCK}(?:/{_CLOCK})?)?", re.ASCII)


class _Grammar(NamedTuple):
    since: tuple[str, ...]
    hours: re.Pattern[str]


@lru_cache(16384)
def read_when(text: str, language: str) -> When:
    """Return what an editor's date means; `language` is the record's, whose words win over the others'.

    Raises `InvalidValueError` with a `date.…` code, always with `written` and, where the meaning is plain,
    with the ISO form as `suggestion`.
    """
    if _COMMON_FORM.fullmatch(text) and (found := _read_common_form(text)):
        return found
    try:
        return _read(_normalised(text), text.strip(), language)
    except InvalidValueError as refused:
        raise InvalidValueError(refused.code, written=shorten(text), **refused.params) from None


def _read_common_form(text: str) -> When | None:
    """Return a day or its hours as templates have them; None where the long way says what is wrong."""
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None
    starts = time.fromisoformat(text[11:16]) if len(text) > 10 else None
    ends = time.fromisoformat(text[17:]) if len(text) > 16 else None
    if not day_spans.FIRST_YEAR <= day.year <= day_spans.LAST_YEAR or (starts and ends and ends <= starts):
        return None
    return When(day, day, Precision.HOURS if starts else Precision.DAY, text, starts, ends)


def _read(text: str, written: str, language: str) -> When:
    marked = _without_open_mark(text)
    body = _without_since(marked, language)
    precision, earliest, latest, starts, ends = found = _read_closed(body, language, None)
    if body is text:
        return When(earliest, latest, precision, written, starts, ends)
    if _is_span(found) and marked is text:
        # "fra 29. april til 2. maj 2013" has its end
        return When(earliest, latest, precision, written)
    if _is_span(found) or ends:
        raise InvalidValueError("date.unreadable")
    return When(earliest, None, precision, written, starts)


def _is_span(found: DaySpan) -> bool:
    return iso_name(found.precision, found.earliest) != iso_name(found.precision, found.latest)


def _normalised(text: str) -> str:
    if len(text) > LONGEST_VALUE:
        raise InvalidValueError("date.too-long", longest=str(LONGEST_VALUE))
    if has_foreign_digits(text):
        raise InvalidValueError("date.foreign-digits")
    normalised = normalise(text)
    if not normalised:
        raise InvalidValueError("date.empty")
    return normalised


def _without_open_mark(text: str) -> str:
    if text.startswith("../"):
        raise InvalidValueError("date.open-start")
    if text.endswith("/.."):
        return text[:-3]
    return text[:-1].rstrip() if text.endswith(("–", "-")) else text


def _without_since(text: str, language: str) -> str:
    since = _grammar(language).since
    if not text.startswith(since):
        return text
    return text[max(len(word) for word in since if text.startswith(word)) :]


def _read_closed(text: str, language: str, year: int | None) -> DaySpan:
    found = read_iso(text)
    if found is not None:
        return found
    if text.endswith(")"):
        return _read_bracketed(text, language)
    # what ends in a year has no hours: most dates, so that it pays to look
    hours = None if text[-4:].isdecimal() else _grammar(language).hours.search(text)
    if hours and (hours["clock"] or hours["minute"]):
        return _read_hours(text[: hours.start()].removesuffix(","), hours, language)
    refuse_numerals(text)
    return read_prose(text, language, year)


def _read_hours(day: str, hours: re.Match[str], language: str) -> DaySpan:
    on = _read_closed(day, language, None)
    starts = day_spans.clock_time(hours["hour"], hours["minute"])
    ends = day_spans.clock_time(hours["last_hour"], hours["last_minute"]) if hours["last_hour"] else None
    return day_spans.hours(on, starts, ends)


def _read_bracketed(text: str, language: str) -> DaySpan:
    # "uge 11 (14.–20. marts 2016)": the brackets must say the same, and may hold the year
    outside, _, inside = text[:-1].partition("(")
    days = _read_simple(inside.strip(), language, None)
    middle = days.earliest.fromordinal((days.earliest.toordinal() + days.latest.toordinal()) // 2)
    found = _read_simple(outside.strip(), language, middle.isocalendar().year)
    if (found.earliest, found.latest) != (days.earliest, days.latest):
        raise InvalidValueError("date.brackets-disagree")
    return found


def _read_simple(text: str, language: str, year: int | None) -> DaySpan:
    refuse_numerals(text)
    return read_iso(text) or read_prose(text, language, year)


@cache
def _grammar(language: str) -> _Grammar:
    vocabularies = [VOCABULARIES[name] for name in sorted(VOCABULARIES, key=language.__ne__)]
    since = tuple(dict.fromkeys(words for each in vocabularies for words in each.since))
    clock = "|".join(word for each in vocabularies for word in each.clock.split())
    until = "|".join(word for each in vocabularies for word in each.until.split())
    start = "|".join(word.strip() for word in since if word.strip().isalpha())
    hours = re.compile(
        rf" (?P<clock>(?:(?:{start}) )?(?:{clock})\b\.? ?)?(?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d\d))?"
        rf"(?: ?(?:[/–-]|\b(?:{until})\b) ?(?:(?:{clock})\b\.? ?)?"
        r"(?P<last_hour>\d{1,2})(?:[.:](?P<last_minute>\d\d))?)?$"
    )
    return _Grammar(since, hours)
