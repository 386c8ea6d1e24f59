"""What search engines read of the whole site: the sitemap, each page in every language; robots.txt."""

from collections.abc import Iterator, Mapping
from html import escape

from katalog.settings.model import Settings

SITEMAP = "sitemap.xml"
MOST_PAGES = 5_000
"""Pages in one file; the format allows ten times as many."""
_INDEX = '<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemaps(pages: Mapping[str, Mapping[str, str]], site_url: str) -> Iterator[tuple[str, bytes]]:
    """Yield the sitemap of pages, each address with the same page's in every language, at its own address.

    One with many pages is an index of others.  The format asks for full addresses; a site that knows none
    has an empty sitemap.
    """
    urls = sorted({_url(site_url, *page) for page in pages.items()}) if site_url else []
    if len(urls) <= MOST_PAGES:
        yield SITEMAP, f"{_HEAD}{''.join(urls)}</urlset>\n".encode()
        return
    names = []
    for begin in range(0, len(urls), MOST_PAGES):
        names.append(f"sitemap-{begin // MOST_PAGES + 1}.xml")
        yield names[-1], f"{_HEAD}{''.join(urls[begin : begin + MOST_PAGES])}</urlset>\n".encode()
    index = "".join(f"<sitemap><loc>{escape(site_url + name)}</loc></sitemap>\n" for name in names)
    yield SITEMAP, f"{_INDEX}{index}</sitemapindex>\n".encode()


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
