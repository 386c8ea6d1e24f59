"""The weighted terms of a document."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from math import log2
from typing import TYPE_CHECKING

from katalog.search.dates import date_terms, wider
from katalog.search.keys import key, tokens
from katalog.search.tables import tables

if TYPE_CHECKING:
    from katalog.search.documents import Document
    from katalog.search.keys import Token

WEIGHTS = {
    "title": 9.0,
    "alias": 8.0,
    "own": 18.0,
    "kind": 7.0,
    "name": 6.0,
    "place": 6.0,
    "lead": 5.0,
    "topic": 5.0,
    "fact": 3.0,
    "body": 1.5,
    "other-title": 7.0,
    "other-kind": 5.0,
    "other": 3.0,
    "other-body": 1.0,
}
"""What a word weighs by the part it stands in."""
FULL_TITLE = 12.0
"""What the words of a title weigh besides, shared among them: a title that is one word is that word's."""
TITLES = {"title": 1.0, "alias": 0.9, "other-title": 0.6, "own": 0.0}
"""The parts that name what the page is about, and their part of that."""
MOST_OF_TEXT = 13.0
"""What a word weighs at most for all it stands in but titles: less than in a title."""
TOPIC = "~"
"""What the terms by which hits are filtered begin with; the id of a topic follows."""
HEAVIEST = 26
"""Weights in the index are 1 to 26, a letter each."""


def postings(document: Document) -> dict[str, tuple[int, str]]:
    """Return the document's terms: the weight of each, and the word it was read from (none for a date)."""
    weights: dict[str, float] = {}
    titles: dict[str, float] = {}
    words: dict[str, str] = {}
    for each in document.texts:
        counts, said = _counted(each.text)
        words |= {term: word for term, word in said.items() if term not in words}
        full = WEIGHTS[each.part]
        if each.part in TITLES:
            full += FULL_TITLE * TITLES[each.part] / max(len(counts), 1)
            titles |= {term: max(full, titles.get(term, 0.0)) for term in counts}
            continue
        for term, times in counts.items():
            weights[term] = weights.get(term, 0.0) + full * (1 + log2(times) / 3)
    for when, weight in document.dates:
        for term, meant in date_terms(when):
            weights[term] = max(weights.get(term, 0.0), weight if meant else weight / 2)
    weights |= {f"{TOPIC}{id_}": 1.0 for id_ in document.topics}
    found = {
        term: min(MOST_OF_TEXT, weights.get(term, 0.0)) + titles.get(term, 0.0) for term in weights | titles
    }
    return {
        term: (min(HEAVIEST, max(1, round(weight))), words.get(term, "")) for term, weight in found.items()
    }


_WORD = re.compile("[^0-9\\W_]{3,}")


@lru_cache(2048)
def _counted(text: str) -> tuple[Counter[str], dict[str, str]]:
    """Return how often a text says each of its terms, and by which word first."""
    counts: Counter[str] = Counter()
    words: dict[str, str] = {}
    for token in tokens(text):
        for term, word in _terms(token):
            counts[term] += 1
            words.setdefault(term, word)
    return counts, words


def _terms(token: Token) -> list[tuple[str, str]]:
    """Return what a token is found by: itself, its wider dates, its parts."""
    said = token.text
    if token.kind == "word":
        return [] if said in tables().drop else [(term, said) for term in token.terms]
    if token.kind == "compound":
        parts = [part for part in said.replace("‐", "-").replace("‑", "-").split("-") if part]
        return [(token.terms[0], said), *((key(part), part) for part in parts if part not in tables().drop)]
    if token.kind in {"email", "host"}:
        words = [word for word in _WORD.findall(said.removeprefix("www.")) if word not in tables().drop]
        return [(token.terms[0], ""), *((key(word), word) for word in words)]
    if token.kind == "code":
        return [(token.terms[0], said), ("".join(filter(str.isdigit, said)), "")]
    found = [(term, "") for term in token.terms]
    return [*found, *((each, "") for term in token.terms for each in wider(term))]
