"""The words around a date: since, until, about, preliminary, a time zone."""

import re
from functools import cache, partial
from typing import NamedTuple

from katalog.when.vocabulary import alternatives, any_word_for, vocabulary, words_for


class AroundDates(NamedTuple):
    """The patterns of one language; those of a qualifier or an open end leave a `date`."""

    since: tuple[str, ...]
    hours_first: re.Pattern[str]
    preliminary_before: re.Pattern[str]
    preliminary_after: re.Pattern[str]
    about: re.Pattern[str]
    until_first: re.Pattern[str]
    before_first: re.Pattern[str]
    time_zone: re.Pattern[str]
    onwards: re.Pattern[str]
    moved: re.Pattern[str]
    either: re.Pattern[str]
    every_day: re.Pattern[str]


@cache
def around_dates(language: str) -> AroundDates:
    """Return the patterns for records of a language."""
    own, said = vocabulary(language), partial(any_word_for, language)
    before = alternatives({*words_for(language, "before")} - {*own.fillers}).pattern
    since = tuple(dict.fromkeys(words_for(language, "since")))
    preliminary, about, clock, until = map(said, ("preliminary", "about", "clock", "until"))
    return AroundDates(
        since,
        re.compile(
            rf"(?:{'|'.join(map(re.escape, since))}) *"
            rf"(?:{clock}|\d{{1,2}}[.:]\d\d|\d{{1,2}} ?[ap]\.?m\b"
            rf"|\d{{1,2}} {until} \d{{1,2}},? (?:\w+\.? )?\d{{1,2}}(?!\d))"
        ),
        re.compile(rf"{preliminary}:? (?P<date>.+)"),
        re.compile(rf"(?P<date>.+?),? (?:{preliminary}|\({preliminary}\))"),
        re.compile(rf"{about}\.? (?P<date>(?!{clock}|\d{{1,2}}[.:]\d\d).+)"),
        re.compile(rf"(?:{alternatives(own.until).pattern}|t\.o\.m\.) "),
        re.compile(rf"{before} "),
        re.compile(
            rf"(?P<rest>.*\d.*?),? \(?"
            rf"(?:(?P<zone>{said('time_zones')})|(?P<other>{said('other_time_zones')}))\)?"
        ),
        re.compile(rf"(?P<date>.*\d{{4}}),? {said('onwards')}"),
        re.compile(rf"(?P<rest>.*{said('moved')}.*?\b{until}) (?P<date>.+?)[).]*", re.IGNORECASE),
        re.compile(rf" {said('either')}\.? ", re.IGNORECASE),
        re.compile(rf",? {said('every_day', 'both_days')}", re.IGNORECASE),
    )
