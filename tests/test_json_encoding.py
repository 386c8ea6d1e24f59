"""JSON of structs, mappings and texts that know their language."""

import pytest

from katalog.json_encoding import json_bytes
from katalog.schema.annotations import LangText


def test_texts_that_know_their_language_are_text() -> None:
    assert json_bytes({"title": LangText("Læs mere", "da"), "n": 1}) == '{"title":"Læs mere","n":1}'.encode()


def test_anything_else_is_refused() -> None:
    with pytest.raises(AttributeError):
        json_bytes({"title": object()})
