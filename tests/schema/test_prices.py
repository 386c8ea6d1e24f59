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
        ("Forplejning: 250 kr.", "da", "250 DKK", {"label": "Forplejning"}),
        ("Medlemmar: 900 kr inkl. moms", "sv", "900 SEK", {"audience": "Medlemmar", "vat": "included"}),
        ("Ikke-medlemmer: 1.200 kr.", "da", "1200 DKK", {"audience": "Ikke-medlemmer"}),
        ("Medlemmer: 900 kr. (online)", "da", "900 DKK", {"label": "Medlemmer", "audience": "online"}),
        ("900 kr. (medlemmer)", "da", "900 DKK", {"audience": "medlemmer"}),
        ("3.000 kr. pr. bibliotek (op til 5 deltagere)", "da", "3000 DKK", {"per": "library", "up_to": 5}),
        ("3 000 kr per bibliotek för upp till 5 deltagare", "sv", "3000 SEK", {"per": "library", "up_to": 5}),
        ("500 kr/person", "sv", "500 SEK", {"per": "participant"}),
        ("8.500 kr. pr. arrangement", "da", "8500 DKK", {"per": "event"}),
        ("1.250 kr. + moms", "da", "1250 DKK", {"vat": "excluded"}),
        ("1 250 kr ex moms", "sv", "1250 SEK", {"vat": "excluded"}),
        ("1 250 kr, moms tillkommer", "sv", "1250 SEK", {"vat": "excluded"}),
        ("1 250 kr (inklusive moms)", "sv", "1250 SEK", {"vat": "included"}),
        ("1.250 kr. momsfrit", "da", "1250 DKK", {"vat": "exempt"}),
        ("950 kr. inkl. frokost og kaffe", "da", "950 DKK", {"includes": ("frokost og kaffe",)}),
        ("950 kr ex moms, inkl. lunch", "sv", "950 SEK", {"vat": "excluded", "includes": ("lunch",)}),
        ("fri entré", "sv", "0 SEK", {}),
        ("£ 45 for members", "en", "45 GBP", {"audience": "members"}),
    ],
)
def test_it_has_its_parts(written: str, language: str, amount: str, facts: dict[str, object]) -> None:
    price = reader_of(Price)(written, language)
    assert price.amount.canonical == amount
    names = ("label", "audience", "per", "up_to", "vat", "includes")
    assert {name: getattr(price, name) for name in names if getattr(price, name)} == facts
    assert price.until is None


@pytest.mark.parametrize(
    ("written", "language", "day"),
    [
        ("1.200 kr. ekskl. moms til og med 1. marts 2028", "da", "2028-03-01"),
        ("1 200 kr till och med den 1 mars 2028", "sv", "2028-03-01"),
        ("1 200 kr t.o.m. 1 mars 2028", "sv", "2028-03-01"),
        ("EUR 90 for members until 1 March 2028", "en", "2028-03-01"),
        ("Early bird: 1.250 kr. ved tilmelding senest 1. marts 2028", "da", "2028-03-01"),
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
        ("gratis for medlemmer, 200 kr. for andre", "money.several"),
        ("1.250 kr. til og med 1. marts 2028, derefter 1.500 kr.", "money.several"),
        ("Boka tidigt-pris 1 250 kr", "money.unreadable"),
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


def test_what_a_price_is_for_may_be_its_key() -> None:
    price = reader_of(Price)({"Forplejning": "250 kr. ekskl. moms"}, "da")
    assert (price.label, price.amount.canonical, price.vat) == ("Forplejning", "250 DKK", "excluded")


@pytest.mark.parametrize("key", ["beløb", "amout", "until"])
def test_a_misspelt_field_is_no_label(key: str) -> None:
    with pytest.raises(InvalidItemsError) as caught:
        reader_of(Price)({key: "250 kr."}, "da")
    assert caught.value.faults
