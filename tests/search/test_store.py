"""What is kept of the index from build to build: the bytes are those of a build from nothing."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st
from msgspec import msgpack

from katalog.search.documents import Document, Shown
from katalog.search.sources import Source
from katalog.search.store import Store, Update
from katalog.search.term_weights import postings
from katalog.search.texts import Weighted

WORDS = st.lists(st.sampled_from(["kurset", "kurser", "bibliotek", "marts", "uge 11", "læsning"]), max_size=4)
SITES = st.dictionaries(st.sampled_from("abcdef"), WORDS, max_size=6)


def document(address: str, words: list[str]) -> Document:
    shown = Shown(address, address, lines=tuple(words))
    return Document(shown, 1, (Weighted("body", " ".join(words)),))


def sources(site: Mapping[str, list[str]], read: list[str]) -> list[Source]:
    def make(address: str) -> Document:
        read.append(address)
        return document(address, site[address])

    return [
        Source(address, f"{address} {site[address]}".encode(), lambda address=address: make(address))  # type: ignore[misc]
        for address in sorted(site)
    ]


def update(store: Store, sources: list[Source]) -> bool:
    change = Update(store)
    for each in sources:
        change.take(each)
    return change.finish()


def content(store: Store) -> object:
    return store.documents, {term: kept.data for term, kept in sorted(store.lines.items())}


@given(st.lists(SITES, min_size=1, max_size=5))
def test_any_sequence_of_edits_ends_as_a_build_from_nothing(sites: list[dict[str, list[str]]]) -> None:
    store = Store()
    for site in sites:
        store = msgpack.decode(msgpack.encode(store), type=Store)
        update(store, sources(site, []))
    clean = Store()
    update(clean, sources(sites[-1], []))
    assert content(store) == content(clean)


def test_only_what_changed_is_read() -> None:
    store, read = Store(), list[str]()
    assert update(store, sources({"a": ["kurset"], "b": ["bibliotek"]}, read))
    assert read == ["a", "b"]
    assert not update(store, sources({"a": ["kurset"], "b": ["bibliotek"]}, read))
    assert read == ["a", "b"]
    assert update(store, sources({"a": ["kurset"], "b": ["læsning"]}, read))
    assert read == ["a", "b", "b"]
    assert set(store.lines) == {*postings(document("a", ["kurset"])), *postings(document("b", ["læsning"]))}
