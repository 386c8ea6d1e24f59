"""Reading dates in words.  Texts come normalised: lower case, single spaces, no open end.

Each word and number gets a kind (`vocabulary.TokenKind`); the kinds side by side are the date's pattern,
and the table of patterns is the grammar.  A span is two such dates, the first of which may leave out what the
second says.
"""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

from katalog.problems import InvalidValueError
from katalog.when import day_spans
from katalog.when.day_spans import DaySpan
from katalog.when.model import Precision, iso_name
from katalog.when.vocabulary import TokenKind, lexicon, phrases_of, vocabulary, weekday_name

HALF_A_YEAR = 6
_UNKNOWN = (TokenKind.UNKNOWN, 0)
_ORDINAL = re.compile(r"(?<=\d)(?::[ae]|st|nd|rd|th)\b")
"""What Swedish and English put after the number of a day: "den 7:e mars", "7th March"."""
_ABBREVIATION = re.compile(r"\b(?:[^\W\d]\.){2,}")
"""`t.o.m.`, which the vocabularies have as `t o m`."""
_SHORT_YEAR = re.compile(r"(?<!\d)\d\d(?!\d)")
_SHORT_YEAR_BEHIND = re.compile(r"(?:(?<=[^\W\d]) ?-| ?['’])(\d\d)$")
"""`7 mars -28`, `marts '28`."""
_LETTERED = re.compile(r"([^\W\d])[ -]?(\d{4}|\d\d)")
"""`F2028`, which is a term at universities."""
_TOKEN = re.compile(r"\d+|[^\W\d]+-(?= )|[^\W\d]+|[^\w\s]")


class PartialDate(NamedTuple):
    """One date as far as it is said; `make_span` is None for a bare number, which takes the other part's."""

    make_span: "Callable[[int, PartialDate], DaySpan] | None"
    year: int | None
    number: int
    month: int | None
    weekday: int | None


def _day(year: int, part: PartialDate) -> DaySpan:
    if part.month is None:
        raise InvalidValueError("date.unreadable")
    return day_spans.day(year, part.month, part.number)


def _numbered(make: Callable[[int, int], DaySpan]) -> Callable[[int, PartialDate], DaySpan]:
    """Return what makes a span of a year and a number, such as that of a week."""
    return lambda year, part: make(year, part.number)


def _day_of_week(year: int, part: PartialDate) -> DaySpan:
    monday = day_spans.week(year, part.number).earliest
    return day_spans.day_of(monday + timedelta(part.weekday or 0))


def _whole_year(year: int, _part: PartialDate) -> DaySpan:
    return day_spans.whole_year(year)


_week, _quarter, _season = map(_numbered, (day_spans.week, day_spans.quarter, day_spans.season))


def _part_of_month(year: int, part: PartialDate) -> DaySpan:
    return day_spans.part_of_month(year, part.month or 0, part.number)


_PATTERNS_WITHOUT_YEAR: dict[str, Callable[[int, PartialDate], DaySpan] | None] = {
    "NM": _day,
    "DNM": _day,
    "MN": _day,
    "DMN": _day,
    "DN": None,
    "N": None,
    "M": lambda year, part: day_spans.month(year, part.month or 0),
    "WN": _week,
    "DWN": _day_of_week,
    "NQ": _quarter,
    "QN": _quarter,
    "NH": _numbered(day_spans.half_year),
    "S": _season,
    "T": _numbered(day_spans.term),
    "PM": _part_of_month,
    "MP": _part_of_month,
}
_PATTERNS = (
    _PATTERNS_WITHOUT_YEAR
    | {f"{pattern}Y": make_span for pattern, make_span in _PATTERNS_WITHOUT_YEAR.items()}
    | {"Y": _whole_year, "WN/Y": _week, "SY/Y": _season, "SY/N": _season, "MYP": _part_of_month}
)


def read_words(text: str, language: str, year: int | None = None) -> DaySpan:
    """Return what `text` means; `year` is taken where it says none."""
    if (lettered := _LETTERED.fullmatch(text)) and (season := _season_of(lettered[1], language)):
        raise InvalidValueError("date.other-form", suggestion=f"{season} {full_year(int(lettered[2]))}")
    kinds, values = _classify(text, language)
    if found := _SHORT_YEAR_BEHIND.search(text):
        whole = f"{text[: found.start()]} {full_year(int(found[1]))}".lstrip()
        meant = read_words(whole, language)
        day = meant.precision is Precision.DAY
        raise InvalidValueError("date.short-year", suggestion=meant.earliest.isoformat() if day else whole)
    if kinds in {"LY/N", "LY/Y", "LY-N", "LY-Y"}:
        return _school_year(values[0], values[1], values[3])
    _refuse(kinds, values, text)
    kinds, values = _weekdays_apart(kinds, values)
    before, until, after = kinds.partition("-")
    if not until:
        return _read_alone(_part(kinds, values), language, year)
    first = _part(before, values[: len(before)])
    last = _part(after, values[len(before) + 1 :])
    return _read_span(first, last, language, year)


def _refuse(kinds: str, values: list[int], text: str) -> None:
    """Raise `InvalidValueError` for what is no date, though its words may stand in one."""
    if "&" in kinds:
        raise InvalidValueError("date.several")
    if "K" in kinds and TokenKind.UNKNOWN not in kinds:
        raise InvalidValueError("date.no-year" if kinds[0] == "K" else "date.hours-of-several-days")
    if kinds in {"LN/N", "LN-N", "SN", "TN", "TN-TN", "TN-TY"}:
        whole = _SHORT_YEAR.sub(lambda found: str(full_year(int(found[0]))), text)
        raise InvalidValueError("date.short-year", suggestion=whole)
    if kinds == "PY":
        raise InvalidValueError("date.ambiguous", suggestion=f"{values[1]}-Q{(1, 2, 4)[values[0] - 1]}")


def says_nothing(text: str, language: str) -> bool:
    """Whether a text has only words that add nothing to a date: `heldag`."""
    return not _classify(text, language)[0]


def _season_of(letter: str, language: str) -> str | None:
    """Return the season that a letter before a year stands for, in its language's word."""
    words = vocabulary(language)
    number = words.season_letters.get(letter)
    return words.seasons[number - 21].split()[-1] if number else None


def _school_year(ends_in: int, year: int, last: int) -> DaySpan:
    """Return a school year, `2026/27` or `2026–2027`, by whole months."""
    if last not in {year + 1, (year + 1) % 100}:
        raise InvalidValueError("date.unreadable")
    return day_spans.join(day_spans.month(year, 8), day_spans.month(year + 1, ends_in))


def _weekdays_apart(kinds: str, values: list[int]) -> tuple[str, list[int]]:
    """Return `Thursday–Friday 7–8 March` as `Thursday 7–Friday 8 March`, `March/April` as `March–April`."""
    if kinds in {"M/MY", "S/SY", "SY/SY", "M/M", "S/S"}:
        return kinds.replace("/", "-"), values
    if not kinds.startswith("D-DN") or kinds.count("-") != 2:
        return kinds, values
    end = kinds.index("-", 2)
    order = [0, *range(3, end), 1, 2, *range(end + 1, len(kinds))]
    return "".join(kinds[at] for at in order), [values[at] for at in order]


def _classify(text: str, language: str) -> tuple[str, list[int]]:
    words = lexicon(language)
    kinds = ""
    values = []
    text = _ABBREVIATION.sub(lambda found: found[0].replace(".", " "), _ORDINAL.sub("", text))
    text = phrases_of(language).sub(_as_word, text)
    for token in _TOKEN.findall(text):
        if token.isdecimal():
            kind, value = (TokenKind.NUMBER if len(token) < 3 else TokenKind.LONG_NUMBER), int(token)
        else:
            kind, value = words.get(token, _UNKNOWN)
        if kind:
            kinds += kind
            values.append(value)
    return kinds, values


def _as_word(found: re.Match[str]) -> str:
    """Return a phrase as the one word of the lexicon."""
    return f"{found[0].replace(' ', '_')} " if found[0].endswith("-") else found[0].replace(" ", "_")


def _part(kinds: str, values: list[int]) -> PartialDate:
    if kinds in ("NMN", "DNMN"):
        raise _short_year(values[-3:])
    if kinds == "Y/N":
        raise _short_span(values[0], values[2])
    if kinds not in _PATTERNS:
        raise InvalidValueError("date.unreadable")
    stated = dict(zip(kinds, values, strict=True))
    if "/" in kinds and "S" in kinds:
        return _winter(values)
    number = next((stated[kind] for kind in "STP" if kind in stated), stated.get("N", 0))
    return PartialDate(_PATTERNS[kinds], stated.get("Y"), number, stated.get("M"), stated.get("D"))


def _short_year(values: list[int]) -> InvalidValueError:
    number, month, year = values
    day = day_spans.day(full_year(year), month, number)
    return InvalidValueError("date.short-year", suggestion=day.earliest.isoformat())


def full_year(year: int) -> int:
    """Return the year that two digits most likely stand for; a longer one as it is."""
    if year > 99:
        return year
    return year + (2000 if year < 70 else 1900)


def _winter(values: list[int]) -> PartialDate:
    # "vinteren 2017/2018", "vinteren 2017/18": only a winter lies in two years
    season, before, _, after = values
    year = after if after > 99 else before // 100 * 100 + after
    if season != day_spans.WINTER or year != before + 1:
        raise InvalidValueError("date.unreadable")
    return PartialDate(_season, year, season, None, None)


def _read_alone(part: PartialDate, language: str, year: int | None) -> DaySpan:
    if part.make_span is None:
        raise InvalidValueError("date.unreadable") if part.year else _bare_number(part)
    return _make_span(part, part.make_span, part.year or year, language)


def _bare_number(part: PartialDate) -> InvalidValueError:
    first, last = str(day_spans.FIRST_YEAR), str(day_spans.LAST_YEAR)
    if part.weekday is not None:
        return InvalidValueError("date.no-year")
    return InvalidValueError("date.year-out-of-range", first=first, last=last)


def _read_span(first: PartialDate, last: PartialDate, language: str, year: int | None) -> DaySpan:
    if first.make_span is _whole_year and last.make_span is None and last.year is None:
        raise _short_span(first.year or 0, last.number)
    make_last = last.make_span or first.make_span
    make_first = first.make_span or last.make_span
    if make_first is None or make_last is None:
        raise InvalidValueError("date.unreadable")
    if make_last is _whole_year and first.year is None:
        alone = _make_span(first, make_first, last.year, language)
        raise InvalidValueError("date.other-form", suggestion=iso_name(alone.precision, alone.earliest))
    last_year = last.year or year or _year_after(first, last)
    if first.month is None and make_first is _day:
        first = first._replace(month=last.month)
    if last.month is None and make_last is _day:
        last = last._replace(month=first.month)
    first_year = first.year or last_year
    if first.year is None and first_year and make_first is make_last is _day:
        # "28. december–3. januar 2029" begins in the year before
        first_year -= bool(first.month and last.month and first.month - last.month > HALF_A_YEAR)
    return day_spans.join(
        _make_span(first, make_first, first_year, language),
        _make_span(last, make_last, last_year, language),
    )


def _year_after(first: PartialDate, last: PartialDate) -> int | None:
    """Return the year of an end without one: `28. december 2028 – 3. januar` ends in the year after."""
    if first.year and first.month and last.month:
        return first.year + (last.month < first.month)
    return None


def _short_span(year: int, end: int) -> InvalidValueError:
    # "2005–09" may be five years or September: the dash does not say
    last = year // 100 * 100 + end
    day_spans.join(day_spans.whole_year(year), day_spans.whole_year(last))
    return InvalidValueError("date.short-year", suggestion=f"{year}/{last}")


def _make_span(
    part: PartialDate, make_span: Callable[[int, PartialDate], DaySpan], year: int | None, language: str
) -> DaySpan:
    if year is None:
        raise InvalidValueError("date.no-year")
    found = make_span(year, part)
    if part.weekday is not None and found.earliest.weekday() != part.weekday:
        raise InvalidValueError(
            "date.weekday-disagrees",
            weekday=weekday_name(language, found.earliest.weekday()),
            suggestion=found.earliest.isoformat(),
        )
    return found
