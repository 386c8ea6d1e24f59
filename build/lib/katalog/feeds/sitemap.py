"""The sitemap with each page's other languages, and robots.txt."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from katalog.settings import Settings

SITEMAP = "sitemap.xml"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(pages: Mapping[str, Mapping[str, str]], site_url: str) -> bytes:
    """Return the sitemap of pages: each address with the same page's in every language.

    The format asks for full addresses; a site that knows none has an empty sitemap.
    """
    urls = sorted({_url(site_url, *page) for page in pages.items()}) if site_url else []
    return f"{_HEAD}{''.join(urls)}</urlset>\n".encode()


def _url(site_url: str, address: str, alternates: Mapping[str, str]) -> str:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{tag}" href="{escape(site_url + each)}"/>'
        for tag, each in alternates.items()
    )
    return f"<url><loc>{escape(site_url + address)}</loc>{links if len(alternates) > 1 else ''}</url>\n"


def robots(settings: Settings) -> bytes:
    """Return robots.txt: everything may be read."""
    where = f"\nSitemap: {settings.site_url}{SITEMAP}\n" if settings.site_url else ""
    return f"User-agent: *\nAllow: /\n{where}".encode()
