"""Libraries and organisations in lists: by country and region, in alphabetical order."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count as count_up
from typing import cast

from msgspec import Struct

from katalog.schema.entries import Entry
from katalog.schema.records import Institution
from katalog.views.reader import Link, Reader


class ListedInstitution(Struct, frozen=True):
    """An institution on a map or in a list; `note` says more, such as how many people follow there.

    `weight` (1 is the smallest) draws it larger on a map.

    `linked` is false on the institution's own page.
    """

    entry: Entry
    note: str = ""
    weight: int = 1
    linked: bool = True


class InstitutionRow(Struct, frozen=True):
    """An institution in a list, and its number in the whole of it."""

    link: Link
    note: str
    number: int = 0


class InstitutionGroup(Struct, frozen=True):
    """The institutions of one region, or of one kind; `count` is ready for display."""

    title: str
    count: str
    rows: tuple[InstitutionRow, ...]


class CountryInstitutions(Struct, frozen=True):
    """The regions of one country."""

    title: str
    regions: tuple[InstitutionGroup, ...]


def institution_of(reader: Reader, entry: Entry) -> Institution:
    """Return a library or organisation as this reader reads it."""
    return cast("Institution", reader.localised(entry).record)


def country_name(reader: Reader, code: str) -> str:
    """Return a country's name (ISO 3166-1 code) in the reader's language."""
    return reader.phrases.locale.countries[code]


def institutions_by_country(
    reader: Reader,
    institutions: Iterable[ListedInstitution],
    count: Callable[[Sequence[ListedInstitution]], str],
) -> tuple[CountryInstitutions, ...]:
    """Return institutions by country and region, each in alphabetical order; without a region last."""
    found: dict[str, dict[str, list[ListedInstitution]]] = defaultdict(lambda: defaultdict(list))
    for listed in institutions:
        institution = institution_of(reader, listed.entry)
        found[country_name(reader, institution.country)][str(institution.region or "")].append(listed)
    numbers = count_up(1)
    return tuple(
        CountryInstitutions(name, _regions(reader, found[name], count, numbers))
        for name in sorted(found, key=reader.collation_key)
    )


def _regions(
    reader: Reader,
    found: dict[str, list[ListedInstitution]],
    count: Callable[[Sequence[ListedInstitution]], str],
    numbers: Iterator[int],
) -> tuple[InstitutionGroup, ...]:
    names = sorted(found, key=lambda name: (not name, reader.collation_key(name)))
    return tuple(
        InstitutionGroup(
            name or reader.phrases("region.none"),
            count(found[name]),
            tuple(
                InstitutionRow(reader.link(listed.entry), listed.note, next(numbers))
                for listed in sorted_institutions(reader, found[name])
            ),
        )
        for name in names
    )


def sorted_institutions(reader: Reader, institutions: Iterable[ListedInstitution]) -> list[ListedInstitution]:
    """Return institutions in alphabetical order."""
    return sorted(institutions, key=lambda listed: reader.collation_key(reader.title(listed.entry)))
