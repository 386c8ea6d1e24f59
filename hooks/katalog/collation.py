"""Alphabetical order as a language has it: æ ø å in Danish, å ä ö in Swedish.

The order is data: the phrase `alphabet.letters` lists a language's letters in order, and
`alphabet.same` what sorts as another letter (`aa=å` in Danish, after the Danish spelling
dictionary's rules for names; `ü=y`).  Capitals and accents decide only between otherwise equal words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from katalog.i18n import Phrases

SortKey = tuple[tuple[int, ...], str]


@cache
def sorter(phrases: Phrases) -> Callable[[str], SortKey]:
    """Return the sort key of a text in the language of `phrases`."""
    ranks = {letter: rank for rank, letter in enumerate(phrases("alphabet.letters"), start=1000)}
    same = _same(phrases)

    @lru_cache(8192)
    def key(text: str) -> SortKey:
        return tuple(_rank(letter, ranks) for letter in _folded(text, same, ranks)), text

    return key


def initial(text: str, phrases: Phrases) -> str:
    """Return the letter a text is listed under, in upper case; `#` when it begins with none."""
    letters = phrases("alphabet.letters")
    for letter in _folded(text, _same(phrases), dict.fromkeys(letters, 0)):
        if letter in letters:
            return letter.upper()
        if letter.isdigit():
            break
    return "#"


@cache
def _same(phrases: Phrases) -> dict[str, str]:
    return dict(pair.split("=") for pair in phrases("alphabet.same").split())


def _folded(text: str, same: dict[str, str], known: dict[str, int]) -> str:
    lowered = text.casefold() if "ß" not in text else text.lower()
    if same:
        lowered = re.sub("|".join(map(re.escape, same)), lambda found: same[found[0]], lowered)
    return "".join(letter if letter in known else _base(letter) for letter in lowered)


def _base(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]


def _rank(letter: str, ranks: dict[str, int]) -> int:
    if letter in ranks:
        return ranks[letter]
    return 0 if letter.isspace() else min(ord(letter), 999)
