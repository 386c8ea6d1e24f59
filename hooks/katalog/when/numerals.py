"""Dates in numbers alone that are not ISO: refused, with what is plainly meant as the suggestion."""

from __future__ import annotations

import re
from typing import NoReturn

from katalog.problems import InvalidValueError
from katalog.when import day_spans
from katalog.when.prose import full_year

_DAY_FIRST = re.compile(r"(\d{1,2}) ?([/.-]) ?(\d{1,2})\.?(?:(?: ?([/.–-]) ?| )(\d{4}|\d\d))?")
_YEAR_FIRST = re.compile(r"(\d{4})(?:(\d\d)(\d\d)|([/. –-])(\d{1,2})\4(\d{1,2}))")


def refuse_numerals(text: str) -> None:
    """Raise `InvalidValueError` for a day in numbers such as `7/3-16`, `03/07/2026` or `20160307`."""
    found = _YEAR_FIRST.fullmatch(text)
    if found:
        month, day = found[2] or found[5], found[3] or found[6]
        raise InvalidValueError("date.other-form", suggestion=_iso(int(found[1]), int(month), int(day)))
    found = _DAY_FIRST.fullmatch(text)
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
