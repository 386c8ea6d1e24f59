"""Prices as the filter of the course list compares them: for one participant, in one currency."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from katalog.money import CURRENCIES
from katalog.rates import BASE, RATES
from katalog.views.courses.listed import listed_course, listed_courses
from katalog.views.courses.price_filter import currency, most_per_person, price_counts, price_labels
from katalog.views.reader import Reader
from tests.support import make_project, record


def most_of(reader: Reader, id_: str) -> int | None:
    return most_per_person(reader, listed_course(reader, reader.entry(id_)))


@pytest.mark.parametrize(
    ("prices", "kroner"),
    [
        ([{"amount": "9950 DKK", "per": "library", "up_to": 5}], 1990),
        ([{"amount": "9950 DKK", "per": "library"}], 9950),
        ([{"amount": "900 DKK", "audience": "medlemmer"}, {"amount": "1200 DKK"}], 1200),
        ([{"amount": "900 DKK"}, {"amount": "5000 DKK", "label": "Hotel"}], 900),
        ([{"amount": "1000 SEK"}], 670),
        ([{"amount": "100 EUR"}], 747),
        ([{"amount": "10000 ISK"}], 525),
        ([{"amount": "£ 200"}], 1745),
        ([{"amount": "gratis"}], 0),
        ([], None),
    ],
)
def test_they_are_what_a_participant_pays_at_most(
    tmp_path: Path, prices: list[dict[str, Any]], kroner: int | None
) -> None:
    made = make_project(tmp_path, {"courses/kursus.md": record("Kursus", price=prices)})
    assert most_of(made.reader(), "kursus") == kroner


THREE = {
    "courses/et.md": record("Et", price=["100 EUR"]),
    "courses/to.md": record("To", price=["100 CHF"]),
    "courses/tre.md": record("Tre", price=["gratis"]),
}


def test_a_site_has_rates_of_its_own_and_says_of_which_day(tmp_path: Path) -> None:
    made = make_project(tmp_path, THREE, settings={"rates": {"date": "2026-06-30", "EUR": "10,5"}})
    reader = made.reader()
    assert [most_of(reader, id_) for id_ in ("et", "to", "tre")] == [1050, None, 0]
    assert "DKK efter kurs af 30. juni 2026" in made.html("kurser/")


def test_readers_compare_in_their_own_currency(tmp_path: Path) -> None:
    made = make_project(tmp_path, THREE)
    swedish = made.reader("sv")
    assert most_of(swedish, "et") == 1115  # 746.09 / 0.6693
    assert "omräknade till SEK" in made.html("sv/kurser/")
    assert price_labels(swedish)["2000"] == "Högst 2\xa0000\xa0kr"
    assert price_labels(made.reader())["2000"] == "Højst 2.000\xa0kr."


LANGUAGES = [
    {"tag": "nb", "name": "Norsk"},
    {"tag": "en", "name": "English", "path": "en/"},
    {"tag": "da", "name": "Dansk", "path": "da/", "currency": "EUR"},
]


def test_the_currency_follows_the_language_and_the_settings(tmp_path: Path) -> None:
    names = {"nb": "Kurs", "en": "Courses", "da": "Kurser"}
    made = make_project(tmp_path, THREE, settings={"languages": LANGUAGES, "site_name": names, "fields": []})
    found = {tag: currency(made.reader(tag)) for tag in names}
    assert found == {"nb": "NOK", "en": "NOK", "da": "EUR"}
    assert [*price_labels(made.reader("da"))] == ["0", "50", "100", "200", "500", "1000"]
    assert price_counts(made.reader("da"), listed_courses(made.reader("da")))["100"] == 2


def test_every_currency_has_a_rate() -> None:
    rates = {currency: getattr(RATES, currency, None) for currency in CURRENCIES - {BASE}}
    assert all(isinstance(rate, Decimal) for rate in rates.values()), rates
