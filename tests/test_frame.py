"""Frames: cut at their markers, filled in order, refused when the theme drops a slot."""

from __future__ import annotations

import pytest

from katalog.frame import SLOTS, Frame, markers


def test_filling_a_frame() -> None:
    page = "<".join(markers()[name] for name in SLOTS)
    filled = Frame.of(page).fill({name: name.upper() for name in SLOTS})
    assert filled == "<".join(name.upper() for name in SLOTS).encode()


def test_a_value_that_looks_like_a_marker_stays_text() -> None:
    page = "".join(markers().values())
    values = dict.fromkeys(SLOTS, markers()["body"])
    assert Frame.of(page).fill(values).decode() == markers()["body"] * len(SLOTS)


def test_a_slot_may_stand_twice() -> None:
    page = "".join(markers().values()) + markers()["title"]
    assert Frame.of(page).fill({name: f"[{name}]" for name in SLOTS}).count(b"[title]") == 2


def test_a_page_without_a_slot_is_a_bug() -> None:
    with pytest.raises(ValueError, match="body"):
        Frame.of("".join(text for name, text in markers().items() if name != "body"))
