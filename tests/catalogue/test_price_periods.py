"""When prices hold: what an end says of the price that follows."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pytest

from katalog.catalogue.price_periods import price_periods, prices_at
from katalog.schema.prices import Price
from katalog.schema.reading import reader_of


def amounts(lines: Sequence[Any], at: str) -> list[int]:
    """Return the amounts that hold at a moment."""
    periods = price_periods([reader_of(Price)(line, "da") for line in lines])
    return [int(each.price.amount.amount) for each in prices_at(periods, datetime.fromisoformat(at))]


EARLY = ["3000 DKK til og med 20. april 2028", "3500 DKK"]
THREE = ["300 DKK", "100 DKK til og med 2028-03-01", "200 DKK til og med 2028-04-01"]
GROUPS = ["100 DKK for medlemmer til og med 2028-03-01", "200 DKK for medlemmer", "400 DKK for andre"]
DATED = [
    {"amount": "100 DKK", "label": "Tidlig", "until": "1. marts 2028 kl. 12"},
    {"amount": "200 DKK", "label": "Almindelig", "since": "1. marts 2028 kl. 12"},
]


@pytest.mark.parametrize(
    ("lines", "at", "found"),
    [
        (EARLY, "2028-01-01", [3000]),
        (EARLY, "2028-04-20T23:59", [3000]),
        (EARLY, "2028-04-21", [3500]),
        (THREE, "2028-01-01", [100]),
        (THREE, "2028-03-02", [200]),
        (THREE, "2028-04-02", [300]),
        (GROUPS, "2028-01-01", [100, 400]),
        (GROUPS, "2028-05-01", [200, 400]),
        (DATED, "2028-03-01T11:59", [100]),
        (DATED, "2028-03-01T12:00", [200]),
        (["200 DKK", "300 DKK"], "2028-01-01", [200, 300]),
        (["200 DKK til og med 2028-01-01"], "2028-02-01", [200]),
        ([{"amount": "200 DKK", "since": "2028-02-01"}], "2028-01-01", [200]),
        ([], "2028-01-01", []),
    ],
)
def test_the_price_that_follows_begins_where_one_ends(
    lines: Sequence[Any], at: str, found: list[int]
) -> None:
    assert amounts(lines, at) == found
