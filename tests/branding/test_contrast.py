"""Contrast as WCAG 2.2 measures it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from katalog.branding.contrast import ENOUGH, contrast, full, nearest_colour

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#0000ff", "#ffffff", 8.59),
        ("#123456", "#123456", 1.0),
    ],
)
def test_known_ratios(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.01)


def test_three_digits_are_six() -> None:
    assert full("#FA0") == "#ffaa00"


@given(COLOURS, COLOURS)
def test_beside_one_colour_there_is_always_one_that_can_be_read(colour: str, ground: str) -> None:
    better = nearest_colour(colour, [ground])
    assert contrast(better, ground) >= ENOUGH


def test_the_nearest_one_keeps_the_hue_and_is_hardly_darker_than_it_must_be() -> None:
    better = nearest_colour("#7fb3c4", ["#ffffff"])
    assert ENOUGH <= contrast(better, "#ffffff") < ENOUGH + 0.2
    assert int(better[5:], 16) > int(better[1:3], 16)


def test_beside_two_that_leave_no_room_the_best_is_named() -> None:
    better = nearest_colour("#777777", ["#000000", "#ffffff"])
    assert min(contrast(better, "#000000"), contrast(better, "#ffffff")) > 4
