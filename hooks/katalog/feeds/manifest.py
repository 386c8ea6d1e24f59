"""The manifest of a language of the site (W3C), for those who put it among their programs."""

from __future__ import annotations

from katalog.catalogue.addresses import relative_url
from katalog.feeds.feed import Feed
from katalog.json_encoding import json_bytes
from katalog.views.reader import Reader

ICONS = (("assets/icon-180.png", "180x180"), ("assets/icon-512.png", "512x512"))
LONGEST_SHORT_NAME = 20


def manifest(reader: Reader) -> Feed:
    """Return the manifest; its addresses are relative to its own."""
    address, name = reader.addresses.manifest(), reader.settings.site_name[reader.language]
    data = {
        "name": name,
        "short_name": name.split(" – ")[0][:LONGEST_SHORT_NAME].strip(),
        "lang": reader.language,
        "start_url": relative_url(reader.addresses.section("home"), address),
        "display": "browser",
        "icons": [
            {"src": relative_url(icon, address), "sizes": size, "type": "image/png"} for icon, size in ICONS
        ],
    }
    return Feed(address, json_bytes(data))
