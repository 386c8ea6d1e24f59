"""The lists of libraries and of other organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from msgspec import Struct

from katalog.views.shared.map import Place, Region, Row, countries, in_order, map_picture
from katalog.views.shared.record import section_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from katalog.schema.records import Body
    from katalog.schema.validate import Entry
    from katalog.views.page import Page
    from katalog.views.reader import Reader
    from katalog.views.shared.map import Country, MapPicture


class LibrariesView(Struct, frozen=True):
    """All libraries on one map and by country and region."""

    lede: str
    count: str
    map: MapPicture | None
    countries: tuple[Country, ...]
    empty: str


class OrganisationsView(Struct, frozen=True):
    """All other organisations by kind."""

    lede: str
    kinds: tuple[Region, ...]
    empty: str


def libraries_view(reader: Reader) -> LibrariesView:
    """Return the list of libraries and their map."""
    entries = reader.catalogue.by_collection.get("libraries", ())
    places = [Place(entry, _note(entry)) for entry in entries]
    return LibrariesView(
        lede=reader.phrases("section.libraries.about"),
        count=_count(reader, places),
        map=map_picture(reader, map(Place, entries)),
        countries=countries(reader, places, lambda group: _count(reader, group)),
        empty=reader.phrases("section.libraries.none"),
    )


def _count(reader: Reader, places: Sequence[Place]) -> str:
    return reader.phrases.count("followers.libraries", len(places))


def _note(entry: Entry) -> str:
    """Return a library's municipality, where its name does not say it already."""
    body = cast("Body", entry.record)
    municipality = str(body.municipality or "")
    return "" if municipality.casefold() in body.title.casefold() else municipality


def organisations_view(reader: Reader) -> OrganisationsView:
    """Return the list of organisations: kinds in alphabetical order, and so each kind's organisations."""
    kinds: dict[str, list[Place]] = {}
    for entry in reader.catalogue.by_collection.get("organisations", ()):
        kinds.setdefault(_kinds(reader, entry), []).append(Place(entry))
    regions = (_region(reader, kind, kinds[kind]) for kind in sorted(kinds, key=reader.alphabetical))
    about, none = (reader.phrases(f"section.organisations.{each}") for each in ("about", "none"))
    return OrganisationsView(about, tuple(regions), none)


def _kinds(reader: Reader, entry: Entry) -> str:
    return reader.phrases(f"organisation.kinds.{getattr(entry.record, 'kind', 'other')}")


def _region(reader: Reader, kind: str, places: list[Place]) -> Region:
    rows = tuple(Row(reader.link(place.entry), place.note) for place in in_order(reader, places))
    return Region(kind, str(len(rows)), rows)


def bodies_pages(reader: Reader) -> Iterator[Page]:
    """Yield the two lists."""
    yield section_page(reader, "libraries", "libraries.html", libraries_view(reader))
    yield section_page(reader, "organisations", "organisations.html", organisations_view(reader))
