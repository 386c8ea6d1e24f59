"""The index of one language, from the terms of its documents."""

from collections.abc import Iterator, Sequence

from msgspec import to_builtins

from katalog.catalogue.addresses import Section
from katalog.json_encoding import json_bytes
from katalog.search.documents import GROUPS
from katalog.search.files import HITS_IN_PIECE, hit_pieces, name_of, pieces, synonyms, words_of
from katalog.search.store import Store
from katalog.search.term_weights import TOPIC
from katalog.search.word_tables import tables
from katalog.views.reader import Reader

FOLDER = "search-index"


TEXTS = (
    *("hint", "none", "one", "many", "searching", "meant", "unknown"),
    *("more", "kind", "kinds", "topic", "topics", "joinable", "online"),
)
"""What the search says, by the last part of its message ids."""
WAYS: tuple[Section, ...] = ("courses", "topics", "index")
"""Where a reader may turn when nothing is found."""


def index_files(reader: Reader, store: Store) -> Iterator[tuple[str, bytes]]:
    """Yield every file of a language's index: its address and its bytes."""
    terms = sorted(store.lines)
    found = list(pieces((term, store.lines[term].data) for term in terms))
    hits = list(hit_pieces([each.shown for each in store.documents]))
    folder = f"{FOLDER}/{reader.language}"
    first = {
        "tables": _tables(reader.settings.synonyms),
        "texts": {name: reader.phrases(f"search.{name}") for name in TEXTS},
        "ways": [(link.title, link.address) for link in map(reader.section_link, WAYS)],
        "groups": [reader.phrases(f"section.{group}") for group in GROUPS],
        "topics": [(f"{TOPIC}{id_}", name) for id_, name in _topics(reader)],
        "flags": "".join(each.flags for each in store.documents),
        "starts": [start for start, _ in found],
        "pieces": [name_of(data) for _, data in found],
        "words": words_of(terms),
        "size": HITS_IN_PIECE,
        "hits": [name_of(data) for data in hits],
    }
    yield f"{folder}/index.json", json_bytes(first)
    named = {name_of(data): data for data in (*(data for _, data in found), *hits)}
    for name, data in named.items():
        yield f"{folder}/{name}.json", data


def _topics(reader: Reader) -> list[tuple[str, str]]:
    """Return the topics that anything is about, by name."""
    names = {id_: topic.name_in(reader.language) for id_, topic in reader.catalogue.topics.items()}
    used = [pair for pair in names.items() if reader.catalogue.referrers(pair[0], "topics")]
    return sorted(used, key=lambda pair: reader.collation_key(pair[1]))


def _tables(own_synonyms: Sequence[str]) -> dict[str, object]:
    """Return what the browser reads queries with."""
    known = to_builtins(tables())
    return {
        **known,
        "drop": sorted(tables().drop),
        "soft": sorted(tables().soft),
        "synonyms": synonyms((*tables().synonyms, *(line.split(",") for line in own_synonyms))),
    }
