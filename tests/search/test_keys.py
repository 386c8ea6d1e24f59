"""Terms of texts: the same table of cases is read in the browser (tests/browser/test_search_keys.py)."""

import json
import re
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from katalog.search.keys import READERS, key, patterns, tokens

CASES: list[tuple[str, list[str]]] = json.loads(Path(__file__).with_name("keys.json").read_text("utf-8"))


@pytest.mark.parametrize(("text", "terms"), CASES)
def test_a_text_has_these_terms(text: str, terms: list[str]) -> None:
    assert [term for token in tokens(text) for term in token.terms] == terms


def test_a_month_is_found_behind_the_ending_of_its_day() -> None:
    assert [token.terms for token in tokens("1:emaj 2026")] == [("#2026-05-01",)]


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    assert all(term for token in tokens(text) for term in token.terms)


WORDS = ("uge", "veckor", "marts", "feb", "forår", "kursus", "nr", "kø", "q", "w", "a", "ab.c")
BETWEEN = (
    "",
    *" .,-‑@_+%:/§0",
    "..",
    ", ",
    ". ",
    " i ",
    " af ",
    ", av ",
    " nr ",
    " nr. ",
    " nr.",
    "  ",
    "\n",
    ".-",
    " §",
)
AFTER = ("5", "14", "2026", "2026.", "dk", "a.dk", "a@b.dk", "w11", "marts", "")


@pytest.mark.parametrize("word", WORDS)
def test_words_that_begin_nothing_else_are_found_sooner_and_no_others(word: str) -> None:
    kinds, tried = zip(*patterns()[1:], strict=True)
    every = re.compile("|".join(f"({each})" for each in tried))
    for text in map("".join, product((word,), BETWEEN, AFTER, ("", " 5", ".se"))):
        read = [(kinds[(match.lastindex or 1) - 1], match[0]) for match in every.finditer(text)]
        meant = [(kind, said) for kind, said in read if READERS[kind](said)]
        assert [(token.kind, token.text) for token in tokens(text)] == meant


@given(st.text("bdfghijklmnprstuvyæøåäö", min_size=1, max_size=30))
def test_a_key_is_plain(word: str) -> None:
    assert key(word).isascii()
    assert key(word) == key(word.replace("å", "aa").replace("æ", "ae").replace("ø", "oe"))
