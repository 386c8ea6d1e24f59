"""A price written as a text alone."""

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
        (
            "900 kr. inkl. frokost (ekskl. moms)",
            "da",
            "900 DKK",
            {"vat": "excluded", "includes": ("frokost",)},
        ),
        ("900 kr. inkl. frokost ekskl. moms", "da", "900 DKK", {"vat": "excluded", "includes": ("frokost",)}),
        (
            "900 kr. ekskl. moms, pr. dag, inkl. kaffe",
            "da",
            "900 DKK",
            {"vat": "excluded", "per": "day", "includes": ("kaffe",)},
        ),
        (
            "900 kr. inkl. frokost pr. person",
            "da",
            "900 DKK",
            {"per": "participant", "includes": ("frokost",)},
        ),
        ("900 kr (moms tillkommer)", "sv", "900 SEK", {"vat": "excluded"}),
        ("900 kr. (pr. person)", "da", "900 DKK", {"per": "participant"}),
        ("900 kr (per dag)", "sv", "900 SEK", {"per": "day"}),
        ("£10 inclusive of VAT", "en", "10 GBP", {"vat": "included"}),
        ("£10 inclusive of lunch", "en", "10 GBP", {"includes": ("lunch",)}),
        ("900 kr. for medlemmer ekskl. moms", "da", "900 DKK", {"vat": "excluded", "audience": "medlemmer"}),
        (
            "900 kr. for medlemmer (inkl. frokost)",
            "da",
            "900 DKK",
            {"audience": "medlemmer", "includes": ("frokost",)},
        ),
        ("900 kr. (medlemmer), inkl. moms", "da", "900 DKK", {"vat": "included", "audience": "medlemmer"}),
        (
            "900 kr. (for BF-medlemmer og studerende)",
            "da",
            "900 DKK",
            {"audience": "BF-medlemmer og studerende"},
        ),
        ("900 kr. for inklusionsvejledere", "da", "900 DKK", {"audience": "inklusionsvejledere"}),
        ("200 kr. for modul 1, 2 og 3", "da", "200 DKK", {"label": "modul 1, 2 og 3"}),
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
        ("gratis for medlemmer, 200 kr. for andre", "money.lines"),
        ("1.250 kr. til og med 1. marts 2028, derefter 1.500 kr.", "money.lines"),
        ("Boka tidigt-pris 1 250 kr", "money.left-over"),
        ("efter aftale", "money.unreadable"),
        ("900 kr. inkl. frokost og moms", "money.unreadable"),
        ("900 kr. (inkl. moms og frokost)", "money.unreadable"),
        ("900 kr. inkl. moms (ekskl. moms)", "money.unreadable"),
        ("900 kr. pr. person for medlemmer pr. dag", "money.left-over"),
        ("900 kr.\npr. person\nfor medlemmer pr. dag", "money.left-over"),
        ("900 kr. inkl. kaffe for medlemmer inkl. frokost", "money.left-over"),
        ("900 kr. inkl. gratis kaffe", "money.unreadable"),
        ("900 kr. (exkl. resa)", "money.left-over"),
        ("900 kr. (betales ved ankomst)", "money.left-over"),
        ("900 kr. (gratis for medlemmer)", "money.lines"),
        ("900 kr. for medlemmer/dag", "money.left-over"),
        ("900 kr. for medlemmer og gratis for andre", "money.unreadable"),
        ("900 kr. for medlemmer og 1.200 kr. for andre", "money.lines"),
        ("900 kr. for medlemmer og 1200 for andre", "money.several"),
        ("900 kr. for medlemmer, DKK 1200 for andre", "money.lines"),
        ("900 kr. for medlemmer, 1.200,- for andre", "money.lines"),
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
    assert Price.items_of("200 kr. for modul 1, 2 og 3, 300 kr. for andre, EUR 50 for gæster") == [
        "200 kr. for modul 1, 2 og 3",
        "300 kr. for andre",
        "EUR 50 for gæster",
    ]


@pytest.mark.parametrize(
    "people",
    ["Medlemmer", "Icke-medlemmar", "Members of DB", "Studerende og ledige", "Børn", "Barn", "Voksne/unge",
     "Øvrige deltagere", "Alle andre", "Students"],
)  # fmt: skip
def test_those_it_is_for_stand_in_front_of_it(people: str) -> None:
    price = reader_of(Price)(f"{people}: 300 kr.", "da")
    assert (price.audience, price.label) == (people, None)


@pytest.mark.parametrize(
    "thing",
    ["Medlemskab", "Medlemsmøde", "Studietur", "Studiebog", "Studiemateriale", "Barnbok", "Børnebog",
     "Pension", "Seniorkort", "Ledigt værelse", "Student materials", "Børn og kultur", "Voksenundervisning"],
)  # fmt: skip
def test_a_thing_that_begins_like_people_stands_in_front_of_it(thing: str) -> None:
    price = reader_of(Price)(f"{thing}: 300 kr.", "da")
    assert (price.audience, price.label) == (None, thing)


def test_what_a_price_is_for_may_be_its_key() -> None:
    price = reader_of(Price)({"Forplejning": "250 kr. ekskl. moms"}, "da")
    assert (price.label, price.amount.canonical, price.vat) == ("Forplejning", "250 DKK", "excluded")


@pytest.mark.parametrize("key", ["beløb", "amout", "until"])
def test_a_misspelt_field_is_no_label(key: str) -> None:
    with pytest.raises(InvalidItemsError) as caught:
        reader_of(Price)({key: "250 kr."}, "da")
    assert caught.value.faults
