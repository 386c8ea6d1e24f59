"""All pages of one language, section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from katalog.views.calendar.page import calendar_pages
from katalog.views.courses.page import course_pages
from katalog.views.indexes.a_to_z import index_pages
from katalog.views.indexes.archive import archive_pages
from katalog.views.indexes.courses import course_list_pages
from katalog.views.indexes.home import home_pages
from katalog.views.indexes.news import news_pages
from katalog.views.indexes.regions import region_pages
from katalog.views.indexes.search import search_pages
from katalog.views.indexes.topics import topic_pages
from katalog.views.institutions.overview import institution_list_pages
from katalog.views.institutions.page import institution_pages
from katalog.views.people.directory import directory_pages
from katalog.views.people.page import contact_pages
from katalog.views.projects.overview import project_list_pages
from katalog.views.projects.page import project_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from katalog.views.page import Page
    from katalog.views.reader import Reader

PAGES_OF_KIND: tuple[Callable[[Reader], Iterator[Page]], ...] = (
    home_pages,
    course_list_pages,
    course_pages,
    calendar_pages,
    project_list_pages,
    project_pages,
    institution_list_pages,
    institution_pages,
    directory_pages,
    contact_pages,
    topic_pages,
    region_pages,
    news_pages,
    archive_pages,
    index_pages,
    search_pages,
)


def all_pages(reader: Reader) -> Iterator[Page]:
    """Yield every page of the reader's language, in a fixed order."""
    for make in PAGES_OF_KIND:
        yield from (page for page in make(reader) if reader.settings.shows(page.section))
