"""Where a run is held, in a few words."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from katalog.views.reader import Reader
from katalog.views.shared.venue import Where, is_on_site, is_online, venue_view

MOST_PLACES = 2


class Places(Struct, frozen=True):
    """Where a run is held: the first places by name, and how many there are besides (empty: none)."""

    names: tuple[str, ...]
    rest: str

    @property
    def all(self) -> tuple[str, ...]:
        """The names, and after them how many more."""
        return (*self.names, self.rest) if self.rest else self.names


def places_shown(reader: Reader, wheres: Iterable[Where]) -> Places:
    """Return where a run is held, each place once."""
    found: dict[str, str] = {}
    for where in wheres:
        if is_on_site(where):
            found.setdefault(str(where.place).casefold(), venue_view(reader, where).title)
        if is_online(where):
            found.setdefault("", reader.phrases("place.online"))
    names = tuple(found.values())
    rest = len(names) - MOST_PLACES
    return Places(names[:MOST_PLACES], reader.phrases.count("card.more-places", rest) if rest > 0 else "")
