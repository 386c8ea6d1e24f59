"""What stands around every page: the navigation and the footer, in the page's language."""

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from katalog.i18n.phrases import Phrases
from katalog.settings.model import MenuEntry
from katalog.views.reader import Link, Reader
from katalog.views.shared.feed_links import site_feeds

CURRENT = ' aria-current="true"'
"""The attribute of the navigation link to the section of the page."""
FOOTER_PAGES = ("about", "accessibility", "privacy", "subscribe")
"""Keys of the hand-written pages the footer links to."""


class NavigationItem(Struct, frozen=True):
    """An entry of the main navigation; `url` is relative to the site's root, `current` marks the link.

    `key` is the section's, and empty for an entry of the site's own.
    """

    key: str
    title: str
    url: str
    current: str


class Footer(Struct, frozen=True):
    """The footer."""

    links: tuple[Link, ...]
    feeds: tuple[Link, ...]
    operator: str
    operator_email: str
    source_url: str


class SiteNavigation(Struct, frozen=True):
    """Everything the theme's page needs of us."""

    language: str
    site_name: str
    phrases: Phrases
    sections: tuple[NavigationItem, ...]
    footer: Footer
    home_url: str
    search_url: str
    manifest_url: str
    courses_url: str
    index_url: str
    time_zone: str


def site_navigation(reader: Reader, current: Mapping[str, str]) -> SiteNavigation:
    """Return the chrome of a page; `current` is what stands at the link of a section to mark it."""
    addresses = reader.addresses
    items = tuple(
        NavigationItem(key, reader.section_name(key), addresses.section(key), current.get(key, ""))
        for key in reader.navigation
    )
    own = (
        NavigationItem("", each.title, each.address, current.get(each.address, ""))
        for each in _own(reader, "menu")
    )
    return SiteNavigation(
        language=reader.language,
        site_name=reader.settings.site_name[reader.language],
        phrases=reader.phrases,
        sections=(*items, *own),
        footer=_footer(reader),
        home_url=addresses.section("home") or ".",
        search_url=addresses.section("search"),
        manifest_url=addresses.manifest(),
        courses_url=addresses.section("courses"),
        index_url=addresses.section("index"),
        time_zone=reader.settings.time_zone,
    )


def _own(reader: Reader, place: Literal["menu", "footer"]) -> Iterator[Link]:
    """Yield the site's own entries; one whose page is missing was reported."""
    entries: tuple[MenuEntry, ...] = getattr(reader.settings, place)
    for each in entries:
        if link := reader.target(each.to):
            yield Link(each.title[reader.language], link.address)


def _footer(reader: Reader) -> Footer:
    pages = (reader.hand_page(key) for key in FOOTER_PAGES)
    links = list(_own(reader, "footer"))
    named = {each.address for each in links}
    links += [Link(page.title, page.address) for page in pages if page and page.address not in named]
    links += [reader.section_link("index"), reader.section_link("archive")]
    feeds = [Link(each.title, each.address) for each in site_feeds(reader)]
    feeds.append(Link(reader.phrases("feed.all.opml"), reader.addresses.feed_list()))
    operator = reader.settings.operator
    return Footer(
        tuple(links), tuple(feeds), operator.name, operator.email or "", reader.settings.source_url or ""
    )


def current_at(reader: Reader, address: str) -> dict[str, str]:
    """Return `CURRENT` by the section of an address in this language, and by the address itself."""
    sections = {
        key: CURRENT for key in reader.navigation if address.startswith(reader.addresses.section(key))
    }
    return sections | {address: CURRENT}
