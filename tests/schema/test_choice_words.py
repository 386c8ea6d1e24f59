"""Values in the editor's words: every choice has some in every language, and they lead to it."""

import pytest

from katalog.i18n.cldr import locale_of
from katalog.schema.choice_words import LANGUAGES, choice_meant, choice_words, nearest_choice
from katalog.schema.field_introspection import fields_of
from katalog.schema.field_order import all_models

MODELS = all_models()
FIELDS = sorted({field.choices for model in MODELS for field in fields_of(model) if field.choices})
FROM_CLDR = {"language", "languages", "spoken", "country"}


def values() -> set[str]:
    fields = [field for model in MODELS for field in fields_of(model)]
    named = {*locale_of("en").languages, *locale_of("en").countries}
    return {
        value
        for field in fields
        for value in field.choices
        if field.name not in FROM_CLDR or value not in named
    }


def test_every_value_has_words_in_every_language() -> None:
    assert set(choice_words()) == values()
    for by_language in choice_words().values():
        assert tuple(by_language) == LANGUAGES
        assert all(words.strip() for words in by_language.values())


@pytest.mark.parametrize("choices", FIELDS, ids=" ".join)
def test_no_word_stands_for_two_values_of_one_field(choices: tuple[str, ...]) -> None:
    found: dict[str, str] = {}
    for value in set(choices) & set(choice_words()):
        for word in ", ".join(choice_words()[value].values()).split(", "):
            assert found.setdefault(word, value) == value
            assert choice_meant(word, choices) == value


@pytest.mark.parametrize(
    ("written", "choices", "meant"),
    [
        ("dansk tegnsprog", ("da", "dsl"), "dsl"),
        ("Svenskt teckenspråk", ("sv", "swl"), "swl"),
        ("Aflyst", ("cancelled", "full", "postponed"), "cancelled"),
        ("inställd", ("cancelled", "full", "postponed"), "cancelled"),
        ("peruttu", ("cancelled", "full", "postponed"), "cancelled"),
        ("deltager", ("participant", "library"), "participant"),
        ("Deltakere", ("participant", "library"), "participant"),
        ("svensk", ("da", "sv"), "sv"),
        ("Danska", ("da", "sv"), "da"),
        ("Danmark", ("DK", "SE"), "DK"),
        ("Ruotsi", ("DK", "SE"), "SE"),
        ("dk", ("DK", "SE"), "DK"),
        ("ekskl. moms.", ("excluded", "included"), "excluded"),
        ("aflys", ("cancelled", "full"), "cancelled"),
        ("seminra", ("seminar", "webinar"), "seminar"),
        ("föreläsning", ("pre-learning", "closing"), None),
        ("bildspel", ("slides", "recording"), "slides"),
        ("hvad som helst", ("cancelled", "full"), None),
    ],
)
def test_what_is_meant(written: str, choices: tuple[str, ...], meant: str | None) -> None:
    assert nearest_choice(written, choices) == meant


def test_only_a_word_itself_is_taken_for_sure() -> None:
    assert choice_meant("aflys", ("cancelled",)) is None
