"""The weighted terms of a document."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from math import log2

from katalog.search.dates import date_terms, wider
from katalog.search.documents import Document
from katalog.search.keys import Token, key, tokens
from katalog.search.word_tables import tables

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
MOST_OF_COARSE = 2.0
"""What a month, season or year weighs at most for a page that lists what is held in one of its weeks."""
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
        said, weight = _said(each.text), WEIGHTS[each.part]
        for term, (_, word) in said.items():
            words.setdefault(term, word)
        if each.part in TITLES:
            weight += FULL_TITLE * TITLES[each.part] / max(len(said), 1)
            _raise(titles, dict.fromkeys(said, weight))
        else:
            for term, (times, _) in said.items():
                weights[term] = weights.get(term, 0.0) + weight * times
    for when, weight in document.dates:
        coarse = min(weight / 2, MOST_OF_COARSE if document.lists else weight)
        _raise(weights, {term: weight if meant else coarse for term, meant in date_terms(when)})
    weights |= {f"{TOPIC}{id_}": 1.0 for id_ in document.topics}
    return {
        term: (_rounded(weights.get(term, 0.0), titles.get(term, 0.0)), words.get(term, ""))
        for term in weights | titles
    }


def _raise(weights: dict[str, float], least: Mapping[str, float]) -> None:
    """Let terms weigh at least so much."""
    for term, weight in least.items():
        weights[term] = max(weight, weights.get(term, 0.0))


def _rounded(in_texts: float, in_titles: float) -> int:
    return min(HEAVIEST, max(1, round(min(MOST_OF_TEXT, in_texts) + in_titles)))


_WORD = re.compile("[^0-9\\W_]{3,}")


@lru_cache(2048)
def _said(text: str) -> dict[str, tuple[float, str]]:
    """Return a text's terms: how much more each counts for being said often, and by which word first."""
    times: dict[str, int] = {}
    words: dict[str, str] = {}
    for token, count in Counter(tokens(text)).items():
        for term, word in _terms(token):
            times[term] = times.get(term, 0) + count
            words.setdefault(term, word)
    return {term: _weighed(times[term], word) for term, word in words.items()}


@lru_cache(2**16)
def _weighed(times: int, word: str) -> tuple[float, str]:
    """Return how much more a term counts, and the word: one object for all texts that say it so often."""
    return 1 + log2(times) / 3, word


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
