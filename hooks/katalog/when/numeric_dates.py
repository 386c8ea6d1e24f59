"""Days in numbers that are not ISO: read where one reading is possible, else refused with what is meant."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import NoReturn

from katalog.problems import InvalidValueError
from katalog.when import day_spans
from katalog.when.day_spans import DaySpan
from katalog.when.grammar import full_year
from katalog.when.vocabulary import LANGUAGES, TokenKind, lexicon, month_name, vocabulary, weekday_name

_DAY_FIRST = re.compile(r"(\d{1,2}) ?([/.-]) ?(\d{1,2})\.?(?:(?: ?([/.–-]) ?| )(\d{4}|\d\d))?")
_ARTICLE = re.compile(r"^(?:den |d\.? ?)(?=\d)")
_BEFORE_SLASH = re.compile(
    r"^(?:[^\W\d]+dag|man|mån|tirs|tis|ons|tors|fre|lør|lör|søn|sön)\.? (?:den |d\.? )?"
    r"(?=\d{1,2} ?/ ?\d{1,2}$)"
)
"""A weekday in front of a day without its year."""
_YEAR_FIRST = re.compile(r"(\d{4})(?:(\d\d)(\d\d)|([/. –-])(\d{1,2})\4(\d{1,2}))")
_SLASHED = re.compile(
    r"(?:(?P<weekday>[^\W\d]+)\.? (?:[^\W\d]+\.? )?)?"
    r"(\d{1,2})(?P<mark>/|\. ?)(\d{1,2})(?: ?[/-] ?|\. ?| )(\d{4})"
)
_SLASHED_DAY = re.compile(r"(?<![\d/])(1[3-9]|2\d|3[01])/(0?[1-9]|1[0-2])(?![\d/])(?=.*\d{4}$)")
_SLASHED_SPAN = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2} ?[–-] ?\d{1,2}/\d{1,2}(?![\d/])(?=.*\d{4}$)")
_SLASHED_DAYS = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])(?:-(?=\d{4}$))?(?=.*\d{4}$)")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})")
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})\. ?(\d{1,2})\.(?= ?\d{4}|$| ?[–-])")


def read_numeric_date(text: str, language: str) -> DaySpan | None:
    """Return the day that `23/3 2028` must mean: one reading only is a day, or agrees with the weekday."""
    found = _SLASHED.fullmatch(_ARTICLE.sub("", text))
    if found is None:
        return None
    weekday = lexicon(language).get(found["weekday"] or "", (None, None))
    if found["weekday"] and weekday[0] is not TokenKind.WEEKDAY:
        return None
    one, two, year = map(int, found.group(2, 4, 5))
    dotted = found["mark"] != "/"  # a full stop follows the day: 12.13. has no month
    if dotted and one <= two and not found["weekday"]:
        return None
    readings = set(_readings(one, two, year, day_first=dotted and bool(found["weekday"])))
    agreeing = {day for day in readings if day.earliest.weekday() == weekday[1]}
    if len(readings) == 1 and found["weekday"] and not agreeing:
        [only] = readings
        right = weekday_name(language, only.earliest.weekday())
        raise InvalidValueError("date.weekday-disagrees", weekday=right, suggestion=only.earliest.isoformat())
    possible = agreeing if found["weekday"] else readings
    return possible.pop() if len(possible) == 1 else None


def _readings(one: int, two: int, year: int, *, day_first: bool) -> Iterator[DaySpan]:
    for month, day in [(two, one), (one, two)][: 1 if day_first else 2]:
        with suppress(InvalidValueError):
            yield day_spans.day(year, month, day)


def spell_month(text: str, language: str) -> str:
    """Return `7.3.2028` as `7. maaliskuuta 2028`, where that is how the language writes a day, and `23/3`.

    In `3/3–28/4` the day that can be no month tells how the other is written.
    """
    span = _SLASHED_SPAN.search(text)
    if span and _SLASHED_DAY.search(text):
        spelled = _DAY_AND_MONTH.sub(lambda found: _with_month(found, language).rstrip(), span[0])
        text = text.replace(span[0], spelled)
    text = _SLASHED_DAY.sub(lambda found: _with_month(found, language), text)
    if not (language in LANGUAGES and vocabulary(language).numeric):
        return text
    return _DOTTED.sub(lambda found: _with_month(found, language), text)


def spell_months(text: str, language: str) -> str:
    """Return the days of a span or list by their months' names, as `4–5/3 2028` most likely means them."""
    if "/" not in text:
        return text
    return _SLASHED_DAYS.sub(lambda found: _with_month(found, language), text)


def names_weekday(text: str, language: str) -> bool:
    """Whether a weekday is said, which agrees with one order of day and month alone."""
    words = lexicon(language)
    return any(words.get(word, (None, 0))[0] is TokenKind.WEEKDAY for word in re.findall(r"[^\W\d]+", text))


def _with_month(found: re.Match[str], language: str) -> str:
    number = int(found[2])
    if not 1 <= number <= 12:
        raise InvalidValueError("date.no-such-month")
    return f"{found[1]}. {month_name(language, number)} "


def refuse_numeric_date(text: str) -> None:
    """Raise `InvalidValueError` if `text` is a day in numbers such as `7/3-16`, `03/07/2026`, `20160307`."""
    found = _YEAR_FIRST.fullmatch(text)
    if found:
        month, day = found[2] or found[5], found[3] or found[6]
        raise InvalidValueError("date.other-form", suggestion=_iso(int(found[1]), int(month), int(day)))
    found = _DAY_FIRST.fullmatch(_ARTICLE.sub("", _BEFORE_SLASH.sub("", text)))
    if found and (found[5] or found[2] == "/"):
        _refuse_day_first(found)


def _refuse_day_first(found: re.Match[str]) -> NoReturn:
    one, mark, two, second_mark, digits = found.groups()
    if digits is None:
        raise InvalidValueError("date.no-year")
    year, one, two = full_year(int(digits)), int(one), int(two)
    if mark == second_mark == "/" and one != two and max(one, two) <= 12:
        raise InvalidValueError(
            "date.ambiguous-order", first=_iso(year, two, one), second=_iso(year, one, two)
        )
    # the American order, possible with slashes only
    month, day = (one, two) if mark == second_mark == "/" and two > 12 else (two, one)
    raise InvalidValueError("date.ambiguous", suggestion=_iso(year, month, day))


def _iso(year: int, month: int, day: int) -> str:
    return day_spans.day(year, month, day).earliest.isoformat()
