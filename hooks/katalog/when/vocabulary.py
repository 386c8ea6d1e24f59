"""The words dates are written with, by language: grammar for the reader, not text for people.

Months and weekdays come from CLDR; what it lacks stands in `languages/<tag>.toml`, so that a further
language is one more such file.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from babel import Locale
from msgspec import Struct, toml

FOLDER = Path(__file__).parent / "languages"
LANGUAGES = tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))
"""BCP 47 tags of the languages whose dates are read."""


class TokenKind(StrEnum):
    """What a word or number of a date is; one letter each, so that a date is a short pattern."""

    NUMBER = "N"
    LONG_NUMBER = "Y"
    MONTH = "M"
    WEEKDAY = "D"
    WEEK = "W"
    QUARTER = "Q"
    HALF_YEAR = "H"
    SEASON = "S"
    TERM = "T"
    SCHOOL_YEAR = "L"
    PART = "P"
    UNTIL = "-"
    SLASH = "/"
    AND = "&"
    CLOCK = "K"
    FILLER = ""
    UNKNOWN = "?"


class Vocabulary(Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one language, in lower case; words of equal value by space, phrases one by one.

    `terms` are the spring and the autumn term of schools, a `school_year` is from August to the month in
    which it ends; `onwards` leaves an end open; `early`, `middle` and `late` are said of a
    month; `week_parity` is said of even and of odd weeks; `all_year` and `on_request` stand in the place
    of a date; `other_time_zones` are not that of Denmark, Norway and Sweden;
    `before` leaves open whether the day itself counts; `moved` stands before a new date, `times` behind how
    often something is held, `cardinals` are numbers from two, `season_letters` those of `F2028`; `numeric`
    says that `7.3.2028` is the language's usual way to write a day.
    """

    seasons: tuple[str, ...]
    terms: tuple[tuple[str, ...], ...]
    ordinals: tuple[str, ...]
    weekday_plurals: tuple[str, ...]
    week: str
    quarter: str
    half_year: str
    until: tuple[str, ...]
    joiners: str
    clock: str
    fillers: tuple[str, ...]
    since: tuple[str, ...]
    early: tuple[str, ...]
    middle: tuple[str, ...]
    late: tuple[str, ...]
    about: tuple[str, ...]
    preliminary: tuple[str, ...]
    midnight: tuple[str, ...]
    time_zones: tuple[str, ...]
    other_time_zones: tuple[str, ...]
    before: tuple[str, ...]
    between: str
    every: str
    every_other: tuple[str, ...]
    in_month: tuple[str, ...]
    last: str
    week_parity: tuple[tuple[str, ...], tuple[str, ...]]
    every_week: tuple[str, ...]
    every_fortnight: tuple[str, ...]
    onwards: tuple[str, ...]
    every_day: tuple[str, ...]
    both_days: tuple[str, ...]
    working_days: tuple[str, ...]
    except_for: tuple[str, ...]
    moved: tuple[str, ...]
    either: tuple[str, ...]
    cardinals: str
    times: tuple[str, ...]
    in_a_row: tuple[str, ...]
    all_year: tuple[str, ...]
    on_request: tuple[str, ...]
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    season_letters: dict[str, int] = {}
    numeric: bool = False
    school_year: str = ""
    school_year_ends: int = 7


MARKS = {
    "-": (TokenKind.UNTIL, 0),
    "–": (TokenKind.UNTIL, 0),
    "/": (TokenKind.SLASH, 0),
    "&": (TokenKind.AND, 0),
    "+": (TokenKind.AND, 0),
    ".": (TokenKind.FILLER, 0),
    ",": (TokenKind.FILLER, 0),
}
Entry = tuple[TokenKind, int]


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the words of a language of `LANGUAGES`; of Danish where the language has none."""
    name = language if language in LANGUAGES else "da"
    return toml.decode((FOLDER / f"{name}.toml").read_bytes(), type=Vocabulary)


def own_vocabulary_first(language: str) -> list[Vocabulary]:
    """Return all vocabularies, that of `language` first."""
    return [vocabulary(name) for name in sorted(LANGUAGES, key=language.__ne__)]


def words_for(language: str, *names: str) -> Iterator[str]:
    """Yield the words and phrases under some names of all vocabularies, those of `language` first."""
    for each in own_vocabulary_first(language):
        for name in names:
            words = getattr(each, name)
            yield from words.split() if isinstance(words, str) else words


@cache
def lexicon(language: str) -> Mapping[str, Entry]:
    """Return the kind and value of every known word and mark, phrases with `_` for blanks.

    A word of another language counts where all the others that have it mean the same.
    """
    foreign: dict[str, Entry] = {}
    doubtful: set[str] = set()
    for name in LANGUAGES:
        if name != language:
            entries = dict(_entries(name))
            doubtful |= {word for word, entry in entries.items() if foreign.get(word, entry) != entry}
            foreign |= entries
    known = {word: entry for word, entry in foreign.items() if word not in doubtful}
    return known | MARKS | dict(_entries(language if language in LANGUAGES else "da"))


@cache
def phrases_of(language: str) -> re.Pattern[str]:
    """Return a pattern of the lexicon's phrases of several words, and of prefixes."""
    return alternatives(
        word.replace("_", " ") for word in lexicon(language) if word.endswith("-") or "_" in word
    )


def alternatives(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of whole words or phrases, the longest first; one may end in a hyphen: `mid-`."""
    found = sorted(set(words), key=lambda word: (-len(word), word))
    said = (re.escape(word) + ("" if word.endswith("-") else r"(?![^\W_])") for word in found)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(said)})")


def any_word_for(language: str, *names: str) -> str:
    """Return a pattern of what stands under those names, as `words_for` yields it."""
    return alternatives(words_for(language, *names)).pattern


@cache
def weekday_plurals(language: str) -> frozenset[str]:
    """Return the names of weekdays in the plural, of all languages."""
    return frozenset(word for day in words_for(language, "weekday_plurals") for word in day.split())


@cache
def weekday_name(language: str, weekday: int) -> str:
    """Return the full name of a weekday (0 is Monday) in `language`, else in Danish."""
    name = language if language in LANGUAGES else "da"
    return str(Locale(name).days["stand-alone"]["wide"][weekday])


@cache
def month_name(language: str, number: int) -> str:
    """Return the name of a month, from 1, as it stands beside a day."""
    return str(Locale(language).months["format"]["wide"][number]).lower()


def _entries(language: str) -> Iterator[tuple[str, Entry]]:
    words = vocabulary(language)
    groups: list[tuple[TokenKind, int, Iterable[str]]] = [
        (TokenKind.SEASON, 21, words.seasons),
        (TokenKind.NUMBER, 1, words.ordinals),
        (TokenKind.WEEKDAY, 0, words.weekday_plurals),
        (TokenKind.WEEK, 0, (words.week,)),
        (TokenKind.QUARTER, 0, (words.quarter,)),
        (TokenKind.HALF_YEAR, 0, (words.half_year,)),
        (TokenKind.AND, 0, (words.joiners,)),
        (TokenKind.CLOCK, 0, (words.clock,)),
    ]
    for kind, first, listed in groups:
        for value, group in enumerate(listed, first):
            yield from ((word, (kind, value)) for word in group.split())
    for kind, value, listed in _phrases(words):
        yield from ((text.replace(" ", "_"), (kind, value)) for text in listed)
    yield from _names(language, words)


def _phrases(words: Vocabulary) -> Iterator[tuple[TokenKind, int, tuple[str, ...]]]:
    yield TokenKind.UNTIL, 0, words.until
    yield TokenKind.FILLER, 0, words.fillers
    yield TokenKind.UNKNOWN, 0, words.onwards
    yield TokenKind.SCHOOL_YEAR, words.school_year_ends, tuple(words.school_year.split())
    for value, said in enumerate(words.terms, 40):
        yield TokenKind.TERM, value, said
    for value, said in enumerate((words.early, words.middle, words.late), 1):
        yield TokenKind.PART, value, said


def _names(language: str, words: Vocabulary) -> Iterator[tuple[str, Entry]]:
    """Yield the names of months and weekdays: CLDR's, full and abbreviated, then our own."""
    locale = Locale(language)
    for context in ("stand-alone", "format"):
        for width in ("abbreviated", "wide"):
            for number, name in locale.months[context][width].items():
                yield _plain(name), (TokenKind.MONTH, int(number))
            for number, name in locale.days[context][width].items():
                yield _plain(name), (TokenKind.WEEKDAY, int(number))
    yield from ((name, (TokenKind.MONTH, number)) for name, number in words.months.items())
    yield from ((name, (TokenKind.WEEKDAY, number - 1)) for name, number in words.weekdays.items())


def _plain(name: str) -> str:
    return str(name).lower().rstrip(".")
