"""What is said of a text that is no date: more where it holds one, or several."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from katalog.problems import InvalidValueError
from katalog.when.model import EXACT, Precision, When
from katalog.when.normalise import shorten


def explained(refused: InvalidValueError, text: str, read: Callable[[str], When | None]) -> InvalidValueError:
    """Return what is wrong with a text: which part of it is a date, or which days it names, where plain."""
    written = shorten(text)
    for codes, code, find in _SEVERAL:
        if refused.code in codes and (days := find(text, read)):
            return InvalidValueError(code, written=written, days=", ".join(each.iso for each in days))
    holds_more = refused.code in {"date.unreadable", "date.hours-of-several-days"}
    if holds_more and (found := date_within(text, read)):
        return InvalidValueError(
            "date.more-than-a-date", written=written, suggestion=found.date.iso, rest=found.rest
        )
    return InvalidValueError(refused.code, written=written, **refused.params)


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
_LUNCH = re.compile(r"(?:fra |från )?(?:lunch|frokost) till? (?:lunch|frokost)", re.IGNORECASE)
"""What a seminar of two days says of its hours."""
_AROUND = " ,;:–-()[]"


class Within(NamedTuple):
    """The date in a text, and the words beside it."""

    date: When
    rest: str


def date_within(text: str, read: Callable[[str], When | None]) -> Within | None:
    """Return the longest beginning or end of a text that is a day or days, if words are left."""
    for date, rest in _halves(text.split()):
        is_other = _OTHER_DAY.search(rest) and not _LUNCH.fullmatch(rest)
        if (_FIGURE.search(rest) and not _ROOM.fullmatch(rest)) or is_other:
            continue
        found = read(date)
        if found and found.precision in EXACT:
            return Within(found, rest)
    return None


def _halves(words: list[str]) -> Iterator[tuple[str, str]]:
    for taken in range(1, min(len(words), _MOST_WORDS)):
        for date, rest in ((words[:-taken], words[-taken:]), (words[taken:], words[:taken])):
            yield " ".join(date).strip(_AROUND), " ".join(rest).strip(_AROUND)


MOST_DAYS = 12
_APART = re.compile(r" ?(?:[,+&;]| (?:og|och|and|ja|samt)(?= )) ?")


def several_days(text: str, read: Callable[[str], When | None]) -> list[When]:
    """Return the days of a text, each with what the last one says for all; none where that is not plain."""
    *others, last = _APART.split(text.strip())
    if len(others) >= MOST_DAYS:
        return []
    found = [_completed(part, last.split(), read) for part in others] + [read(last)]
    days = [each for each in found if each and each.precision in EXACT and each.latest == each.earliest]
    in_order = sorted({each.earliest for each in days}) == [each.earliest for each in days]
    is_plain = in_order and len({each.precision for each in days}) == 1
    return days if is_plain and len(days) == len(found) else []


def several_hours(text: str, read: Callable[[str], When | None]) -> list[When]:
    """Return the times of one day that a text names, `7. marts 2028 kl. 9 og 13`; none where not plain."""
    first, *others = _APART.split(text.strip())
    begun = read(first)
    if begun is None or not others or len(others) >= MOST_DAYS:
        return []
    found = [begun, *(read(f"{begun.earliest.isoformat()} kl. {other}") for other in others)]
    times = [each for each in found if each and each.precision is Precision.HOURS]
    return times if len(times) == len(found) else []


def _completed(part: str, last: list[str], read: Callable[[str], When | None]) -> When | None:
    """Return what `part` means with as much of the end of the last one as can be read behind it."""
    for taken in range(1, len(last) + 1):
        if found := read(" ".join([part, *last[taken:]])):
            return found
    return None


_SEVERAL = (
    ({"date.several", "date.unreadable"}, "date.several-days", several_days),
    ({"date.hours-end-before-start"}, "date.several-hours", several_hours),
)
"""What may hold several dates: what it was refused as, what it is told as then, and how they are found."""
