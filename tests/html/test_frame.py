"""Frames: cut at their markers, made for a place, filled in order, refused when the theme drops a slot."""

import pytest

from katalog.html.frame import SLOTS, Frame, ThemePage, current_markers, markers, url_marker
from katalog.html.navigation import CURRENT
from katalog.problems.own_code import OwnCodeError

ALL_SLOTS = "".join(markers().values())
EMPTY = dict.fromkeys(SLOTS, "")


def frame(html: str, address: str = "kurser/x/", section: str = "courses") -> Frame:
    return ThemePage.of(html).frame(address, section)


def around(html: str, address: str, section: str = "courses") -> str:
    """Return what a page at `address` has for `html`."""
    return frame(html + ALL_SLOTS, address, section).fill(EMPTY).decode()


def test_filling_a_frame() -> None:
    page = "<".join(markers()[name] for name in SLOTS)
    filled = frame(page).fill({name: name.upper() for name in SLOTS})
    assert filled == "<".join(name.upper() for name in SLOTS).encode()


@pytest.mark.parametrize(
    "text", [markers()["body"], url_marker("kurser/"), current_markers()["courses"]], ids=repr
)
def test_a_value_that_looks_like_a_marker_stays_text(text: str) -> None:
    assert frame(ALL_SLOTS).fill(dict.fromkeys(SLOTS, text)).decode() == text * len(SLOTS)


def test_a_slot_may_stand_twice() -> None:
    page = ALL_SLOTS + markers()["title"]
    assert frame(page).fill({name: f"[{name}]" for name in SLOTS}).count(b"[title]") == 2


def test_a_page_without_a_slot_is_a_bug() -> None:
    with pytest.raises(OwnCodeError, match="body"):
        ThemePage.of("".join(text for name, text in markers().items() if name != "body"))


@pytest.mark.parametrize(
    ("address", "page", "way"),
    [
        ("kurser/", "", "kurser/"),
        ("kurser/", "kurser/", "./"),
        ("kurser/", "kurser/_/", "../"),
        ("kurser/", "sv/kurser/_/", "../../../kurser/"),
        ("sv/", "sv/kurser/", "../"),
        ("kurser.ics", "kurser/", "../kurser.ics"),
        (".", "", "."),
        (".", "kurser/_/", "../.."),
        ("", "kurser/", ".."),
        ("/kurser/", "kurser/_/", "/kurser/"),
        ("//elsewhere.example/x.css", "kurser/", "//elsewhere.example/x.css"),
        ("https://elsewhere.example/x.css", "kurser/", "https://elsewhere.example/x.css"),
    ],
)
def test_a_way_leads_there_from_where_the_page_lies(address: str, page: str, way: str) -> None:
    """The ways are those that MkDocs writes; the root has no slash there."""
    assert around(f"<{url_marker(address)}>", page) == f"<{way}>"


def test_only_the_section_of_the_page_is_marked() -> None:
    links = "".join(f"<{key}{marker}>" for key, marker in current_markers().items())
    plain = "".join(f"<{key}>" for key in current_markers())
    for section in current_markers():
        assert around(links, "x/", section) == plain.replace(f"<{section}>", f"<{section}{CURRENT}>")
    assert around(links, "x/", "archive") == plain
