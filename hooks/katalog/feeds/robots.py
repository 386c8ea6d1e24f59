"""robots.txt: what programs may read."""

from __future__ import annotations

from katalog.feeds.sitemap import SITEMAP
from katalog.settings import Settings


def robots(settings: Settings) -> bytes:
    """Return robots.txt: everything may be read."""
    where = f"\nSitemap: {settings.site_url}{SITEMAP}\n" if settings.site_url else ""
    return f"User-agent: *\nAllow: /\n{where}".encode()
