"""The catalogue as outputs read it: whatever is handed out is noted as read.

Views, templates and feeds see no difference.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from katalog.catalogue.catalogue import BackLink, Catalogue, LocalisedRecord
from katalog.read_tracking import note
from katalog.schema.annotations import LangText
from katalog.schema.entries import Entry
from katalog.schema.topics import Topic

V = TypeVar("V")


class TrackedEntry:
    """A record.  Its id and collection are known to whoever has it; all else is noted as read."""

    __slots__ = ("_entry", "_input", "collection", "id")

    def __init__(self, entry: Entry) -> None:
        self.id, self.collection = entry.id, entry.collection
        self._entry, self._input = entry, ("record", entry.id)

    def __getattr__(self, name: str) -> Any:
        note(self._input)
        return getattr(self._entry, name)


PARTS = {
    **dict.fromkeys(("body", "body_language", "body_path", "has_text", "text"), "text"),
    "summary": "summary",
    "outdated": "outdated",
}
"""What is noted of a record in one language where it is not its front matter that is read."""


class TrackedLocalised:
    """A record in one language.  Its text, its summary, its age and all else are noted as read apart."""

    __slots__ = ("_id", "_localised")

    def __init__(self, id_: str, localised: LocalisedRecord) -> None:
        self._id, self._localised = id_, localised

    def __getattr__(self, name: str) -> Any:
        note((PARTS.get(name, "record"), self._id))
        return getattr(self._localised, name)


class TrackedTopic:
    """A topic, of which the name in each language is noted as read apart."""

    __slots__ = ("_id", "_topic")

    def __init__(self, id_: str, topic: Topic) -> None:
        self._id, self._topic = id_, topic

    def name_in(self, language: str) -> str:
        """Return the topic's name in a language."""
        note(("topic", f"{self._id} {language}"))
        return self._topic.name_in(language)


class TrackedMapping(Mapping[str, V]):
    """A mapping whose keys are noted as read one by one, or all at once where they are listed."""

    def __init__(self, kind: str, values: Mapping[str, V]) -> None:
        self._kind, self._values = kind, values

    def __getitem__(self, key: str) -> V:
        note((self._kind, str(key)))
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        note((self._kind, ""))
        return iter(self._values)

    def __len__(self) -> int:
        note((self._kind, ""))
        return len(self._values)


class TrackedSet(AbstractSet[str]):
    """A set whose members are noted as looked for one by one, or all at once where they are listed."""

    def __init__(self, kind: str, values: AbstractSet[str]) -> None:
        self._kind, self._values = kind, values

    def __contains__(self, value: object) -> bool:
        note((self._kind, str(value)))
        return value in self._values

    def __iter__(self) -> Iterator[str]:
        note((self._kind, ""))
        return iter(sorted(self._values))

    def __len__(self) -> int:
        note((self._kind, ""))
        return len(self._values)


@dataclass(frozen=True)
class TrackedCatalogue(Catalogue):
    """A catalogue that notes what is asked of it."""

    plain: Catalogue = field(kw_only=True)
    paths: Mapping[str, Entry] = field(default_factory=dict)

    def localised(self, entry: Entry, language: str) -> LocalisedRecord:
        """Return a record as a page in `language` shows it."""
        found = self.plain.localised(self.plain.entries[entry.id], language)
        return cast("LocalisedRecord", TrackedLocalised(entry.id, found))

    def title(self, entry: Entry, language: str) -> LangText:
        """Return a record's title in `language`, or in its own."""
        note(("title", entry.id))
        return self.plain.title(self.plain.entries[entry.id], language)

    def referrers(self, id_: str, *relations: str) -> list[Entry]:
        """Return the records that refer to `id_`."""
        note(("referrers", id_))
        return super().referrers(id_, *relations)

    def references_to(self, id_: str) -> tuple[BackLink, ...]:
        """Return every reference to `id_`."""
        note(("referrers", id_))
        return super().references_to(id_)

    @property
    def by_path(self) -> Mapping[str, Entry]:  # type: ignore[override]
        """Records by the path of their file."""
        return self.paths


def tracked(catalogue: Catalogue) -> TrackedCatalogue:
    """Return the same catalogue, noting what is asked of it."""
    entries = {id_: cast("Entry", TrackedEntry(each)) for id_, each in catalogue.entries.items()}
    return TrackedCatalogue(
        plain=catalogue,
        entries=TrackedMapping("entry", entries),
        translations=catalogue.translations,
        topics=TrackedMapping(
            "topic",
            {id_: cast("Topic", TrackedTopic(id_, topic)) for id_, topic in catalogue.topics.items()},
        ),
        back_links={
            id_: tuple(
                BackLink(entries[each.entry.id], each.loc) for each in links if each.entry.id in entries
            )
            for id_, links in catalogue.back_links.items()
        },
        outlines=catalogue.outlines,
        attachments=cast("frozenset[str]", TrackedSet("attachment", catalogue.attachments)),
        outdated=catalogue.outdated,
        drafts=catalogue.drafts,
        by_collection=TrackedMapping(
            "collection",
            {
                name: tuple(entries[each.id] for each in found)
                for name, found in catalogue.by_collection.items()
            },
        ),
        paths=TrackedMapping("path", {path: entries[each.id] for path, each in catalogue.by_path.items()}),
    )
