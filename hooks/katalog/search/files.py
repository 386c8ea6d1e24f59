"""The index as files: what comes first, terms in pieces by the alphabet, hits in pieces by number.

Pieces are named by their content, so that a browser that holds an older `index.json` never mixes two indexes.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from zlib import crc32

from msgspec import Struct

from katalog.json_encoding import json_bytes
from katalog.search.documents import Document
from katalog.search.keys import key

HITS_IN_PIECE = 4
LIGHTEST_PIECE = 5_000
"""Bytes of terms before a piece may end.  Where it ends the terms say themselves: an edit moves few ends."""
ENDS = 4
"""One term in so many ends a piece."""


class Line(Struct, array_like=True):
    """A term: the weight in each document that has it, by number, and how many say it with which word."""

    weights: dict[int, int]
    words: dict[str, int]

    def add(self, number: int, weight: int, word: str) -> None:
        """Note that a document has the term."""
        self.weights[number] = weight
        if word:
            self.words[word] = self.words.get(word, 0) + 1

    def remove(self, number: int, word: str) -> None:
        """Forget that a document has the term."""
        del self.weights[number]
        if word:
            self.words[word] -= 1
            if not self.words[word]:
                del self.words[word]


def encoded(term: str, line: Line) -> bytes:
    """Return a term's line: the word it mostly stands for, and its documents.

    Each document is the distance from the one before in base 36 (nothing for 1) and a letter for its weight.
    """
    parts, last = [], -1
    for number in sorted(line.weights):
        distance = number - last
        parts.append(f"{'' if distance == 1 else base36(distance)}{chr(64 + line.weights[number])}")
        last = number
    word = min(line.words, key=lambda each: (-line.words[each], len(each), each), default="")
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


def hit_pieces(shown: Sequence[bytes]) -> Iterator[bytes]:
    """Yield what hits show, as JSON, a few documents a piece."""
    for at in range(0, len(shown), HITS_IN_PIECE):
        yield b"[" + b",".join(shown[at : at + HITS_IN_PIECE]) + b"]"


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
