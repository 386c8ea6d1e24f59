"""From when to when a run is held, and where, in a few words."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from katalog.catalogue.state import CourseRun
from katalog.schema.entries import Entry
from katalog.views.reader import Reader
from katalog.views.shared.dates import span_shown
from katalog.views.shared.time_zones import time_zone_of, with_local_time, zone_of
from katalog.views.shared.venue import Where, is_on_site, is_online, venue_view
from katalog.when.model import When


def run_span(reader: Reader, entry: Entry, run: CourseRun, whens: Sequence[When]) -> str:
    """Return the dates `whens` of a run, or what stands in their place; of one also whose time it is."""
    shown = span_shown(reader, whens) or in_place_of_dates(reader, run)
    dated = [each for each in run.sessions_held if each.when]
    if len(whens) != 1 or len(dated) != 1:
        return shown
    zone = zone_of(reader, dated[0], time_zone_of(reader, entry.record))
    return with_local_time(reader, shown, whens[0], zone)


def in_place_of_dates(reader: Reader, run: CourseRun) -> str:
    """Return what stands in the place of dates; what is not open all year says from when until when it is."""
    if run.in_place_of_dates == "all-year" and (limits := _limits(reader, run)):
        return reader.phrases("when.anytime", period=limits)
    return reader.label("when", run.in_place_of_dates)


def _limits(reader: Reader, run: CourseRun) -> str:
    registration = run.registration
    if registration is None or not registration.closes:
        return ""
    ends = ("price.since", registration.opens), ("price.until", registration.closes)
    return " ".join(reader.phrases(phrase, when=reader.when(when)) for phrase, when in ends if when)


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
