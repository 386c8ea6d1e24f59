"""Headings as people have them, in three languages, each for one column."""

import pytest

from katalog.i18n.phrases import EDITOR_LANGUAGES, editor_phrases
from katalog.schema.suggest import heading_words
from katalog.spreadsheets.columns import column_named, columns
from katalog.spreadsheets.headings import column_of


@pytest.mark.parametrize("language", EDITOR_LANGUAGES)
def test_every_heading_that_is_exported_is_that_of_its_column(language: str) -> None:
    for column in columns():
        assert column_of(column.heading(editor_phrases(language))) == column


def test_every_synonym_is_that_of_its_column() -> None:
    for name, by_language in heading_words().items():
        assert tuple(by_language) == EDITOR_LANGUAGES
        for words in by_language.values():
            assert len(set(words)) == len(words)
            for word in words:
                assert column_of(word) == column_named(name), word


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("TITEL", "title"),
        (" Titel: ", "title"),
        ("Kursets_titel *", None),
        ("Pris (kr. ekskl. moms)", "price"),
        ("Tilmeldings-\nfrist", None),
        ("Sista anmälningsdag", "registration.closes"),
        ("Start date", "sessions.when"),
        ("sessions.place", "sessions.place"),
        ("frist", "registration.closes"),
        ("Farve", None),
        ("", None),
    ],
)
def test_a_heading_as_it_is_written(heading: str, name: str | None) -> None:
    column = column_of(heading)
    assert (column.name if column else None) == name
