"""All pages of one language, section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from katalog.views.archive import archive_pages
from katalog.views.bodies import bodies_pages
from katalog.views.body import body_pages
from katalog.views.calendar import calendar_pages
from katalog.views.catalogue_page import catalogue_pages
from katalog.views.contact import contact_pages
from katalog.views.contacts import contacts_pages
from katalog.views.course import course_pages
from katalog.views.home import home_pages
from katalog.views.index import index_pages
from katalog.views.initiative import initiative_pages
from katalog.views.initiatives import initiatives_pages
from katalog.views.news import news_pages
from katalog.views.regions import region_pages
from katalog.views.search_page import search_pages
from katalog.views.topics import topic_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from katalog.views.page import Page
    from katalog.views.reader import Reader

MAKERS: tuple[Callable[[Reader], Iterator[Page]], ...] = (
    home_pages,
    catalogue_pages,
    course_pages,
    calendar_pages,
    initiatives_pages,
    initiative_pages,
    bodies_pages,
    body_pages,
    contacts_pages,
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
    for make in MAKERS:
        yield from make(reader)
