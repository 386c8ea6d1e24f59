"""Redirects from old addresses: pages with `<meta http-equiv="refresh">`, as not every host has redirects."""

from collections.abc import Iterator, Mapping
from html import escape

from katalog.catalogue.addresses import relative_url
from katalog.views.reader import Link, Reader

_PAGE = (
    '<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
    '<meta http-equiv="refresh" content="0; url={address}"><meta name="robots" content="noindex">'
    '<link rel="canonical" href="{address}"></head><body><a href="{address}">{title}</a></body></html>\n'
)


def redirects(readers: Mapping[str, Reader]) -> Iterator[tuple[str, bytes]]:
    """Yield a page at every old address: of a record in every language, and those of the settings."""
    for reader in readers.values():
        for entry in reader.catalogue.entries.values():
            link = reader.link(entry)
            for address in reader.addresses.former(entry):
                for old in (address, *reader.addresses.before(address)):
                    yield old, redirect_page(reader, link, old)
    yield from _of_settings(readers)


def _of_settings(readers: Mapping[str, Reader]) -> Iterator[tuple[str, bytes]]:
    first = next(iter(readers.values()))
    for each in first.settings.redirects:
        reader = next((r for r in readers.values() if _is_below(each.old, r.addresses.path)), first)
        if not each.section and (link := reader.target(each.to)):
            yield each.old, redirect_page(reader, link, each.old)


def _is_below(address: str, path: str) -> bool:
    return bool(path) and address.startswith(path)


def redirect_page(reader: Reader, to: Link, address: str) -> bytes:
    """Return the page at an old `address` that leads on; both addresses are relative to the root."""
    html = _PAGE.format(
        language=reader.language,
        title=escape(to.title),
        address=escape(relative_url(to.address, address)),
    )
    return html.encode()
