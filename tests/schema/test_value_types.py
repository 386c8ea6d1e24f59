"""Values that are read without a library say what the library says."""

from __future__ import annotations

import pytest
from email_validator import validate_email
from hypothesis import given
from hypothesis import strategies as st

from katalog.problems import InvalidValueError
from katalog.schema.contact_value_types import _COMMON_EMAIL, read_email
from katalog.schema.value_types import _last_moment

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
