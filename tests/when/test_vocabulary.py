from __future__ import annotations

import pytest

from katalog.i18n.phrases import site_phrases
from katalog.when.vocabulary import VOCABULARIES, TokenKind, lexicon


@pytest.mark.parametrize("language", VOCABULARIES)
def test_every_month_and_weekday_name_of_the_locale_is_known(language: str) -> None:
    locale, words = site_phrases(language).locale, lexicon(language)
    for month, name in enumerate(locale.months, start=1):
        assert words[name] == (TokenKind.MONTH, month)
    for weekday, name in enumerate(locale.weekdays):
        assert words[name] == (TokenKind.WEEKDAY, weekday)


def test_no_word_means_one_thing_in_danish_and_another_in_swedish() -> None:
    assert lexicon("da") == lexicon("sv")
