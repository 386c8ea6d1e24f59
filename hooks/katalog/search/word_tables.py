"""The tables that index and query share; the browser receives them with the index."""

from functools import cache
from pathlib import Path

from msgspec import Struct, json


class Tables(Struct, frozen=True):
    """What a word is reduced by.

    `fold` and `pairs`: characters, then pairs, to plain ones.  `endings`: by ending, what stands in its
    place; the longest that fits is taken once and leaves at least `shortest` letters; an `s` after it
    leaves `genitive`.  `months` and `seasons`: names to numbers, abbreviations only beside a day or a year.
    `patterns`: what a token can be, in the order of trial; the syntax is common to Python and JavaScript.
    `drop`: words that carry nothing; `soft`: words that ask for a fact and need not be found.
    `synonyms`: groups of words that stand for each other.
    """

    fold: dict[str, str]
    pairs: dict[str, str]
    endings: dict[str, str]
    shortest: int
    genitive: int
    months: dict[str, int]
    abbreviations: dict[str, int]
    seasons: dict[str, int]
    bare_seasons: tuple[str, ...]
    patterns: tuple[tuple[str, str], ...]
    drop: frozenset[str]
    soft: frozenset[str]
    synonyms: tuple[tuple[str, ...], ...]


@cache
def tables() -> Tables:
    """Return the tables of the package."""
    return json.decode(Path(__file__).with_name("word_tables.json").read_bytes(), type=Tables)
