"""A price written as a text alone."""

from __future__ import annotations

import pytest

from katalog.problems import InvalidValueError
from katalog.schema.faults import InvalidItemsError
from katalog.schema.prices import Price
from katalog.schema.reading import reader_of


@pytest.mark.parametrize(
    ("written", "language", "amount", "facts"),
    [
        ("gratis", "da", "0 DKK", {}),
        ("200 kr.", "da", "200 DKK", {}),
        ("gratis for medlemmer", "da", "0 DKK", {"audience": "medlemmer"}),
        ("200 kr. for andre", "da", "200 DKK", {"audience": "andre"}),
        ("500 kr. pr. deltager", "da", "500 DKK", {"per": "participant"}),
        ("500 kr per deltagare", "sv", "500 SEK", {"per": "participant"}),
        ("900 kr. per dag for studerende", "da", "900 DKK", {"per": "day", "audience": "studerende"}),
        ("1.200 kr. ekskl. moms", "da", "1200 DKK", {"vat": "excluded"}),
        ("1.200 kr. pr. deltager ekskl. moms", "da", "1200 DKK", {"per": "participant", "vat": "excluded"}),
        ("1 200 kr inkl. moms för medlemmar", "sv", "1200 SEK", {"vat": "included", "audience": "medlemmar"}),
        ("derefter 1.500 kr.", "da", "1500 DKK", {}),
        ("£ 45 for members", "en", "45 GBP", {"audience": "members"}),
    ],
)
def test_it_has_its_parts(written: str, language: str, amount: str, facts: dict[str, str]) -> None:
    price = reader_of(Price)(written, language)
    assert price.amount.canonical == amount
    assert {
        name: getattr(price, name) for name in ("audience", "per", "vat") if getattr(price, name)
    } == facts
    assert price.until is None


@pytest.mark.parametrize(
    ("written", "language", "day"),
    [
        ("1.200 kr. ekskl. moms til og med 1. marts 2028", "da", "2028-03-01"),
        ("1 200 kr till och med den 1 mars 2028", "sv", "2028-03-01"),
        ("1 200 kr t.o.m. 1 mars 2028", "sv", "2028-03-01"),
        ("EUR 90 for members until 1 March 2028", "en", "2028-03-01"),
    ],
)
def test_it_may_end_on_a_day(written: str, language: str, day: str) -> None:
    price = reader_of(Price)(written, language)
    assert price.until
    assert price.until.iso == day


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("1200 kr. inden 1. marts 2028", "money.before-day"),
        ("1200 kr före den 1 mars 2028", "money.before-day"),
        ("500 eller 700 kr.", "money.several"),
        ("efter aftale", "money.unreadable"),
    ],
)
def test_what_is_not_plain_is_refused(written: str, code: str) -> None:
    with pytest.raises((InvalidValueError, InvalidItemsError)) as caught:
        reader_of(Price)(written, "da")
    error = caught.value
    found = error.faults[0][1] if isinstance(error, InvalidItemsError) else error
    assert isinstance(found, InvalidValueError)
    assert found.code == code


def test_a_text_of_several_lines_is_told_apart() -> None:
    assert Price.items_of("gratis for medlemmer, 200 kr. for andre") == [
        "gratis for medlemmer",
        "200 kr. for andre",
    ]
    assert Price.items_of("1.200,50 kr. for hotel, mad og drikke") == [
        "1.200,50 kr. for hotel, mad og drikke"
    ]
