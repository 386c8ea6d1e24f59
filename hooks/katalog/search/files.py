"""The index as files: what comes first, terms in pieces by the alphabet, hits in pieces by number.

Pieces are named by their content, so that a browser that holds an older `index.json` never mixes two indexes.
"""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING
from zlib import crc32

from katalog.json_encoding import json_bytes
from katalog.search.keys import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from katalog.search.documents import Document, Shown

HITS_IN_PIECE = 4
LIGHTEST_PIECE = 5_000
"""Bytes of terms before a piece may end.  Where it ends the terms say themselves: an edit moves few ends."""
ENDS = 4
"""One term in so many ends a piece."""

Found = dict[int, tuple[int, str]]
"""Where a term stands: the number of each document, the weight there and the word there."""


def inverted(all_postings: Iterable[Mapping[str, tuple[int, str]]]) -> dict[str, Found]:
    """Return for each term the documents that have it."""
    terms: dict[str, Found] = {}
    for number, postings in enumerate(all_postings):
        for term, found in postings.items():
            if term in terms:
                terms[term][number] = found
            else:
                terms[term] = {number: found}
    return terms


def encoded(term: str, found: Found) -> bytes:
    """Return a term's line: the word it mostly stands for, and its documents.

    Each document is the distance from the one before in base 36 (nothing for 1) and a letter for its weight.
    """
    parts, last = [], -1
    for number in sorted(found):
        distance = number - last
        parts.append(f"{'' if distance == 1 else base36(distance)}{chr(64 + found[number][0])}")
        last = number
    words = Counter(word for _, word in found.values() if word)
    word = min(words, key=lambda each: (-words[each], len(each), each), default="")
    return json_bytes([term, "" if word == term else word, "".join(parts)])


def base36(number: int) -> str:
    """Return a number as JavaScript's `toString(36)` has it."""
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits


def pieces(lines: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Yield pieces of the sorted terms: the first term of each and its bytes."""
    first, size = "", 0
    held: list[bytes] = []
    for term, line in lines:
        if size > LIGHTEST_PIECE and crc32(term.encode()) % ENDS == 0:
            yield first, _joined(held)
            size, held = 0, []
        first = first if held else term
        held.append(line)
        size += len(line)
    if held:
        yield first, _joined(held)


def _joined(lines: list[bytes]) -> bytes:
    return b"[" + b",\n".join(lines) + b"]"


def hit_pieces(shown: Sequence[Shown]) -> Iterator[bytes]:
    """Yield what hits show, a few documents a piece."""
    for at in range(0, len(shown), HITS_IN_PIECE):
        yield json_bytes(shown[at : at + HITS_IN_PIECE])


def flags(document: Document) -> str:
    """Return a document's group as a letter, and a digit for: can be joined 1, online 2, ahead 4."""
    return chr(97 + document.group) + str(document.joinable + 2 * document.online + 4 * document.ahead)


def name_of(data: bytes) -> str:
    """Return the name of a piece."""
    return sha256(data).hexdigest()[:10]


def words_of(terms: Iterable[str]) -> str:
    """Return the terms that are words, for the browser to find similar ones among."""
    return " ".join(term for term in terms if term.isalpha() and len(term) > 1)


def synonyms(groups: Iterable[Iterable[str]]) -> list[list[str]]:
    """Return groups of words as groups of terms."""
    return [list(dict.fromkeys(key(word.strip().lower()) for word in group)) for group in groups]
