"""What may stand in the place of a date: open all year, or held when somebody asks for it."""

from functools import cache
from typing import Literal

from katalog.when.normalise import normalise
from katalog.when.vocabulary import LANGUAGES, vocabulary

Availability = Literal["all-year", "on-request"]


def read_availability(text: str) -> Availability | None:
    """Return what a text says in the place of a date, in any language of records; None for any other text."""
    return _words().get(normalise(text).rstrip("."))


@cache
def _words() -> dict[str, Availability]:
    found: dict[str, Availability] = {}
    for language in LANGUAGES:
        words = vocabulary(language)
        for text in words.all_year:
            found[text] = "all-year"
        for text in words.on_request:
            found[text] = "on-request"
    return found
