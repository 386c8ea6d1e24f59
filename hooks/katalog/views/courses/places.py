"""Where a run is held, in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from katalog.views.shared.venue import is_on_site, is_online, venue_view

if TYPE_CHECKING:
    from collections.abc import Iterable

    from katalog.views.reader import Reader
    from katalog.views.shared.venue import Where

MOST_PLACES = 3


def places_shown(reader: Reader, wheres: Iterable[Where]) -> tuple[str, ...]:
    """Return where a run is held, each place once; beyond the first ones only how many there are."""
    found: dict[str, str] = {}
    for where in wheres:
        if is_on_site(where):
            found.setdefault(str(where.place).casefold(), venue_view(reader, where).title)
        if is_online(where):
            found.setdefault("", reader.phrases("place.online"))
    shown = tuple(found.values())
    rest = len(shown) - MOST_PLACES
    return shown if rest < 2 else (*shown[:MOST_PLACES], reader.phrases.count("card.more-places", rest))
