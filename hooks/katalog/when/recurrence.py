"""Days that come again: every Tuesday from one day to another, the first Tuesday of every month.

`hver tirsdag 5. september–24. oktober 2028 kl. 19–21, undtagen uge 42`.  Texts come normalised.
"""

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

from katalog.problems import InvalidValueError
from katalog.when.counted import without_count
from katalog.when.day_spans import Hours
from katalog.when.hours import find_hours
from katalog.when.recurring_days import LAST, Rule
from katalog.when.vocabulary import (
    TokenKind,
    alternatives,
    any_word_for,
    lexicon,
    own_vocabulary_first,
    weekday_plurals,
    words_for,
)

_EVERY_DAY, _WORKING_DAYS = tuple(range(7)), tuple(range(5))
_NAMES = ("mo", "tu", "we", "th", "fr", "sa", "su")
_DAY = rf"(?:-?[1-5])?(?:{'|'.join(_NAMES)})"
_CANONICAL = re.compile(
    rf"rrule:freq=(?P<freq>weekly|monthly)(?:;interval=(?P<interval>[1-5]))?;byday=(?P<days>{_DAY}(?:,{_DAY})*)"
    r"(?: exdate:(?P<but>\d{8}(?:,\d{8})*))?$"
)
_FIRST_DAY = re.compile(r"(?:den |d\. ?|the )?\d")


def find_rule(text: str, language: str) -> Rule | None:
    """Return the rule that a text begins or ends with; None where nothing comes again."""
    if found := _CANONICAL.search(text):
        return _canonical(found, text[: found.start()].rstrip())
    text, times = without_count(text, language)
    said, *left_out = _patterns(language).except_for.split(text, maxsplit=1)
    rule = _rule(said.rstrip(" ,("), language)
    if rule is None and (turned := _rule_first(said)):
        rule = _rule(turned, language)
    if rule is None:
        return None
    rule = rule._replace(times=times)
    if not left_out:
        return rule
    if not rule.span and (found := _patterns(language).weekdays_and_span.fullmatch(left_out[0])):
        return _without(rule._replace(span=found["span"]), found["weekdays"], language)
    return _without(rule, left_out[0], language)


def _rule_first(said: str) -> str:
    """Return `9. marts–4. maj 2028, hver tirsdag kl. 17–19` with the days that come again in front."""
    span, mark, again = said.rpartition(", ")
    return f"{again}, {span}" if mark and span[-4:].isdecimal() and not again[:1].isdecimal() else ""


def _rule(said: str, language: str) -> Rule | None:
    """Return the rule of a text without what it leaves out."""
    patterns = _patterns(language)
    if found := patterns.several_days.search(said):
        return _of_several_days(found, patterns)
    found = patterns.rule.fullmatch(said)
    if found is None:
        return None
    _refuse_second_of_month(found, language)
    days, again = _weekdays(found["days"], language), _comes_again(found, language)
    if not again and (len(days) > 1 or not (found["nth"] or found["last"])):
        return None
    interval, nth, parity = _how_often(found, language)
    reach = bool(found["reach"])
    return Rule(days, interval, nth, found["span"], (), parity, reach=reach, once=not again)


def _refuse_second_of_month(found: re.Match[str], language: str) -> None:
    """Refuse `hver anden onsdag i måneden`, which may be every other week, or one day of each month."""
    every, _, second = (found["other"] or "").rpartition(" ")
    if not (every and found["month"]) or not (second == "2." or second in lexicon(language)):
        return
    text, start, end = found.string, found.start("month"), found.end("month")
    weekly = f"{text[:start].rstrip()}{text[end:]}"
    raise InvalidValueError("date.second-of-month", first=weekly, second=text.replace(f"{every} ", "", 1))


def _of_several_days(found: re.Match[str], patterns: "_Patterns") -> Rule:
    """Return the rule of `hver dag`, `hverdage`, `begge dage`, `hver 14. dag`."""
    span = f"{found.string[: found.start()]} {found.string[found.end() :]}".strip(" ,")
    if weeks := patterns.weekly.fullmatch(found[0]):
        return Rule((), 2 if weeks["fortnight"] else 1, 0, span, ())
    days = _WORKING_DAYS if patterns.working_days.fullmatch(found[0]) else _EVERY_DAY
    return Rule(days, 1, 0, span, (), both=bool(patterns.both_days.fullmatch(found[0])))


def _without(rule: Rule, left_out: str, language: str) -> Rule:
    """Return a rule without the weekdays and days left out; hours apart from them are those of the others."""
    weekday = _patterns(language).weekday
    days, hours = _hours_apart(left_out.rstrip(")"), language)
    texts = [*_parts(days, _patterns(language))]
    free = {day for each in texts if weekday.fullmatch(each) for day in _weekdays(each, language)}
    held = tuple(day for day in rule.weekdays if day not in free)
    if rule.once or (free and not held):
        raise InvalidValueError("date.unreadable")
    others = tuple(each for each in texts if not weekday.fullmatch(each))
    return rule._replace(weekdays=held, exceptions=others, hours=hours)


def _hours_apart(left_out: str, language: str) -> tuple[str, Hours | None]:
    """Return what is left out, and the hours behind a comma or bracket: `uge 42) kl. 19–21`."""
    days, mark, rest = re.match(r"(.*?)(?:(\),?|,)([^,)]*))?$", left_out).groups("")  # type: ignore[union-attr]
    timed = find_hours(f"-{rest}", language) if mark else None
    return (days, timed.hours) if timed and timed.day == "-" else (left_out, None)


def _weekdays(text: str, language: str) -> tuple[int, ...]:
    words = lexicon(language)
    said = [words[word] for word in _patterns(language).word.findall(text) if word in words]
    days = tuple(dict.fromkeys(value for kind, value in said if kind is TokenKind.WEEKDAY))
    if not _patterns(language).reach.fullmatch(text):
        return days
    if days[0] >= days[-1]:
        raise InvalidValueError("date.unreadable")
    return tuple(range(days[0], days[-1] + 1))


def _how_often(found: re.Match[str], language: str) -> tuple[int, int, int | None]:
    """Return every how many weeks, which of a month's, and whether in even or odd weeks.

    `hver tredje tirsdag` is one in three weeks, `hver tredje tirsdag i måneden` one in a month.
    """
    if found["last"]:
        return 1, LAST, None
    if found["even"] or found["odd"]:
        return 2, 0, int(bool(found["odd"]))
    said = found["nth"] or "0"
    nth = int(said[0]) if said[0].isdecimal() else lexicon(language)[said][1]
    if nth > 1 and found["every"] and not found["month"]:
        return nth, 0, None
    return 2 if found["other"] else 1, nth, None


def months_as_span(text: str, language: str) -> str:
    """Return `marts og april 2028` as `marts–april 2028`: days that come again do so in both."""
    words = lexicon(language)

    def joined(found: re.Match[str]) -> str:
        (kind, first), (other, last) = (words.get(found[at], (None, 0)) for at in (1, 2))
        both = kind is other is TokenKind.MONTH and last == first + 1
        return f"{found[1]}–{found[2]}" if both else found[0]

    return _patterns(language).two_words.sub(joined, text)


def _canonical(found: re.Match[str], span: str) -> Rule:
    days = found["days"].split(",")
    nth = int(days[0][:-2] or 0)
    left_out = tuple(f"{day[:4]}-{day[4:6]}-{day[6:]}" for day in (found["but"] or "").split(",") if day)
    weekdays = tuple(_NAMES.index(day[-2:]) for day in days)
    return Rule(weekdays, int(found["interval"] or 1), nth, span, left_out)


def _parts(text: str, patterns: "_Patterns") -> Iterator[str]:
    """Yield the exceptions; a bare number takes what follows the next one: `17. og 24. oktober`.

    Where nothing does, it takes what stands before the one before: `uge 42 og 43`.
    """
    texts = [part.strip() for part in patterns.between.split(text) if part.strip()]
    rest = ""
    for at, part in reversed([*enumerate(texts)]):
        if re.fullmatch(r"\d{1,2}\.?", part):
            leads = (re.match(r"\D*", each)[0] for each in reversed(texts[:at]))  # type: ignore[index]
            yield f"{part} {rest}" if rest else f"{next(filter(None, leads), '')}{part}"
        else:
            rest = re.sub(r"^\D*?\d{1,2}\.? ?", "", part, count=1)
            yield part


def _comes_again(found: re.Match[str], language: str) -> bool:
    """Whether it is said: `hver`, a weekday in the plural, or the first of a month."""
    words = _patterns(language).word.findall(found["days"])
    if found["reach"] and not found["nth"] and not found["last"]:
        return bool(found["every"] or found["other"]) or not _FIRST_DAY.match(found["span"])
    if found["nth"] or found["last"]:
        return bool(found["every"] or found["month"])
    if found["every"] or found["other"] or found["even"] or found["odd"]:
        return True
    return not weekday_plurals(language).isdisjoint(words)


class _Patterns(NamedTuple):
    rule: re.Pattern[str]
    except_for: re.Pattern[str]
    between: re.Pattern[str]
    word: re.Pattern[str]
    both_days: re.Pattern[str]
    working_days: re.Pattern[str]
    several_days: re.Pattern[str]
    weekly: re.Pattern[str]
    weekday: re.Pattern[str]
    reach: re.Pattern[str]
    two_words: re.Pattern[str]
    weekdays_and_span: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    known, said = lexicon(language), partial(any_word_for, language)
    weekday = alternatives(word for word, (kind, _) in known.items() if kind is TokenKind.WEEKDAY).pattern
    ordinal = alternatives(
        word for group in words_for(language, "ordinals") for word in group.split()
    ).pattern
    every, other, joiner, month, last, until = map(
        said, ("every", "every_other", "joiners", "in_month", "last", "until")
    )
    even, odd = (
        alternatives(word for each in own_vocabulary_first(language) for word in each.week_parity[at]).pattern
        for at in (0, 1)
    )
    fillers = {*words_for(language, "fillers")}
    filler = alternatives(
        word for word in fillers if " " not in word or not fillers.issuperset(word.split())
    ).pattern
    reach = rf"{weekday}\.?(?: ?[–-] ?| {until} ){weekday}"
    return _Patterns(
        re.compile(
            rf"(?:{filler} )*(?:(?P<other>{other}) |(?P<every>{every}) )?"
            rf"(?:(?P<nth>{ordinal}|[1-5]\.) |(?P<last>{last}) )?"
            rf"(?P<days>(?P<reach>{reach})|{weekday}(?:(?:,| {joiner}) {weekday})*)\.?"
            rf"(?: (?:(?P<month>{month})|(?P<even>{even})|(?P<odd>{odd})))?,? (?P<span>.+)"
        ),
        re.compile(rf",? ?\(?{said('except_for')} "),
        re.compile(rf", | {joiner} "),
        re.compile(r"[^\W\d]+"),
        alternatives(words_for(language, "both_days")),
        alternatives(words_for(language, "working_days")),
        alternatives(
            words_for(language, "every_day", "both_days", "working_days", "every_week", "every_fortnight")
        ),
        re.compile(rf"(?P<fortnight>{said('every_fortnight')})|{said('every_week')}"),
        re.compile(rf"(?:(?:{filler}|{every}) )*{weekday}"),
        re.compile(reach),
        re.compile(rf"([^\W\d]+)\.? {joiner} ([^\W\d]+)"),
        re.compile(rf"(?P<weekdays>{weekday}(?:(?:,| {joiner}) {weekday})*) (?P<span>.+)"),
    )
