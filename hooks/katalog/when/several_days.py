"""Several days written as one: `3. og 4. marts 2028 kl. 9–16`, each found as it is written by itself."""

from __future__ import annotations

import re
from collections.abc import Callable

from katalog.when.model import EXACT, When

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


def _completed(part: str, last: list[str], read: Callable[[str], When | None]) -> When | None:
    """Return what `part` means with as much of the end of the last one as can be read behind it."""
    for taken in range(1, len(last) + 1):
        if found := read(" ".join([part, *last[taken:]])):
            return found
    return None
