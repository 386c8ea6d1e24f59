"""The page where readers choose their library: by country and region, each with a page of its own."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from katalog.views.page import Page
from katalog.views.reader import Link, Reader
from katalog.views.shared.institution_lists import (
    CountryInstitutions,
    InstitutionGroup,
    ListedInstitution,
    institutions_by_country,
)
from katalog.views.shared.record_page import section_page


class LibraryChoiceView(Struct, frozen=True):
    """All libraries; their links lead to what concerns each."""

    lede: str
    countries: tuple[CountryInstitutions, ...]


def my_library_link(reader: Reader) -> Link | None:
    """Return a link to where readers choose their library, as long as there are any."""
    libraries = reader.catalogue.by_collection.get("libraries", ())
    return reader.section_link("my-library") if libraries and reader.settings.shows("libraries") else None


def library_choice_pages(reader: Reader) -> Iterator[Page]:
    """Yield the page where readers choose."""
    if not my_library_link(reader):
        return
    entries = reader.catalogue.by_collection["libraries"]
    mine = {reader.addresses.record(entry): reader.addresses.my_library(entry.id) for entry in entries}
    listed = institutions_by_country(reader, map(ListedInstitution, entries), lambda group: str(len(group)))
    countries = tuple(
        replace(country, regions=tuple(_to_mine(region, mine) for region in country.regions))
        for country in listed
    )
    view = LibraryChoiceView(reader.phrases("section.my-library.about"), countries)
    yield section_page(reader, "my-library", "my_libraries.html", view)


def _to_mine(region: InstitutionGroup, mine: dict[str, str]) -> InstitutionGroup:
    rows = (replace(row, link=Link(row.link.title, mine[row.link.address])) for row in region.rows)
    return replace(region, rows=tuple(rows))
