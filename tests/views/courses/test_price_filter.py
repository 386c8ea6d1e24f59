"""Prices as the filter of the course list compares them: for one participant, in one currency."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from katalog.money import CURRENCIES
from katalog.rates import BASE, RATES
from katalog.views.courses.card import cards
from tests.support import make_project, record

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("prices", "amount", "band"),
    [
        ([{"amount": "9950 DKK", "per": "library", "up_to": 5}], "1990", "middle"),
        ([{"amount": "9950 DKK", "per": "library"}], "9950", "high"),
        ([{"amount": "900 DKK"}, {"amount": "1200 DKK"}], "1200", "middle"),
        ([{"amount": "900 DKK"}, {"amount": "5000 DKK", "label": "Hotel"}], "900", "low"),
        ([{"amount": "1000 SEK"}], "669", "low"),
        ([{"amount": "100 EUR"}], "746", "low"),
        ([{"amount": "10000 ISK"}], "525", "low"),
        ([{"amount": "£ 200"}], "1744", "middle"),
        ([{"amount": "gratis"}], "0", "free"),
        ([], "", "unknown"),
    ],
)
def test_they_are_what_a_participant_pays_at_most(
    tmp_path: Path, prices: list[dict[str, Any]], amount: str, band: str
) -> None:
    made = make_project(tmp_path, {"courses/kursus.md": record("Kursus", price=prices)})
    (card,) = cards(made.reader())
    assert (card.amount, card.facets["price"]) == (amount, (band,))


def test_a_site_has_rates_of_its_own_and_says_of_which_day(tmp_path: Path) -> None:
    files = {
        "courses/et.md": record("Et", price=["100 EUR"]),
        "courses/to.md": record("To", price=["100 CHF"]),
    }
    made = make_project(tmp_path, files, settings={"rates": {"date": "2026-06-30", "EUR": "10,5"}})
    amounts = {card.id: (card.amount, card.facets["price"]) for card in cards(made.reader())}
    assert amounts == {"et": ("1050", ("middle",)), "to": ("", ("unknown",))}
    assert "efter kurs af 30. juni 2026" in made.html("kurser/")


def test_every_currency_has_a_rate() -> None:
    rates = {currency: getattr(RATES, currency, None) for currency in CURRENCIES - {BASE}}
    assert all(isinstance(rate, Decimal) for rate in rates.values()), rates
