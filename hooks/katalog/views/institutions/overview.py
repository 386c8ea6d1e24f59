"""The lists of libraries and of other organisations."""

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from katalog.schema.entries import Entry
from katalog.schema.records import Institution
from katalog.views.courses.listed import listed_course
from katalog.views.page import Page
from katalog.views.reader import Reader
from katalog.views.shared.institution_lists import (
    CountryInstitutions,
    InstitutionGroup,
    InstitutionRow,
    ListedInstitution,
    institutions_by_country,
    sorted_institutions,
)
from katalog.views.shared.map import MapPicture, map_picture
from katalog.views.shared.pagination import ROW, cut, in_parts
from katalog.views.shared.record_page import section_page


class LibrariesView(Struct, frozen=True):
    """Libraries on a map and by country and region: all, or those of a part of the list."""

    lede: str
    map: MapPicture | None
    countries: tuple[CountryInstitutions, ...]
    empty: str


class OrganisationsView(Struct, frozen=True):
    """All other organisations by kind."""

    lede: str
    kinds: tuple[InstitutionGroup, ...]
    empty: str


def libraries_views(reader: Reader) -> list[LibrariesView]:
    """Return the parts of the list of libraries, each with the map of those on it."""
    entries = reader.catalogue.by_collection.get("libraries", ())
    institutions = [ListedInstitution(entry, _note(reader, entry)) for entry in entries]
    countries = institutions_by_country(reader, institutions, lambda group: _count(reader, group))
    parts = cut(*((group.rows, ROW) for country in countries for group in country.regions))
    return [
        LibrariesView(
            lede=reader.phrases("section.libraries.about"),
            map=_map(reader, entries, shown),
            countries=shown,
            empty=reader.phrases("section.libraries.none"),
        )
        for shown in (_on_part(countries, part) for part in parts)
    ]


def _on_part(
    countries: Sequence[CountryInstitutions], part: Sequence[Sequence[InstitutionRow]]
) -> tuple[CountryInstitutions, ...]:
    """Return the countries and regions that have rows on a part, with these."""
    rows = iter(part)
    pieces = (
        (each, tuple(replace(group, rows=tuple(next(rows))) for group in each.regions)) for each in countries
    )
    shown = ((each, tuple(group for group in regions if group.rows)) for each, regions in pieces)
    return tuple(replace(each, regions=regions) for each, regions in shown if regions)


def _map(
    reader: Reader, entries: Iterable[Entry], countries: Sequence[CountryInstitutions]
) -> MapPicture | None:
    """Return the map of the libraries that are listed by `countries`."""
    groups = (group for country in countries for group in country.regions)
    listed = {row.link.address for group in groups for row in group.rows}
    shown = (entry for entry in entries if reader.addresses.record(entry) in listed)
    return map_picture(reader, map(ListedInstitution, shown), countries)


def _count(reader: Reader, institutions: Sequence[ListedInstitution]) -> str:
    return reader.phrases.count("followers.libraries", len(institutions))


def _note(reader: Reader, entry: Entry) -> str:
    """Return a library's municipality, where its name does not say it already, and what there is at it."""
    institution = cast("Institution", entry.record)
    municipality = str(institution.municipality or "")
    named = municipality.casefold() in institution.title.casefold()
    courses = reader.catalogue.referrers(entry.id, "organiser", "place", "sessions", "runs")
    ahead = sum(listed_course(reader, each).ahead for each in courses)
    said = reader.phrases.count("count.courses-ahead", ahead) if ahead else ""
    return ", ".join([each for each in ("" if named else municipality, said) if each])


def organisations_view(reader: Reader) -> OrganisationsView:
    """Return the list of organisations: kinds in alphabetical order, and so each kind's organisations."""
    kinds: dict[str, list[ListedInstitution]] = {}
    for entry in reader.catalogue.by_collection.get("organisations", ()):
        kinds.setdefault(_kinds(reader, entry), []).append(ListedInstitution(entry))
    regions = (_region(reader, kind, kinds[kind]) for kind in sorted(kinds, key=reader.collation_key))
    about, none = (reader.phrases(f"section.organisations.{each}") for each in ("about", "none"))
    return OrganisationsView(about, tuple(regions), none)


def _kinds(reader: Reader, entry: Entry) -> str:
    return reader.phrases(f"organisation.kinds.{getattr(entry.record, 'kind', 'other')}")


def _region(reader: Reader, kind: str, institutions: list[ListedInstitution]) -> InstitutionGroup:
    rows = tuple(
        InstitutionRow(reader.link(listed.entry), listed.note)
        for listed in sorted_institutions(reader, institutions)
    )
    return InstitutionGroup(kind, str(len(rows)), rows)


def institution_list_pages(reader: Reader) -> Iterator[Page]:
    """Yield the two lists."""
    libraries = section_page(reader, "libraries", "libraries.html", None)
    yield from in_parts(reader, libraries, libraries_views(reader))
    yield section_page(reader, "organisations", "organisations.html", organisations_view(reader))
