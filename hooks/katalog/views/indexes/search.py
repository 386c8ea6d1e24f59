"""The search page: a button for the dialog (`assets/search/dialog.js`), and links for use without it."""

from collections.abc import Iterator

from msgspec import Struct

from katalog.views.indexes.archive import counted_years
from katalog.views.indexes.regions import counted_regions
from katalog.views.indexes.topics import counted_topics
from katalog.views.page import Page
from katalog.views.reader import Link, Reader
from katalog.views.shared.lists import CountedLink
from katalog.views.shared.record_page import section_page


class SearchView(Struct, frozen=True):
    """Links to every section, topic, year and region."""

    lede: str
    index: Link
    sections: tuple[Link, ...]
    topics: tuple[CountedLink, ...]
    years: tuple[CountedLink, ...]
    regions: tuple[CountedLink, ...]


def search_pages(reader: Reader) -> Iterator[Page]:
    """Yield the search page."""
    view = SearchView(
        lede=reader.phrases("section.search.about"),
        index=reader.section_link("index"),
        sections=tuple(reader.section_link(key) for key in reader.navigation),
        topics=counted_topics(reader, "courses", "projects", "news"),
        years=counted_years(reader),
        regions=counted_regions(reader),
    )
    yield section_page(reader, "search", "search.html", view)
