"""The words dates are written with, by language: grammar for the reader, not text for people.

A further language is one more `Vocabulary` in `VOCABULARIES`.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from msgspec import Struct


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
    UNTIL = "-"
    SLASH = "/"
    AND = "&"
    CLOCK = "K"
    FILLER = ""
    UNKNOWN = "?"


class Vocabulary(Struct, frozen=True):
    """The words of one language, in lower case and without full stops; words of equal value by space.

    The first of the words for a weekday is its full name.
    """

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    seasons: tuple[str, ...]
    ordinals: tuple[str, ...]
    week: str
    quarter: str
    half_year: str
    until: str
    joiners: str
    clock: str
    fillers: str
    since: tuple[str, ...]


VOCABULARIES = {
    "da": Vocabulary(
        months=(
            "januar jan", "februar feb", "marts mar", "april apr", "maj", "juni jun", "juli jul",
            "august aug", "september sep sept", "oktober okt", "november nov", "december dec",
        ),
        weekdays=(
            "mandag mandagen man", "tirsdag tirsdagen tirs tir", "onsdag onsdagen ons",
            "torsdag torsdagen tors tor", "fredag fredagen fre", "lørdag lørdagen lør", "søndag søndagen søn",
        ),
        seasons=("forår foråret", "sommer sommeren", "efterår efteråret", "vinter vinteren"),
        ordinals=("første", "anden andet", "tredje", "fjerde"),
        week="uge ugen uger ugerne",
        quarter="kvartal kvartalet q",
        half_year="halvår halvåret",
        until="til",
        joiners="og samt",
        clock="kl klokken",
        fillers="den d i år året",
        since=("fra og med ", "fra "),
    ),
    "sv": Vocabulary(
        months=(
            "januari jan", "februari feb febr", "mars mar", "april apr", "maj", "juni jun", "juli jul",
            "augusti aug", "september sep sept", "oktober okt", "november nov", "december dec",
        ),
        weekdays=(
            "måndag måndagen mån", "tisdag tisdagen tis", "onsdag onsdagen ons", "torsdag torsdagen tors tor",
            "fredag fredagen fre", "lördag lördagen lör", "söndag söndagen sön",
        ),
        seasons=("vår våren", "sommar sommaren", "höst hösten", "vinter vintern"),
        ordinals=("första", "andra", "tredje", "fjärde"),
        week="vecka veckan veckor veckorna v",
        quarter="kvartal kvartalet q",
        half_year="halvår halvåret",
        until="till to",
        joiners="och samt",
        clock="kl klockan",
        fillers="den d i år året",
        since=("från och med ", "fr.o.m. ", "från ", "from "),
    ),
}  # fmt: skip

PUNCTUATION = {
    "-": (TokenKind.UNTIL, 0),
    "–": (TokenKind.UNTIL, 0),
    "/": (TokenKind.SLASH, 0),
    ".": (TokenKind.FILLER, 0),
    ",": (TokenKind.FILLER, 0),
}


@cache
def lexicon(language: str) -> dict[str, tuple[TokenKind, int]]:
    """Return the kind and value of every known word and mark; where languages differ, `language` wins."""
    words = dict(PUNCTUATION)
    for name in sorted(VOCABULARIES, key=language.__eq__):
        words |= _entries(VOCABULARIES[name])
    return words


def weekday_name(language: str, weekday: int) -> str:
    """Return the full name of a weekday (0 is Monday) in `language`, else in Danish."""
    return VOCABULARIES.get(language, VOCABULARIES["da"]).weekdays[weekday].split()[0]


def _entries(vocabulary: Vocabulary) -> dict[str, tuple[TokenKind, int]]:
    lists = [
        (TokenKind.MONTH, 1, vocabulary.months),
        (TokenKind.WEEKDAY, 0, vocabulary.weekdays),
        (TokenKind.SEASON, 21, vocabulary.seasons),
        (TokenKind.NUMBER, 1, vocabulary.ordinals),
        (TokenKind.WEEK, 0, (vocabulary.week,)),
        (TokenKind.QUARTER, 0, (vocabulary.quarter,)),
        (TokenKind.HALF_YEAR, 0, (vocabulary.half_year,)),
        (TokenKind.UNTIL, 0, (vocabulary.until,)),
        (TokenKind.AND, 0, (vocabulary.joiners,)),
        (TokenKind.CLOCK, 0, (vocabulary.clock,)),
        (TokenKind.FILLER, 0, (vocabulary.fillers,)),
    ]
    return {
        word: (kind, value)
        for kind, first, groups in lists
        for value, group in enumerate(groups, first)
        for word in group.split()
    }
