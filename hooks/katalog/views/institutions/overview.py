"""The lists of libraries and of other organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from msgspec import Struct

from katalog.views.courses.listed import listed_course
from katalog.views.shared.map import (
    InstitutionGroup,
    InstitutionRow,
    ListedInstitution,
    institutions_by_country,
    map_picture,
    sorted_institutions,
)
from katalog.views.shared.record_page import section_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from katalog.schema.entries import Entry
    from katalog.schema.records import Institution
    from katalog.views.page import Page
    from katalog.views.reader import Reader
    from katalog.views.shared.map import CountryInstitutions, MapPicture


class LibrariesView(Struct, frozen=True):
    """All libraries on one map and by country and region."""

    lede: str
    count: str
    map: MapPicture | None
    countries: tuple[CountryInstitutions, ...]
    empty: str


class OrganisationsView(Struct, frozen=True):
    """All other organisations by kind."""

    lede: str
    kinds: tuple[InstitutionGroup, ...]
    empty: str


def libraries_view(reader: Reader) -> LibrariesView:
    """Return the list of libraries and their map."""
    entries = reader.catalogue.by_collection.get("libraries", ())
    institutions = [ListedInstitution(entry, _note(reader, entry)) for entry in entries]
    countries = institutions_by_country(reader, institutions, lambda group: _count(reader, group))
    return LibrariesView(
        lede=reader.phrases("section.libraries.about"),
        count=_count(reader, institutions),
        map=map_picture(reader, map(ListedInstitution, entries), countries),
        countries=countries,
        empty=reader.phrases("section.libraries.none"),
    )


def _count(reader: Reader, institutions: Sequence[ListedInstitution]) -> str:
    return reader.phrases.count("followers.libraries", len(institutions))


def _note(reader: Reader, entry: Entry) -> str:
    """Return a library's municipality, where its name does not say it already, and what there is at it."""
    institution = cast("Institution", entry.record)
    municipality = str(institution.municipality or "")
    named = municipality.casefold() in institution.title.casefold()
    ahead = {
        each.id
        for each in reader.catalogue.referrers(entry.id, "organiser", "place", "sessions", "runs")
        if each.collection == "courses" and listed_course(reader, each).ahead
    }
    said = reader.phrases.count("count.courses-ahead", len(ahead)) if ahead else ""
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
    yield section_page(reader, "libraries", "libraries.html", libraries_view(reader))
    yield section_page(reader, "organisations", "organisations.html", organisations_view(reader))
