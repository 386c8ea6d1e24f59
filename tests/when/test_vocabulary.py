import pytest

from katalog.i18n.cldr import locale_of
from katalog.when.vocabulary import LANGUAGES, TokenKind, lexicon, weekday_name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_and_weekday_name_of_the_locale_is_known(language: str) -> None:
    locale, words = locale_of(language), lexicon(language)
    for month, name in enumerate(locale.months, start=1):
        assert words[name.lower()] == (TokenKind.MONTH, month)
    for weekday, name in enumerate(locale.weekdays):
        assert words[name.lower()] == (TokenKind.WEEKDAY, weekday)


def test_the_languages_are_those_of_the_nordic_countries_and_english() -> None:
    assert set(LANGUAGES) == {"da", "en", "fi", "nb", "nn", "sv"}


def test_a_word_that_other_languages_disagree_on_means_nothing() -> None:
    assert lexicon("fi")["to"] == (TokenKind.WEEKDAY, 3)  # torstai
    assert lexicon("en")["to"][0] is TokenKind.UNTIL
    assert "to" not in lexicon("da")


@pytest.mark.parametrize(("language", "name"), [("da", "mandag"), ("fi", "maanantai"), ("xx", "mandag")])
def test_a_weekday_is_named_in_the_records_language(language: str, name: str) -> None:
    assert weekday_name(language, 0) == name
