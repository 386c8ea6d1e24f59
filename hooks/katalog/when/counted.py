"""How often something is held: `5 tirsdage fra 2. marts 2028`, `hver tirsdag fra 2. marts 2028, 8 gange`."""

import re
from functools import cache
from typing import NamedTuple

from katalog.when.vocabulary import alternatives, any_word_for, vocabulary, weekday_plurals


class Counted(NamedTuple):
    """A text without how often, and that number; 0 where none is said."""

    rest: str
    times: int


class _Patterns(NamedTuple):
    first: re.Pattern[str]
    last: re.Pattern[str]
    in_a_row: re.Pattern[str]


def without_count(text: str, language: str) -> Counted:
    """Return what is left of a text without the number of times; texts come normalised."""
    patterns = _patterns(language)
    if found := patterns.first.match(text):
        return Counted(patterns.in_a_row.sub("", text[found.end() :], count=1), _number(found[1], language))
    # what ends in a digit ends in no `gange`: most dates, so that it pays to look
    found = None if text[-1:].isdecimal() else patterns.last.search(text)
    return Counted(text[: found.start()], _number(found[1], language)) if found else Counted(text, 0)


def _number(said: str, language: str) -> int:
    return int(said) if said.isdecimal() else vocabulary(language).cardinals.split().index(said) + 2


@cache
def _patterns(language: str) -> _Patterns:
    number = rf"(\d{{1,2}}|{'|'.join(vocabulary(language).cardinals.split())})"
    weekdays = alternatives(weekday_plurals(language)).pattern
    times, in_a_row = any_word_for(language, "times"), any_word_for(language, "in_a_row")
    return _Patterns(
        re.compile(rf"{number} (?={weekdays})"),
        re.compile(rf",? \(?(?:{in_a_row} )?{number} {times}\.?\)?$"),
        re.compile(rf",? {in_a_row}"),
    )
