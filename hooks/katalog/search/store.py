"""The terms of every document, kept from build to build: only what changed is read again.

A store counts only for the code that made it and whole; without one all is made anew, to the same bytes.
"""

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Raw, Struct, msgpack

from katalog.json_encoding import json_bytes
from katalog.search.files import Line, encoded, flags
from katalog.search.sources import Source
from katalog.search.term_weights import postings

Postings = dict[str, tuple[int, str]]


class Kept(Struct, array_like=True, frozen=True):
    """A document as it is indexed: `digest` says what it was made of, `postings` are read when needed."""

    address: str
    digest: bytes
    shown: bytes
    flags: str
    postings: Raw


class KeptLine(Struct, array_like=True):
    """A term of the index: its bytes there, and the `Line` they were made of."""

    data: bytes
    line: Raw


class Store(Struct, array_like=True):
    """All documents in the order of their numbers, and all terms."""

    documents: list[Kept] = []
    lines: dict[str, KeptLine] = {}

    def rebuild(self) -> None:
        """Make every term anew, because documents changed their numbers."""
        lines: dict[str, Line] = {}
        for number, each in enumerate(self.documents):
            for term, (weight, word) in _postings(each).items():
                if term not in lines:
                    lines[term] = Line({}, {})
                lines[term].add(number, weight, word)
        self.lines = {term: _kept_line(term, line) for term, line in lines.items()}

    def patch(self, before: Sequence[Kept]) -> None:
        """Make those lines anew that stand in a changed document, or stood there."""
        touched: dict[str, Line] = {}
        for number, (old, new) in enumerate(zip(before, self.documents, strict=True)):
            if old is not new:
                self._change(touched, number, _postings(old), _postings(new))
        for term, line in touched.items():
            if line.weights:
                self.lines[term] = _kept_line(term, line)
            else:
                del self.lines[term]

    def _change(self, touched: dict[str, Line], number: int, old: Postings, new: Postings) -> None:
        for term in old.keys() | new.keys():
            if old.get(term) == new.get(term):
                continue
            if term not in touched:
                kept = self.lines.get(term)
                touched[term] = msgpack.decode(kept.line, type=Line) if kept else Line({}, {})
            if term in old:
                touched[term].remove(number, old[term][1])
            if term in new:
                touched[term].add(number, *new[term])


class Update:
    """Brings a store up to date page by page: a page is done with before the next is taken."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._before = store.documents
        self._known = {each.digest: each for each in store.documents}
        self._documents: list[Kept] = []

    def take(self, source: Source) -> None:
        """Take the next page; it is read unless the store has it as it is."""
        self._documents.append(self._known.get(source.digest) or _kept(source))

    def finish(self) -> bool:
        """Make the store hold exactly the pages taken; return whether anything had changed."""
        before, self.store.documents = self._before, self._documents
        if [each.address for each in before] != [each.address for each in self._documents]:
            self.store.rebuild()
            return True
        self.store.patch(before)
        return any(old is not new for old, new in zip(before, self._documents, strict=True))


def _kept(source: Source) -> Kept:
    document = source.make()
    terms = Raw(msgpack.encode(postings(document)))
    return Kept(source.address, source.digest, json_bytes(document.shown), flags(document), terms)


def _kept_line(term: str, line: Line) -> KeptLine:
    return KeptLine(encoded(term, line), Raw(msgpack.encode(line)))


def _postings(kept: Kept) -> Postings:
    return msgpack.decode(kept.postings, type=Postings)


@cache
def code_digest() -> bytes:
    """Return a digest of whatever makes documents of pages: a store is valid for one of them."""
    files = sorted(Path(__file__).parent.iterdir())
    parts = [file.read_bytes() for file in files if file.suffix in {".py", ".json"}]
    return sha256(b"".join([msgspec.__version__.encode(), *parts])).digest()
