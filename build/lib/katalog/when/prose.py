"""Reading dates in words.  Texts come tidied: lower case, single spaces, no open end.

Each word and number gets a kind (`words.Kind`); the kinds side by side are the date's shape, and the
table of shapes is the grammar.  A span is two such dates, the first of which may leave out what the
second says.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from katalog.problems import Refused
from katalog.when import stretches
from katalog.when.span import iso_name
from katalog.when.words import Kind, lexicon, weekday_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from katalog.when.stretches import Stretch

_UNKNOWN = (Kind.UNKNOWN, 0)
_ORDINAL = re.compile(r"(?<=\d):[ae]\b")
"""What Swedish puts after the number of a day: "den 7:e mars", "1:a maj"."""
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")


class Part(NamedTuple):
    """One date as far as it is said; `build` is None for a bare number, which takes the other part's."""

    build: Callable[[int, Part], Stretch] | None
    year: int | None
    number: int
    month: int | None
    weekday: int | None


def _day(year: int, part: Part) -> Stretch:
    if part.month is None:
        raise Refused("date.unreadable")
    return stretches.day(year, part.month, part.number)


def _week(year: int, part: Part) -> Stretch:
    return stretches.week(year, part.number)


def _month(year: int, part: Part) -> Stretch:
    return stretches.month(year, part.month or 0)


def _quarter(year: int, part: Part) -> Stretch:
    return stretches.quarter(year, part.number)


def _half_year(year: int, part: Part) -> Stretch:
    return stretches.half_year(year, part.number)


def _season(year: int, part: Part) -> Stretch:
    return stretches.season(year, part.number)


def _whole_year(year: int, _part: Part) -> Stretch:
    return stretches.whole_year(year)


_UNDATED_SHAPES: dict[str, Callable[[int, Part], Stretch] | None] = {
    "NM": _day,
    "DNM": _day,
    "DN": None,
    "N": None,
    "M": _month,
    "WN": _week,
    "NQ": _quarter,
    "QN": _quarter,
    "NH": _half_year,
    "S": _season,
}
_SHAPES = (
    _UNDATED_SHAPES
    | {f"{shape}Y": build for shape, build in _UNDATED_SHAPES.items()}
    | {"Y": _whole_year, "WN/Y": _week, "SY/Y": _season, "SY/N": _season}
)


def read_prose(text: str, language: str, year: int | None = None) -> Stretch:
    """Return what `text` means; `year` is taken where it says none."""
    kinds, values = _classify(text, language)
    if "&" in kinds:
        raise Refused("date.several")
    if "K" in kinds:
        raise Refused("date.no-year" if kinds[0] == "K" else "date.hours-of-several-days")
    before, until, after = kinds.partition("-")
    if not until:
        return _read_alone(_part(kinds, values), language, year)
    first = _part(before, values[: len(before)])
    last = _part(after, values[len(before) + 1 :])
    return _read_span(first, last, language, year)


def _classify(text: str, language: str) -> tuple[str, list[int]]:
    words = lexicon(language)
    kinds = ""
    values = []
    for token in _TOKEN.findall(_ORDINAL.sub("", text) if ":" in text else text):
        if token.isdecimal():
            kind, value = (Kind.NUMBER if len(token) < 3 else Kind.LONG_NUMBER), int(token)
        else:
            kind, value = words.get(token, _UNKNOWN)
        if kind:
            kinds += kind
            values.append(value)
    return kinds, values


def _part(kinds: str, values: list[int]) -> Part:
    if kinds in ("NMN", "DNMN"):
        raise _short_year(values[-3:])
    if kinds == "Y/N":
        raise _short_span(values[0], values[2])
    if kinds not in _SHAPES:
        raise Refused("date.unreadable")
    said = dict(zip(kinds, values, strict=True))
    if "/" in kinds and "S" in kinds:
        return _winter(values)
    number = said["S"] if "S" in said else said.get("N", 0)
    return Part(_SHAPES[kinds], said.get("Y"), number, said.get("M"), said.get("D"))


def _short_year(values: list[int]) -> Refused:
    number, month, year = values
    day = stretches.day(full_year(year), month, number)
    return Refused("date.short-year", suggestion=day.earliest.isoformat())


def full_year(year: int) -> int:
    """Return the year that two digits most likely stand for; a longer one as it is."""
    if year > 99:
        return year
    return year + (2000 if year < 70 else 1900)


def _winter(values: list[int]) -> Part:
    # "vinteren 2017/2018", "vinteren 2017/18": only a winter lies in two years
    season, before, _, after = values
    year = after if after > 99 else before // 100 * 100 + after
    if season != stretches.WINTER or year != before + 1:
        raise Refused("date.unreadable")
    return Part(_season, year, season, None, None)


def _read_alone(part: Part, language: str, year: int | None) -> Stretch:
    if part.build is None:
        raise Refused("date.unreadable") if part.year else _bare_number(part)
    return _build(part, part.build, part.year or year, language)


def _bare_number(part: Part) -> Refused:
    first, last = str(stretches.FIRST_YEAR), str(stretches.LAST_YEAR)
    if part.weekday is not None:
        return Refused("date.no-year")
    return Refused("date.year-out-of-range", first=first, last=last)


def _read_span(first: Part, last: Part, language: str, year: int | None) -> Stretch:
    if first.build is _whole_year and last.build is None and last.year is None:
        raise _short_span(first.year or 0, last.number)
    last_build = last.build or first.build
    first_build = first.build or last.build
    if first_build is None or last_build is None:
        raise Refused("date.unreadable")
    if last_build is _whole_year and first.year is None:
        alone = _build(first, first_build, last.year, language)
        raise Refused("date.other-form", suggestion=iso_name(alone.precision, alone.earliest))
    last_year = last.year or year
    if first.month is None and first_build is _day:
        first = first._replace(month=last.month)
    return stretches.joined(
        _build(first, first_build, first.year or last_year, language),
        _build(last, last_build, last_year, language),
    )


def _short_span(year: int, end: int) -> Refused:
    # "2005–09" may be five years or September: the dash does not say
    last = year // 100 * 100 + end
    stretches.joined(stretches.whole_year(year), stretches.whole_year(last))
    return Refused("date.short-year", suggestion=f"{year}/{last}")


def _build(part: Part, build: Callable[[int, Part], Stretch], year: int | None, language: str) -> Stretch:
    if year is None:
        raise Refused("date.no-year")
    found = build(year, part)
    if part.weekday is not None and found.earliest.weekday() != part.weekday:
        raise Refused(
            "date.weekday-disagrees",
            weekday=weekday_name(language, found.earliest.weekday()),
            suggestion=found.earliest.isoformat(),
        )
    return found
