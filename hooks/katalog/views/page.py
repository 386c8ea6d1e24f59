"""A page to be made: its address, its frame, its template and its view."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from katalog.catalogue.addresses import Section
from katalog.views.reader import Link


class FeedLink(Struct, frozen=True):
    """A feed of a page, for `<link rel="alternate">` and for the reader."""

    title: str
    address: str
    type: str


class PartLinks(Struct, frozen=True):
    """Which part of a long page this is, in words too, and the others that it leads to."""

    number: int
    shown: str
    first: Link | None
    previous: Link | None
    next: Link | None
    last: Link | None


class Page(Struct, frozen=True):
    """One page of the site.  Addresses are relative to the site's root.

    `title` is the page's heading and may be in another language than the page; `alternates` are the
    same page in every language, this one included; `record` is the id of the record whose page it is;
    `part` says which one of a long page's parts it is.
    """

    address: str
    section: Section
    language: str
    title: str
    template: str
    view: Any
    alternates: Mapping[str, str]
    description: str = ""
    breadcrumbs: tuple[Link, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    kind: str = ""
    part: PartLinks | None = None
    record: str = ""

    @property
    def in_search_and_sitemap(self) -> bool:
        """Whether the sitemap and search know it; a sheet to print says nothing that its course does not."""
        return self.kind != "poster"
