"""Alphabetical order as a language has it: æ ø å in Danish, å ä ö in Swedish.

The order is data: the phrase `alphabet.letters` lists a language's letters in order, and
`alphabet.same` what sorts as another letter (`aa=å` in Danish, after the Danish spelling
dictionary's rules for names; `ü=y`).  Capitals and accents decide only between otherwise equal words.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from katalog.i18n.phrases import Phrases

SortKey = tuple[tuple[int, ...], str]


@cache
def sorter(phrases: Phrases) -> Callable[[str], SortKey]:
    """Return the sort key of a text in the language of `phrases`."""
    ranks = _Ranks({letter: rank for rank, letter in enumerate(phrases("alphabet.letters"), start=1000)})
    equivalents = _equivalents(phrases)

    @lru_cache(8192)
    def key(text: str) -> SortKey:
        return tuple(map(ranks.__getitem__, _lowered(text, equivalents))), text

    return key


class _Ranks(dict[str, int]):
    """The place of every letter in the alphabet; one that is not in it is found once."""

    def __missing__(self, letter: str) -> int:
        base = _base(letter)
        self[letter] = rank = self.get(base) or (0 if base.isspace() else min(ord(base), 999))
        return rank


NO_LETTER = "#"
"""What a text is listed under that begins with no letter."""


def initial(text: str, phrases: Phrases) -> str:
    """Return the letter a text is listed under, in upper case, or `NO_LETTER`."""
    letters = phrases("alphabet.letters")
    for lowered in _lowered(text, _equivalents(phrases)):
        letter = lowered if lowered in letters else _base(lowered)
        if letter in letters:
            return letter.upper()
        if letter.isdigit():
            break
    return NO_LETTER


class _Equivalents(NamedTuple):
    """What sorts as another letter: where it stands in a text, and as what."""

    pattern: re.Pattern[str]
    letters: dict[str, str]


@cache
def _equivalents(phrases: Phrases) -> _Equivalents:
    letters = dict(pair.split("=") for pair in phrases("alphabet.same").split())
    return _Equivalents(re.compile("|".join(map(re.escape, letters)) or "(?!)"), letters)


def _lowered(text: str, equivalents: _Equivalents) -> str:
    lowered = text.casefold() if "ß" not in text else text.lower()
    return equivalents.pattern.sub(lambda found: equivalents.letters[found[0]], lowered)


def _base(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]
