"""Digests of what outputs read, by the names under which `tracked` notes it."""

from collections.abc import Callable, Mapping
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any

from msgspec import msgpack

from katalog.catalogue.catalogue import Catalogue
from katalog.read_tracking import Input
from katalog.schema.annotations import LangText
from katalog.schema.entries import Entry, TranslationEntry


def digest(value: object) -> bytes:
    """Return a digest of plain data, records and texts."""
    return blake2b(_ENCODER.encode(value), digest_size=12).digest()


def _plain(value: Any) -> Any:
    return (value.plain, value.lang) if isinstance(value, LangText) else str(value)


_ENCODER = msgpack.Encoder(enc_hook=_plain)


RECORD_KINDS = frozenset({"outdated", "record", "summary", "text", "title"})
"""Kinds of inputs that are of one record, by its id."""


class Inputs:
    """What this build is made of.  Each digest is made when it is first asked for.

    `texts` are texts and facts by kind and key: the introductions of front pages, the history of files, the
    theme's pages.
    """

    def __init__(self, root: Path, catalogue: Catalogue, texts: Mapping[str, Mapping[str, Any]]) -> None:
        self._root, self._catalogue, self._texts = root, catalogue, texts
        self._known: dict[Input, bytes] = {}

    def digest(self, read: Input) -> bytes:
        """Return the digest of an input; a missing one has a digest too, so that it may appear."""
        if read not in self._known:
            self._known[read] = self._digest(*read)
        return self._known[read]

    def files(self, id_: str) -> bytes:
        """Return a digest of a record's files, on which all of `RECORD_KINDS` depend; nothing if unknown."""
        entry, translations = self._catalogue.entries.get(id_), self._translations.get(id_, ())
        parts = [(each.path, each.digest) for each in (entry, *translations) if each]
        if not entry or not all(digest for _, digest in parts):
            return b""
        return digest((entry.collection, parts))

    def _digest(self, kind: str, key: str) -> bytes:
        if kind in self._texts:
            found = self._texts[kind]
            return digest(found.get(key) if key else sorted(found))
        make: dict[str, Callable[[str], object]] = {
            "record": self._record,
            "outdated": self._outdated,
            "title": self._title,
            "summary": self._summary,
            "text": self._text,
            "entry": self._entry,
            "topic": self._topic,
            "collection": self._collection,
            "referrers": self._referrers,
            "path": self._path,
            "attachment": self._attachment,
            "file": self._file,
        }
        return digest(make[kind](key))

    def _entry(self, id_: str) -> object:
        if not id_:
            return [(each.collection, each.id) for each in self._catalogue.entries.values()]
        entry = self._catalogue.entries.get(id_)
        return entry and entry.collection

    def _topic(self, key: str) -> object:
        found, (id_, _, language) = self._catalogue.topics, key.partition(" ")
        if not id_:
            return list(found)
        topic = found.get(id_)
        return topic is not None and (topic.name_in(language) if language else True)

    def _record(self, id_: str) -> object:
        entry, translations = self._catalogue.entries.get(id_), self._translations.get(id_, ())
        if entry is None:
            return None
        return _content(entry), [*map(_translated, translations)]

    def _outdated(self, id_: str) -> list[str]:
        languages = (each.language for each in self._translations.get(id_, ()))
        return [each for each in languages if (id_, each) in self._catalogue.outdated]

    def _title(self, id_: str) -> object:
        entry, translations = self._catalogue.entries.get(id_), self._translations.get(id_, ())
        return entry and [entry.record.language, entry.record.title] + [
            (each.language, getattr(each.texts, "title", None)) for each in translations
        ]

    def _summary(self, id_: str) -> object:
        entry, translations = self._catalogue.entries.get(id_), self._translations.get(id_, ())
        languages = [entry.record.language, *(each.language for each in translations)] if entry else []
        return entry and [self._catalogue.localised(entry, each).summary for each in languages]

    def _text(self, id_: str) -> object:
        entry, translations = self._catalogue.entries.get(id_), self._translations.get(id_, ())
        return entry and [(each.path, each.body) for each in (entry, *translations)]

    @cached_property
    def _translations(self) -> dict[str, list[TranslationEntry]]:
        found: dict[str, list[TranslationEntry]] = {}
        for (id_, _), each in sorted(self._catalogue.translations.items()):
            found.setdefault(id_, []).append(each)
        return found

    def _collection(self, name: str) -> object:
        found = self._catalogue.by_collection
        return [entry.id for entry in found.get(name, ())] if name else sorted(found)

    def _referrers(self, id_: str) -> object:
        links = self._catalogue.references_to(id_)
        return [(each.entry.collection, each.entry.id, [str(part) for part in each.loc]) for each in links]

    def _path(self, path: str) -> object:
        found = self._catalogue.by_path
        entry = found.get(path)
        return (entry and (entry.collection, entry.id)) if path else sorted(found)

    def _attachment(self, path: str) -> object:
        return path in self._catalogue.attachments if path else sorted(self._catalogue.attachments)

    def _file(self, path: str) -> object:
        try:
            return (self._root / path).read_bytes()
        except OSError:
            return None


def _content(entry: Entry) -> object:
    """Return all of a record but its text and the places of its values in the file."""
    return entry.collection, entry.path, entry.record


def _translated(each: TranslationEntry) -> object:
    return each.language, each.path, each.texts
