"""Alphabetical order as Danes and Swedes know it from a dictionary or a telephone book."""

import pytest

from katalog.i18n.collation import initial, sorter
from katalog.i18n.phrases import site_phrases

ORDERS = {
    "da": ["Odense", "Vejle", "Zealand", "Ærø", "Østerbro", "Aabenraa", "Aalborg", "Ålborg", "Åre", "Aarhus"],
    "nb": ["Oslo", "Vadsø", "Ærfugl", "Østfold", "Ålesund", "Aasen"],
    "en": ["Aalborg", "Ærø", "Åre", "Odense", "Vejle"],
    "sv": ["Aalborg", "Odense", "Växjö", "Zinkgruvan", "Åre", "Ärla", "Ærø", "Öland", "Østerbro"],
}


@pytest.mark.parametrize("language", ORDERS)
def test_order(language: str) -> None:
    expected = ORDERS[language]
    assert sorted(set(expected), key=sorter(site_phrases(language))) == expected


@pytest.mark.parametrize(
    ("language", "text", "letter"),
    [
        ("da", "Aalborg", "Å"),
        ("da", "ålborg", "Å"),
        ("da", "Öland", "Ø"),
        ("sv", "Aalborg", "A"),
        ("sv", "Ærø", "Ä"),
        ("da", "»Citat«", "C"),
        ("da", "École", "E"),
        ("da", "3 veje", "#"),
        ("da", "–", "#"),
    ],
)
def test_initial(language: str, text: str, letter: str) -> None:
    assert initial(text, site_phrases(language)) == letter


def test_capitals_and_accents_decide_only_between_equals() -> None:
    key = sorter(site_phrases("da"))
    assert key("ide")[0] == key("Idé")[0]
    assert key("Idé a") < key("ide b")
