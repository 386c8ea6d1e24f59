"""A course's values for the filters of the course list.

Values are ids, the same in every language, so that a filtered list can be shared across languages.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from katalog.catalogue.state import CourseRun
from katalog.rates import Rates
from katalog.schema.entries import Entry
from katalog.schema.prices import Price
from katalog.schema.records import Course
from katalog.source.file_names import slug
from katalog.views.reader import Reader
from katalog.views.shared.venue import Where, is_on_site, is_online
from katalog.when.model import Precision, When, iso_name
from katalog.when.months import Month, months_between

Form = Literal["in-person", "online", "blended"]
_LONGEST_OF_MONTHS = 100  # days; what is known no better than half a year is in no month


EVERYWHERE = "*"
"""Answers whatever is wanted: the region of one who takes part online, the month of what is open all year."""


class RegionName(Struct, frozen=True):
    """A region as records name it, and its id in addresses and filters."""

    id: str
    title: str


def highest_per_person(prices: Iterable[Price], rates: Rates) -> Decimal | None:
    """Return what a participant pays at most, in Danish kroner; `None` where that is not known of each price.

    A price that covers several is shared by as many as it covers (`up_to`).
    """
    found = [_per_person(price, rates) for price in prices]
    known = [amount for amount in found if amount is not None]
    return max(known) if known and len(known) == len(found) else None


def _per_person(price: Price, rates: Rates) -> Decimal | None:
    amount = rates.in_base(price.amount)
    shared = price.up_to if price.per in {"library", "team", "event"} else None
    return amount / shared if amount is not None and shared else amount


def years(whens: Iterable[When]) -> tuple[str, ...]:
    """Return the years in which something happens; of what has no end the one in which it begins."""
    spans = ((when.earliest.year, (when.latest or when.earliest).year) for when in whens)
    return tuple(sorted({str(year) for first, last in spans for year in range(first, last + 1)}))


def seasons(found: Iterable[Month]) -> tuple[str, ...]:
    """Return the seasons of some months as EDTF names them (`2027-21`), in order."""
    return tuple(dict.fromkeys(iso_name(Precision.SEASON, month.first_day) for month in found))


def months(whens: Sequence[When]) -> tuple[Month, ...]:
    """Return the months in which something happens, in order."""
    return tuple(sorted(set().union(*map(_months, whens))))


def _months(when: When) -> Iterable[Month]:
    last = when.latest or when.earliest
    if (last - when.earliest).days > _LONGEST_OF_MONTHS:
        return ()
    return months_between(when.earliest, last)


def forms(course: Course, run: CourseRun) -> tuple[Form, ...]:
    """Return what filters by form find a course under: a hybrid one under each.

    A course is hybrid by what it states, or by its sessions: held at a place and online, or some here,
    some there where nothing is stated.  One of which it is not said where some are held is not online.
    """
    wheres = _wheres(run)
    held: list[Form] = ["in-person"] if any(map(is_on_site, wheres)) else []
    held += ["online"] if any(map(is_online, wheres)) else []
    both = any(is_on_site(each) and is_online(each) for each in wheres)
    stated = course.form
    if both or "blended" in stated or len({*stated} & {"in-person", "online"}) == 2:
        return ("in-person", "online", "blended")
    if stated:
        return stated
    if held == ["online"] and not all(map(is_online, wheres)):
        return ()
    return ("in-person", "online", "blended") if len(held) == 2 else tuple(held)


def form_shown(course: Course, found: tuple[str, ...]) -> tuple[str, ...]:
    """Return how a course is held as pages say it: as stated, and in one word where it is hybrid."""
    hybrid = "blended" in found
    return ("blended",) if hybrid and len(course.form) < 2 else course.form or found


def _wheres(run: CourseRun) -> Sequence[Where]:
    return run.sessions or (run,)


def regions(reader: Reader, entry: Entry, run: CourseRun) -> tuple[RegionName, ...]:
    """Return the regions a course is held in: those of its places, else its organisers'."""
    wheres = run.sessions_held or _wheres(run)
    places = reader.entries([each.place for each in wheres if each.place])
    institutions = places or reader.entries(getattr(entry.record, "organiser", ()))
    unique = {region.id: region for each in institutions if (region := region_of(each))}
    return tuple(unique.values())


def region_of(entry: Entry) -> RegionName | None:
    """Return the region an institution lies in, if its record says."""
    title = str(getattr(entry.record, "region", None) or "")
    id_ = slug(title)
    return RegionName(id_, title) if id_ else None
