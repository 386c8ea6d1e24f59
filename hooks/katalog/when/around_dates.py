"""The words around a date: since, until, about, preliminary, a time zone."""

import re
from functools import cache
from typing import NamedTuple

from katalog.when.vocabulary import alternatives, own_vocabulary_first


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
    words = own_vocabulary_first(language)
    before = {said for each in words for said in each.before} - {*words[0].fillers}
    last_day = alternatives(words[0].until).pattern
    time_zones = alternatives(said for each in words for said in each.time_zones).pattern
    others = alternatives(said for each in words for said in each.other_time_zones).pattern
    since = tuple(dict.fromkeys(said for each in words for said in each.since))
    preliminary = alternatives(said for each in words for said in each.preliminary).pattern
    about = alternatives(said for each in words for said in each.about).pattern
    clock = alternatives(word for each in words for word in each.clock.split()).pattern
    onwards = alternatives(said for each in words for said in each.onwards).pattern
    until = alternatives(said for each in words for said in each.until).pattern
    moved = alternatives(said for each in words for said in each.moved).pattern
    either = alternatives(said for each in words for said in each.either).pattern
    every_day = alternatives(said for each in words for said in (*each.every_day, *each.both_days)).pattern
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
        re.compile(rf"(?:{last_day}|t\.o\.m\.) "),
        re.compile(rf"{alternatives(before).pattern} "),
        re.compile(rf"(?P<rest>.*\d.*?),? \(?(?:(?P<zone>{time_zones})|(?P<other>{others}))\)?"),
        re.compile(rf"(?P<date>.*\d{{4}}),? {onwards}"),
        re.compile(rf"(?P<rest>.*{moved}.*?\b{until}) (?P<date>.+?)[).]*", re.IGNORECASE),
        re.compile(rf" {either}\.? ", re.IGNORECASE),
        re.compile(rf",? {every_day}", re.IGNORECASE),
    )
