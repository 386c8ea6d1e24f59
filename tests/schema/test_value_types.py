"""Values that are read without a library say what the library says."""

from typing import Any

import pytest
from email_validator import validate_email
from hypothesis import given
from hypothesis import strategies as st

from katalog.problems import InvalidValueError
from katalog.schema.contact_value_types import _COMMON_EMAIL, read_email, read_via
from katalog.schema.reading import reader_of
from katalog.schema.records import Course
from katalog.schema.registration import Registration
from katalog.schema.value_types import _last_moment

read_course = reader_of(Course)
SHORT = _COMMON_EMAIL.pattern.replace("+", "{1,3}").replace("*", "{0,2}")
"""The same pattern, repeating little: its examples are shorter than 64 characters, and soon made."""


@given(st.from_regex(SHORT, fullmatch=True))
def test_a_usual_address_is_what_the_validator_makes_of_it(text: str) -> None:
    assert read_email(text) == text == validate_email(text, check_deliverability=False).normalized


def test_an_unusual_address_is_left_to_the_validator() -> None:
    assert read_email("Ane@BIBLIOTEK.example") == "Ane@bibliotek.example"
    with pytest.raises(InvalidValueError):
        read_email("ane@bibliotek..dk")


@pytest.mark.parametrize(
    ("written", "language", "iso"),
    [
        ("til og med 31. december 2028", "da", "2028-12-31"),
        ("indtil den 31. december 2028 kl. 12", "da", "2028-12-31 12:00"),
        ("t.o.m. 31 december 2028", "sv", "2028-12-31"),
        ("fram till 31 december 2028", "sv", "2028-12-31"),
        ("until 31 December 2028", "en", "2028-12-31"),
        ("31. december 2028", "da", "2028-12-31"),
        ("31. december 2028 kl. 9 til 12", "da", "2028-12-31 09:00/12:00"),
    ],
)
def test_a_last_day_may_say_that_it_is_one(written: str, language: str, iso: str) -> None:
    assert _last_moment(written, language).iso == iso


@pytest.mark.parametrize("written", ["2028-03-01", "20280301", "19991231"])
def test_a_day_is_no_number_to_call(written: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        read_via(written, "da")
    assert caught.value.code == "field.web-address-expected"


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("66112233", "+4566112233"),
        ("20 28 03 01", "+4520280301"),
        ("tlf. 20280301", "+4520280301"),
        ("tel:20280301", "+4520280301"),
        ("20281301", "+4520281301"),
        ("40121212", "+4540121212"),
    ],
)
def test_what_is_no_day_is_a_number_to_call(written: str, number: str) -> None:
    assert read_via(written, "da") == number


@pytest.mark.parametrize("written", ["2028-03-01", "20280301"])
def test_a_day_alone_is_until_when_to_enrol(written: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        reader_of(Registration)(written, "da")
    assert caught.value.code == "field.mapping-expected-did-you-mean"
    assert caught.value.params["suggestion"] == "{closes: 2028-03-01}"


@pytest.mark.parametrize("around", ["“{}”", "”{}”", "»{}«", "„{}“", "‘{}’"])
@pytest.mark.parametrize(
    ("field", "written"),
    [
        ("organiser", "bakkeby-bibliotek"),
        ("lessons", "24"),
        ("spoken", ["da"]),
        ("price", ["500 kr. ekskl. moms"]),
        ("registration", {"via": "https://bakkeby.example/"}),
        ("registration", {"via": "bo-test"}),
        ("registration", {"via": "kurser@bakkeby.example"}),
        ("registration", {"binding": "ja"}),
        ("participants", {"max": "20"}),
    ],
)
def test_a_word_processors_quotation_marks_are_no_part_of_a_value(
    around: str, field: str, written: Any
) -> None:
    def quoted(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: quoted(each) for key, each in value.items()}
        return [quoted(each) for each in value] if isinstance(value, list) else around.format(value)

    def read(value: Any) -> Any:
        return read_course({"title": "Kursus", "language": "da", field: value}, "da")

    assert read(quoted(written)) == read(written)
    title = around.format("Sorg og håb")
    assert read_course({"title": title, "language": "da"}, "da").title == title


@pytest.mark.parametrize(("word", "meant"), [("ja", True), ("nej", False), ("nei", False), ("kyllä", True)])
def test_yes_and_no_are_said_in_the_languages_of_records(word: str, meant: bool) -> None:
    record = {"title": "Kurs", "language": "nb", "registration": {"binding": word}}
    registration = read_course(record, "nb").registration
    assert registration
    assert registration.binding is meant
