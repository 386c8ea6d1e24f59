"""Redirects from old addresses: pages with `<meta http-equiv="refresh">`, as not every host has redirects."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from katalog.catalogue.addresses import relative_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from katalog.views.reader import Reader

_PAGE = (
    '<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
    '<meta http-equiv="refresh" content="0; url={address}"><meta name="robots" content="noindex">'
    '<link rel="canonical" href="{address}"></head><body><a href="{address}">{title}</a></body></html>\n'
)


def redirects(readers: Mapping[str, Reader]) -> Iterator[tuple[str, bytes]]:
    """Yield a page at every old address: an old id, in its section, in every language."""
    for reader in readers.values():
        for entry in reader.catalogue.entries.values():
            new = reader.addresses.record(entry)
            for old in entry.record.redirect_from:
                address = f"{new.removesuffix(f'{entry.id}/')}{old}/"
                page = _PAGE.format(
                    language=reader.language,
                    title=escape(reader.title(entry)),
                    address=escape(relative_url(new, address)),
                )
                yield address, page.encode()
