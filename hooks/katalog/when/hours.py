"""Hours of a day: found at the end or at the beginning of a date, and read.

Texts come normalised: lower case, single spaces.  `kl. 9.30–12 og 13–15` are two stretches of one day.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from katalog.problems import InvalidValueError
from katalog.when.day_spans import Hours, clock_time
from katalog.when.normalise import normalise, shorten
from katalog.when.vocabulary import words_for

_MERIDIEM = re.compile(
    r"(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?(?: ?(?P<half>[ap])\.?m\b\.?)?"
    r"(?P<between> ?(?:–|-|to|until|and) ?)"
    r"(?P<last_hour>\d{1,2})(?:[.:](?P<last_minute>\d\d))? ?(?P<last_half>[ap])\.?m\b\.?"
    r"|(?P<only_hour>\d{1,2})(?:[.:](?P<only_minute>\d\d))? ?(?P<only_half>[ap])\.?m\b\.?"
)
_HAS_MERIDIEM = re.compile(r"\d ?[ap]\.?m\b")
_FOUR_DIGITS = re.compile(r"(?<![\d.:])(0\d|1[0-8])([0-5]\d)(?![\d.:])")
"""`0900`, `1530`: no year that is taken begins so."""
_A_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d).*\d{4}")
_NOON = re.compile(r"\b(?:12 )?noon\b")
_ENDS_IN_YEAR = re.compile(r"\d{4}(?:-\d\d-\d\d)?,?")
_STRETCH = re.compile(r"\d ?(?:[–-]) ?\d")
_MINUTE = re.compile(r"\d[.:]\d\d")


class Found(NamedTuple):
    """The text of the day, and the hours said beside it."""

    day: str
    hours: Hours


class _Patterns(NamedTuple):
    at_end: re.Pattern[str]
    at_start: re.Pattern[str]
    at_line_start: re.Pattern[str]
    stretch: re.Pattern[str]
    between: re.Pattern[str]
    clock: re.Pattern[str]
    from_to: re.Pattern[str]
    midnight: re.Pattern[str]
    bracketed: re.Pattern[str]
    before_year: re.Pattern[str]
    about: re.Pattern[str]


def find_hours(text: str, language: str, *, of_days: bool = False) -> Found | None:
    """Return the day and its hours; None where the text has none, or has them without its day.

    Only hours `of_days` that come again may stand before more than a day: `kl. 9–16 i marts 2028`.
    """
    patterns = _patterns(language)
    text = _as_24_hours(text, patterns)
    if bracketed := patterns.bracketed.fullmatch(text):
        text = f"{bracketed['day']} {bracketed['hours']}"
    elif text[-4:].isdecimal() and (clock := patterns.clock.search(text)) and clock.start():
        text = patterns.before_year.sub(r"\g<day> \g<year> \g<hours>", text)
    # what ends in a year has no hours after it: most dates, so that it pays to look
    found = None if text[-4:].isdecimal() else patterns.at_end.search(text)
    if found and (_is_marked(found[0], patterns) or _follow_year(found)):
        if not found.start():
            raise InvalidValueError("date.no-year")
        return Found(text[: found.start()].rstrip(" ,:"), _read(found["hours"], patterns))
    found = patterns.at_start.match(text)
    if (
        found
        and (of_days or _A_DAY.search(found["day"]))
        and _is_marked(text[: found.start("day")], patterns)
    ):
        return Found(found["day"], _read(found["hours"], patterns))
    return None


def read_hours(text: str, language: str) -> Hours:
    """Return hours that stand alone: `9.30`, `10-11.15`, `kl. 9–12 og 13–15`; `text` is as written.

    Raises `InvalidValueError` with `date.hours-expected`, or what is wrong with the hours.
    """
    patterns = _patterns(language)
    found = patterns.at_end.match(_as_24_hours(normalise(text), patterns))
    if found is None:
        raise InvalidValueError("date.hours-expected", written=shorten(text))
    try:
        return _read(found["hours"], patterns)
    except InvalidValueError as refused:
        raise InvalidValueError(refused.code, written=shorten(text), **refused.params) from None


def says_midnight(text: str, language: str) -> bool:
    """Whether a text names midnight by its word, which may be that before the day or after it."""
    return _patterns(language).midnight.search(normalise(text)) is not None


def split_hours(line: str) -> tuple[str, str]:
    """Return the hours a line begins with, where it is plain that they are hours, and the rest of it.

    `9.30 Kaffe` and `kl. 10-11: Oplæg` begin with hours, `3 oplæg` and `2-3 oplæg` do not.
    """
    patterns = _patterns("da")
    found = patterns.at_line_start.match(line)
    if found is None or not _is_marked(found["hours"].lower(), patterns):
        return "", line
    return found["hours"], found["rest"]


def line_patterns() -> tuple[str, str]:
    """Return the pattern of a line that begins with hours, and that of what makes plain that they are."""
    patterns = _patterns("da")
    marks = (_MINUTE, patterns.clock, patterns.from_to)
    return patterns.at_line_start.pattern, "|".join(each.pattern for each in marks)


def _as_24_hours(text: str, patterns: _Patterns) -> str:
    """Return a text with its hours as a clock of 24 hours has them, and stretches with a dash."""
    text = _FOUR_DIGITS.sub(r"\1.\2", text)
    text = patterns.midnight.sub("24:00", _NOON.sub("12:00", text))
    if _HAS_MERIDIEM.search(text):
        text = _MERIDIEM.sub(_in_24_hours, text)
    return patterns.between.sub(lambda found: _from_to(found, patterns), text)


def _is_marked(hours: str, patterns: _Patterns) -> bool:
    """Whether it is plain that these numbers are hours."""
    return bool(_MINUTE.search(hours) or patterns.clock.search(hours) or patterns.from_to.search(hours))


def _follow_year(found: re.Match[str]) -> bool:
    """Whether hours from and to follow a year, as in `7 March 2028, 9-12`: then they need no other mark."""
    year = _ENDS_IN_YEAR.fullmatch(found.string[: found.start()].rpartition(" ")[2])
    return bool(year and _STRETCH.search(found["hours"]))


def _read(text: str, patterns: _Patterns) -> Hours:
    stretches = [_stretch(found, patterns) for found in patterns.stretch.finditer(text)]
    first, last = stretches[0], stretches[-1]
    pauses = []
    for one, next_ in pairwise(stretches):
        if one.ends is None or next_.ends is None or next_.starts < one.ends:
            raise InvalidValueError("date.hours-end-before-start")
        pauses.append((one.ends, next_.starts))
    return Hours(first.starts, last.ends, tuple(pauses), first.about_start, last.about_end)


def _stretch(found: re.Match[str], patterns: _Patterns) -> Hours:
    starts = clock_time(found["hour"], found["minute"])
    about_start = bool(patterns.about.search(found["lead"]))
    if found["last_hour"] is None:
        return Hours(starts, None, (), about_start)
    ends = clock_time(found["last_hour"], found["last_minute"])
    if ends <= starts:
        raise InvalidValueError("date.hours-end-before-start")
    return Hours(starts, ends, (), about_start, bool(patterns.about.search(found["last_lead"])))


def _from_to(found: re.Match[str], patterns: _Patterns) -> str:
    """Return `between 16 and 17.30` as `kl 16–17.30`."""
    first, last = (patterns.clock.sub("", found[name]) for name in ("first", "last"))
    return f"kl {first}–{last}"


def _in_24_hours(found: re.Match[str]) -> str:
    if found["only_hour"]:
        return _hour_24(found["only_hour"], found["only_minute"], found["only_half"])
    half = found["half"] or found["last_half"]
    starts = _hour_24(found["hour"], found["minute"], half)
    ends = _hour_24(found["last_hour"], found["last_minute"], found["last_half"])
    if not found["half"] and starts >= ends:  # "9–4 pm" begins in the morning
        starts = _hour_24(found["hour"], found["minute"], "a")
    return f"{starts}{found['between']}{ends}"


def _hour_24(hour: str, minute: str | None, half: str) -> str:
    if not 1 <= int(hour) <= 12:
        raise InvalidValueError("date.no-such-time")
    return f"{int(hour) % 12 + (12 if half == 'p' else 0):02}:{minute or '00'}"


@cache
def _patterns(language: str) -> _Patterns:
    clock, until, joiners, between, midnight = (
        _any(words_for(language, name)) for name in ("clock", "until", "joiners", "between", "midnight")
    )
    about = _any([*words_for(language, "about"), "~"])
    since = _any(word.strip() for word in words_for(language, "since"))
    lead = rf"(?:(?:{about}) ?)?(?:\b(?:{clock})\b\.? ?)?(?:(?:{about}) ?)?"
    time = rf"{lead}\d{{1,2}}(?:[.:]\d\d)?"
    half = r"(?:\s?[ap]\.?m\b\.?)?"
    to = rf" ?(?:[/–-]|\b(?:{until})\b) ?"
    listed = rf"{time}(?:{to}{time})?(?:(?: ?[,+&]| ?\b(?:{joiners})\b) ?{time}(?:{to}{time})?)*"
    named = rf"(?P<{{0}}lead>{lead.replace('{', '{{').replace('}', '}}')})"
    named += r"(?P<{0}hour>\d{{1,2}})(?:[.:](?P<{0}minute>\d\d))?"
    return _Patterns(
        re.compile(rf"(?:^|[ ,])(?:(?:{since}) )?(?P<hours>{listed})$"),
        re.compile(rf"(?:(?:{since}) )?(?P<hours>{listed}?),? (?P<day>(?!(?:{joiners})\b).*\d{{4}})$"),
        re.compile(
            rf"\s*(?P<hours>{time}{half}(?:\s*(?:[/–—-]|\b(?:{until})\b)\s*{time}{half})?)"
            r"(?:\s*(?:[:|,]\s|[–—-]\s)\s*|\s+)(?P<rest>\S.*)",
            re.IGNORECASE,
        ),
        re.compile(rf"{named.format('')}(?:{to}{named.format('last_')})?"),
        re.compile(rf"\b(?:{between}) (?P<first>{time}) (?:{joiners}) (?P<last>{time})"),
        re.compile(rf"\b(?:{clock})\b\.? ?"),
        re.compile(rf"\b(?:{since}) \d{{1,2}} (?:{until}) \d"),
        re.compile(rf"\b(?:{midnight})\b"),
        re.compile(rf"(?P<day>.*\d) \((?P<hours>(?:(?:{since}) )?{listed})\)"),
        re.compile(
            rf"^(?P<day>.*\d.*?),? (?P<hours>(?:{clock})\b.*\d),? (?:[^\W\d]{{1,2}} )?(?P<year>\d{{4}})$"
        ),
        re.compile(about),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted({re.escape(word) for word in words}, key=lambda word: (-len(word), word)))
