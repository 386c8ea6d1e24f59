"""The names of records and topics, as people write them in the place of ids."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from katalog.problems import InvalidValueError
from katalog.schema.entries import Entry
from katalog.schema.records import Institution
from katalog.schema.suggest import nearest_value
from katalog.schema.topics import Topic
from katalog.source.file_names import slug

TOPICS = "topics"


class Names(Struct, frozen=True):
    """Which ids a name stands for, and which name an id has, in each collection and among the topics.

    Names are compared without regard to capitals and blanks.
    """

    ids: dict[str, dict[str, frozenset[str]]]
    names: dict[str, dict[str, str]]

    def id_of(self, written: str, collections: Collection[str]) -> str:
        """Return the id that an id or a name stands for; `InvalidValueError` with the nearest name."""
        if any(written in self.names.get(each, ()) for each in collections):
            return written
        found = self.find(written, collections)
        if len(found) > 1:
            raise InvalidValueError("sheet.name-shared", written=written, allowed=", ".join(sorted(found)))
        if not found:
            raise self._unknown(written, collections)
        return next(iter(found))

    def find(self, written: str, collections: Collection[str]) -> frozenset[str]:
        """Return the ids of the records with that name."""
        plain = plain_name(written)
        return frozenset().union(*(self.ids.get(each, {}).get(plain, ()) for each in collections))

    def name_of(self, id_: str, collections: Collection[str]) -> str:
        """Return the name that stands for `id_` alone, else the id itself."""
        name = next((self.names[each][id_] for each in collections if id_ in self.names.get(each, ())), id_)
        is_id = any(name in self.names.get(each, ()) for each in collections)
        return id_ if is_id or self.find(name, collections) != {id_} else name

    def nearest(self, written: str, collections: Collection[str]) -> str | None:
        """Return the id of the record whose name a name, or an id made of one, most likely stands for."""
        if found := self.find(written, collections):
            return min(found)
        known = {word: id_ for each in collections for id_, name in self.names.get(each, {}).items()
                 for word in (plain_name(name), slug(name))}  # fmt: skip
        close = nearest_value(plain_name(written), known, 0.75)
        return known[close] if close else None

    def title_of(self, id_: str, collections: Collection[str]) -> str:
        """Return the name of the record or topic with an id."""
        return next(self.names[each][id_] for each in collections if id_ in self.names.get(each, ()))

    def example(self, collections: Collection[str]) -> str:
        """Return an id that may be written, the first of those there are; empty where there are none."""
        return min((id_ for each in collections for id_ in self.names.get(each, ())), default="")

    def _unknown(self, written: str, collections: Collection[str]) -> InvalidValueError:
        if nearest := self.nearest(written, collections):
            name = self.name_of(nearest, collections)
            return InvalidValueError("sheet.name-unknown-did-you-mean", written=written, suggestion=name)
        return InvalidValueError("sheet.name-unknown", written=written)


def names_in(entries: Iterable[Entry], topics: Iterable[Topic]) -> Names:
    """Return the names of records and topics."""
    ids: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for entry in entries:
        names[entry.collection][entry.id] = str(entry.record.title)
        for name in _names_of(entry):
            ids[entry.collection][plain_name(name)].add(entry.id)
    for topic in topics:
        names[TOPICS][topic.id] = next(iter(topic.name.values()), topic.id)
        for name in topic.name.values():
            ids[TOPICS][plain_name(name)].add(topic.id)
    return Names(
        {
            collection: {name: frozenset(each) for name, each in found.items()}
            for collection, found in ids.items()
        },
        dict(names),
    )


def _names_of(entry: Entry) -> Iterator[str]:
    yield str(entry.record.title)
    if isinstance(entry.record, Institution):
        yield from entry.record.aliases


def plain_name(name: str) -> str:
    """Return a name as it is compared with others."""
    return " ".join(name.casefold().split())
