"""Days that come again: every Tuesday from one day to another, the first Tuesday of every month.

`hver tirsdag 5. september–24. oktober 2028 kl. 19–21, undtagen uge 42`.  Texts come normalised.
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from dateutil import rrule

from katalog.problems import InvalidValueError
from katalog.when.iso_weeks import week_of_time
from katalog.when.model import Recurrence
from katalog.when.vocabulary import TokenKind, alternatives, lexicon, own_vocabulary_first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from katalog.when.day_spans import DaySpan
    from katalog.when.vocabulary import Vocabulary

    Read = Callable[[str, int | None], DaySpan]

MOST_DAYS = 200
LAST = -1
"""The `nth` weekday of a month that is its last one."""
_EVERY_DAY, _WORKING_DAYS = tuple(range(7)), tuple(range(5))
_CANONICAL = re.compile(
    r"rrule:freq=(?P<freq>weekly|monthly)(?:;interval=(?P<interval>[1-5]))?;byday=(?P<days>[-\da-z,]+)"
    r"(?: exdate:(?P<but>[\d,]+))?"
)
_NAMES = ("mo", "tu", "we", "th", "fr", "sa", "su")


class Rule(NamedTuple):
    """What comes again, the text of the span it does so in, and the texts of what is left out."""

    weekdays: tuple[int, ...]
    interval: int
    nth: int
    span: str
    exceptions: tuple[str, ...]
    parity: int | None = None
    """0 where it is in even weeks only, 1 in odd ones."""
    both: bool = False
    """Whether it is said of two days."""


def find_rule(text: str, language: str) -> Rule | None:
    """Return the rule that a text begins or ends with; None where nothing comes again."""
    if found := _CANONICAL.search(text):
        return _canonical(found, text[: found.start()].rstrip())
    patterns = _patterns(language)
    said, *left_out = patterns.except_for.split(text, maxsplit=1)
    said = said.rstrip(" ,(")
    exceptions = tuple(_parts(left_out[0].rstrip(")"), patterns)) if left_out else ()
    if found := patterns.several_days.search(said):
        days = _WORKING_DAYS if patterns.working_days.fullmatch(found[0]) else _EVERY_DAY
        span = f"{said[: found.start()]} {said[found.end() :]}".strip(" ,")
        return Rule(days, 1, 0, span, exceptions, both=bool(patterns.both_days.fullmatch(found[0])))
    found = patterns.rule.fullmatch(said)
    if found is None or not _comes_again(found, language):
        return None
    interval, nth, parity = _how_often(found, language)
    return Rule(_weekdays(found["days"], language), interval, nth, found["span"], exceptions, parity)


def _weekdays(text: str, language: str) -> tuple[int, ...]:
    words = lexicon(language)
    said = [words[word] for word in _patterns(language).word.findall(text) if word in words]
    return tuple(dict.fromkeys(value for kind, value in said if kind is TokenKind.WEEKDAY))


def _how_often(found: re.Match[str], language: str) -> tuple[int, int, int | None]:
    """Return every how many weeks, which of a month's, and whether in even or odd weeks.

    `hver tredje tirsdag` is one in three weeks, `hver tredje tirsdag i måneden` one in a month.
    """
    if found["last"]:
        return 1, LAST, None
    if found["even"] or found["odd"]:
        return 2, 0, int(bool(found["odd"]))
    nth = lexicon(language)[found["nth"]][1] if found["nth"] else 0
    if nth > 1 and found["every"] and not found["month"]:
        return nth, 0, None
    return 2 if found["other"] else 1, nth, None


def expand(rule: Rule, span: DaySpan, read: Read) -> Recurrence:
    """Return the days of a rule within a span; `read` reads an exception, given the year of the span.

    Weeks 53 and 1 are both odd: over them even or odd weeks are every week, the others left out.
    """
    if rule.both and span.latest - span.earliest != timedelta(1):
        raise InvalidValueError("date.unreadable")
    exceptions = [read(text, span.latest.year) for text in rule.exceptions]
    interval = 1 if rule.parity is not None else rule.interval
    found = rrule.rrule(
        rrule.MONTHLY if rule.nth else rrule.WEEKLY,
        span.earliest,
        interval,
        rrule.MO,
        until=span.latest,
        byweekday=[rrule.weekday(day, rule.nth or None) for day in rule.weekdays],
    )
    days = [each.date() for each in islice(found, 3 * MOST_DAYS)]
    meant = [day for day in days if rule.parity in {None, day.isocalendar().week % 2}]
    if rule.parity is not None and len({week_of_time(day) % 2 for day in meant}) == 1:
        days, interval = meant, 2
    held = [day for day in meant if not any(one.earliest <= day <= one.latest for one in exceptions)]
    if len(held) < 2 or len(days) > MOST_DAYS:
        raise InvalidValueError("date.unreadable")
    within = tuple(day for day in days if held[0] < day < held[-1] and day not in held)
    return Recurrence(rule.weekdays, tuple(held), within, interval, rule.nth)


def _canonical(found: re.Match[str], span: str) -> Rule:
    days = found["days"].split(",")
    nth = int(days[0][:-2] or 0)
    left_out = tuple(f"{day[:4]}-{day[4:6]}-{day[6:]}" for day in (found["but"] or "").split(",") if day)
    weekdays = tuple(_NAMES.index(day[-2:]) for day in days)
    return Rule(weekdays, int(found["interval"] or 1), nth, span, left_out)


def _parts(text: str, patterns: _Patterns) -> Iterator[str]:
    """Yield the exceptions; a bare number takes what follows the next one: `17. og 24. oktober`."""
    texts = [part.strip() for part in patterns.between.split(text) if part.strip()]
    rest = ""
    for part in reversed(texts):
        if re.fullmatch(r"\d{1,2}\.?", part):
            yield f"{part} {rest}"
        else:
            rest = re.sub(r"^\D*?\d{1,2}\.? ?", "", part, count=1)
            yield part


def _comes_again(found: re.Match[str], language: str) -> bool:
    """Whether it is said: `hver`, a weekday in the plural, or the first of a month."""
    plurals = {word for each in own_vocabulary_first(language) for word in each.weekday_plurals}
    words = _patterns(language).word.findall(found["days"])
    if found["nth"] or found["last"]:
        return bool(found["every"] or found["month"])
    if found["every"] or found["other"] or found["even"] or found["odd"]:
        return True
    return any(word in plurals for word in words)


class _Patterns(NamedTuple):
    rule: re.Pattern[str]
    except_for: re.Pattern[str]
    between: re.Pattern[str]
    word: re.Pattern[str]
    both_days: re.Pattern[str]
    working_days: re.Pattern[str]
    several_days: re.Pattern[str]


def _ordinals(words: Vocabulary) -> list[str]:
    return [word for group in words.ordinals for word in group.split()]


@cache
def _patterns(language: str) -> _Patterns:
    words, known = own_vocabulary_first(language), lexicon(language)
    weekday = alternatives(word for word, (kind, _) in known.items() if kind is TokenKind.WEEKDAY).pattern
    ordinal = alternatives(word for each in words for word in _ordinals(each)).pattern
    every = alternatives(word for each in words for word in each.every.split()).pattern
    other = alternatives(said for each in words for said in each.every_other).pattern
    joiner = alternatives(word for each in words for word in each.joiners.split()).pattern
    month = alternatives(said for each in words for said in each.in_month).pattern
    except_for = alternatives(said for each in words for said in each.except_for).pattern
    last = alternatives(word for each in words for word in each.last.split()).pattern
    even, odd = (
        alternatives(said for each in words for said in each.week_parity[at]).pattern for at in (0, 1)
    )
    filler = alternatives(said for each in words for said in each.fillers).pattern
    return _Patterns(
        re.compile(
            rf"(?:{filler} )*(?:(?P<other>{other}) |(?P<every>{every}) )?"
            rf"(?:(?P<nth>{ordinal}) |(?P<last>{last}) )?"
            rf"(?P<days>{weekday}(?:(?:,| {joiner}) {weekday})*)"
            rf"(?: (?:(?P<month>{month})|(?P<even>{even})|(?P<odd>{odd})))?,? (?P<span>.+)"
        ),
        re.compile(rf",? ?\(?{except_for} "),
        re.compile(rf", | {joiner} "),
        re.compile(r"[^\W\d]+"),
        alternatives(said for each in words for said in each.both_days),
        alternatives(said for each in words for said in each.working_days),
        alternatives(
            said for each in words for said in (*each.every_day, *each.both_days, *each.working_days)
        ),
    )
