"""A date that stands among other words, as announcements have it: found, so that a message can name both."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from katalog.when.model import EXACT, When

_MOST_WORDS = 12
_FIGURE = re.compile(r"\d")
_ROOM = re.compile(r"[^\W\d]{3,} \d{1,3}")
_OTHER_DAY = re.compile(
    r"\b(?:efter|før|inden|ikke|eller|til|after|before|until|not|or|innan|före|inte|till|etter|ikkje"
    r"|ennen|jälkeen|ei|tai|fra|från|frå|from|begge|båda|både|both|hver|hvert|varje|varannan|every|undtagen|utom"
    r"|except|(?:man|mån|tirs|tis|ons|tors|fre|lør|lör|søn|sön)dag\w*"
    r"|(?:først|førs|förs|first|sidst|sist|last|anden|andre|andra|second|uge|uke|veck|veke|week|weekend|helg|dag|day|start|begin|begynd|börja)\w*)\b",
    re.IGNORECASE,
)
"""Words that make other days of a date: `dagen efter 7. marts 2028`, `weekenden 11.–12. marts 2028`."""
_AROUND = " ,;:–-()[]"


class Within(NamedTuple):
    """The date in a text, and the words beside it."""

    date: When
    rest: str


def date_within(text: str, read: Callable[[str], When | None]) -> Within | None:
    """Return the longest beginning or end of a text that is a day or days, if words are left."""
    for date, rest in _halves(text.split()):
        if (_FIGURE.search(rest) and not _ROOM.fullmatch(rest)) or _OTHER_DAY.search(rest):
            continue
        found = read(date)
        if found and found.precision in EXACT:
            return Within(found, rest)
    return None


def _halves(words: list[str]) -> Iterator[tuple[str, str]]:
    for taken in range(1, min(len(words), _MOST_WORDS)):
        for date, rest in ((words[:-taken], words[-taken:]), (words[taken:], words[:taken])):
            yield " ".join(date).strip(_AROUND), " ".join(rest).strip(_AROUND)
