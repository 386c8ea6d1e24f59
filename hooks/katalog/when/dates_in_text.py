"""The date within a text that says more, and the words beside it."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from katalog.when.counted import without_count
from katalog.when.model import EXACT, When
from katalog.when.normalise import normalise
from katalog.when.vocabulary import TokenKind, lexicon

Read = Callable[[str], When | None]
_MOST_WORDS = 12
_FIGURE = re.compile(r"\d(?!\d*-[^\W\d])")
"""Such as are no part of a word: not those of `3-dages`."""
_ROOM = re.compile(r"[^\W\d]{3,} \d{1,3}")
_OTHER_DAY = re.compile(
    r"(?<!\d-)\b(?:efter|før|inden|ikke|eller|til|after|before|until|not|or|innan|före|inte|till|etter|ikkje"
    r"|ennen|jälkeen|ei|tai|fra|från|frå|from|begge|båda|både|both|hver|hvert|varje|varannan|every|undtagen|utom"
    r"|except|(?:man|mån|tirs|tis|ons|tors|fre|lør|lör|søn|sön)dag\w*"
    r"|(?:først|førs|förs|first|sidst|sist|last|anden|andre|andra|second|uge|uke|veck|veke|week|weekend|helg|dag|day|start|begin|begynd|börja)\w*)\b",
    re.IGNORECASE,
)
"""Words that make other days of a date: `dagen efter 7. marts 2028`, `weekenden 11.–12. marts 2028`."""
_AGAIN = re.compile(
    r"\b(?:begge|båda|både|both|hver|hvert|kvar|varje|varannan|every|each|alle|alla|all)\b", re.IGNORECASE
)
_DEADLINE = re.compile(r"frist|anmäl|tilmeld|påmeld|deadline|o\.?s\.?a\b", re.IGNORECASE)
"""Of enrolling, beside which `sidste dag` says no other day,"""
_NOT_THAT_DAY = re.compile(
    r"\b(?:efter|før|inden|ikke|eller|after|before|not|or|innan|före|inte|etter|ikkje)\b", re.IGNORECASE
)
"""but these words do."""
_LUNCH = re.compile(r"(?:fra |från )?(?:lunch|frokost) till? (?:lunch|frokost)", re.IGNORECASE)
"""What a seminar of two days says of its hours."""
_AROUND = " .,;:–-()[]"
_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
_BEFORE, _AFTER = re.compile(r"[:,;)!–-]$"), re.compile(r"^[,;(–-]")
_DAY_AND_MONTH = re.compile(r"\d ?/ ?\d")
_DATED = {TokenKind.MONTH, TokenKind.WEEKDAY, TokenKind.WEEK}


class Within(NamedTuple):
    """The date in a text, and the words beside it."""

    date: When
    rest: str


def date_within(text: str, read: Read, language: str) -> Within | None:
    """Return the longest part of a text that is a day or days, and the words left, which name no other."""
    if without_count(normalise(text), language).times:  # which the date would have to agree with
        return None
    aside = " ".join(_BRACKETS.findall(text))
    if aside and _is_aside(aside, language) and (found := read(_BRACKETS.sub("", text))):
        return Within(found, aside)
    for date, before, after in _windows(text.split()):
        if _says_no_date(before, after, language) and (found := read(date)) and found.precision in EXACT:
            return Within(found, " … ".join(filter(None, (before.strip(_AROUND), after.strip(_AROUND)))))
    return None


def _windows(words: list[str]) -> Iterator[tuple[str, str, str]]:
    """Yield the parts of a text with what stands before and behind, the longest first."""
    for left in range(1, min(len(words), _MOST_WORDS)):
        for before in range(left + 1):
            end = len(words) - left + before
            date, after = " ".join(words[before:end]).strip(_AROUND), " ".join(words[end:])
            lost = words[end - 1][-1] if words[end - 1][-1] in ",;–-" and after else ""
            yield date, " ".join(words[:before]), f"{lost}{after}"


def _says_no_date(before: str, after: str, language: str) -> bool:
    return all(
        _is_aside(rest, language) if apart.search(rest) else _is_plain(rest.strip(_AROUND))
        for rest, apart in ((before, _BEFORE), (after, _AFTER))
        if rest
    )


def _is_plain(rest: str) -> bool:
    """Tell words that name no other day than the date they stand beside."""
    other = _NOT_THAT_DAY if _DEADLINE.search(rest) else _OTHER_DAY
    is_other = other.search(rest) and not _LUNCH.fullmatch(rest)
    return not is_other and (not _FIGURE.search(rest) or _ROOM.fullmatch(rest) is not None)


def _is_aside(rest: str, language: str) -> bool:
    """Tell what is set apart by brackets or a mark and says something, yet no further date."""
    words = lexicon(language)
    kinds = [words.get(word, (None, 0))[0] for word in re.findall(r"[^\W\d]+", normalise(rest))]
    has_date = _FIGURE.search(rest) and (_DATED & {*kinds} or _DAY_AND_MONTH.search(rest))
    return None in kinds and not has_date and not _AGAIN.search(rest)
