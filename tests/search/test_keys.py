"""Terms of texts: the same table of cases is read in the browser (tests/browser/test_search_keys.py)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from katalog.search.keys import key, tokens

CASES: list[tuple[str, list[str]]] = json.loads(Path(__file__).with_name("keys.json").read_text("utf-8"))


@pytest.mark.parametrize(("text", "terms"), CASES)
def test_a_text_has_these_terms(text: str, terms: list[str]) -> None:
    assert [term for token in tokens(text) for term in token.terms] == terms


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    assert all(term for token in tokens(text) for term in token.terms)


@given(st.text("bdfghijklmnprstuvyæøåäö", min_size=1, max_size=30))
def test_a_key_is_plain(word: str) -> None:
    assert key(word).isascii()
    assert key(word) == key(word.replace("å", "aa").replace("æ", "ae").replace("ø", "oe"))
