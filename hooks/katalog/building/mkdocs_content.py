"""What stands on and around the pages that MkDocs renders: those written by hand, and the theme's.

What they show of the catalogue is noted, so that MkDocs is asked again when that is another.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from katalog.building.build import Build
from katalog.catalogue.addresses import relative_url
from katalog.hand_pages import HandPage, render_page
from katalog.html.frame import current_markers
from katalog.html.navigation import SiteNavigation, current_at, site_navigation
from katalog.html.typography import with_unbroken_hours
from katalog.read_tracking import recording
from katalog.views.page import Page
from katalog.views.reader import Reader
from katalog.views.shared.edit_links import edit_address


def hand_slots(build: Build, page: HandPage) -> dict[str, str]:
    """Return what fills the frame of a hand-written page, but for its text."""
    made = Page(page.address, "home", page.language, page.title, "", None, build.paired(page), kind="hand")
    with _noted(build):
        slots = build.renderer.slots(made, picture=build.share.of(build.readers[page.language], made))
    return slots | {"edit": edit_address(build.settings, page.path)}


def hand_text(build: Build, page: HandPage, markdown: str) -> tuple[str, tuple[Any, ...]]:
    """Return the HTML of a hand-written page, and its headings as Python-Markdown tells them."""
    reader, text = build.readers[page.language], render_page(markdown, build.settings.markdown_extensions)
    with _noted(build):
        html = text.html(lambda link: relative_url(reader.link_address(link.url, page.path), page.address))
    return with_unbroken_hours(html), text.contents


def navigation_at(build: Build, address: str) -> SiteNavigation:
    """Return what stands around the page at `address`."""
    reader = _reader_at(build, address)
    with _noted(build):
        return site_navigation(reader, current_at(reader, address))


def marker_navigation(build: Build, address: str) -> SiteNavigation:
    """Return what stands around every page of the language whose front page is at `address`."""
    with _noted(build):
        return site_navigation(_reader_at(build, address), current_markers())


def _reader_at(build: Build, address: str) -> Reader:
    for language in build.settings.languages:
        if language.path and address.startswith(language.path):
            return build.readers[language.tag]
    return build.readers[build.settings.languages[0].tag]


@contextmanager
def _noted(build: Build) -> Iterator[None]:
    with recording() as reads:
        yield
    build.theme_reads.add(reads.noted())
