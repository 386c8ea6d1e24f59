"""Values that are read without a library say what the library says."""

from __future__ import annotations

import pytest
from email_validator import validate_email
from hypothesis import given
from hypothesis import strategies as st

from katalog.problems import InvalidValueError
from katalog.schema.contact_scalars import _COMMON_EMAIL, read_email

SHORT = _COMMON_EMAIL.pattern.replace("+", "{1,3}").replace("*", "{0,2}")
"""The same pattern, repeating little: its examples are shorter than 64 characters, and soon made."""


@given(st.from_regex(SHORT, fullmatch=True))
def test_a_usual_address_is_what_the_validator_makes_of_it(text: str) -> None:
    assert read_email(text) == text == validate_email(text, check_deliverability=False).normalized


def test_an_unusual_address_is_left_to_the_validator() -> None:
    assert read_email("Ane@BIBLIOTEK.example") == "Ane@bibliotek.example"
    with pytest.raises(InvalidValueError):
        read_email("ane@bibliotek..dk")
