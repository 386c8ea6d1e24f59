"""The manifest of each language leads to its front page and to icons that are there."""

import json
from urllib.parse import urljoin

import pytest

from katalog.feeds.for_programs import ICONS
from katalog.html import THEME


@pytest.mark.parametrize(("address", "home"), [("site.webmanifest", "/"), ("sv/site.webmanifest", "/sv/")])
def test_a_manifest_leads_home(feeds: dict[str, bytes], address: str, home: str) -> None:
    data = json.loads(feeds[address])
    base = f"https://katalog.example/{address}"
    assert urljoin(base, data["start_url"]) == f"https://katalog.example{home}"
    assert [urljoin(base, icon["src"]) for icon in data["icons"]] == [
        f"https://katalog.example/{icon}" for icon, _ in ICONS
    ]


def test_the_icons_are_there() -> None:
    assert all((THEME / icon).is_file() for icon, _ in ICONS)


@pytest.mark.parametrize(("icon", "size"), ICONS)
def test_an_icon_is_as_large_as_is_said(icon: str, size: str) -> None:
    header = (THEME / icon).read_bytes()[16:24]  # of a PNG: width and height, four bytes each
    width, height = (int.from_bytes(header[at : at + 4], "big") for at in (0, 4))
    assert size == f"{width}x{height}"
