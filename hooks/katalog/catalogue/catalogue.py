"""The catalogue: published records by id, with translations, rendered text and back-links."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

from msgspec import Struct

from katalog.catalogue.runs import course_runs
from katalog.catalogue.state import CourseRun
from katalog.markdown import Body, Outline, first_paragraph, render_text
from katalog.schema.annotations import LangText
from katalog.schema.entries import Entry, TranslationEntry
from katalog.schema.records import Course, Record
from katalog.schema.topics import Topic
from katalog.schema.translation import apply_translation
from katalog.source import Loc


class BackLink(Struct, frozen=True):
    """A reference as seen from its target: who makes it, and in which field."""

    entry: Entry
    loc: Loc

    @property
    def relation(self) -> str:
        """The field of the referring record, such as `organiser`, `initiative` or `followers`."""
        return str(self.loc[0])


@dataclass(frozen=True)
class LocalisedRecord:
    """A record in one language: its texts where they are translated, the original's where not."""

    entry: Entry
    record: Record
    text: LangText
    body_language: str
    body_path: str
    translated: bool
    outdated: bool = False
    original: "LocalisedRecord | None" = None
    """The version in the record's own language where this one has the same words."""

    @property
    def has_text(self) -> bool:
        """Whether the record has a text."""
        return bool(self.text.strip())

    @property
    def body(self) -> Body:
        """The record's text, rendered whenever it is asked for: ten thousand texts are too many to hold."""
        return render_text(self.text)

    @cached_property
    def runs(self) -> tuple[CourseRun, ...]:
        """A course's runs, each with what it takes from the course; at least one."""
        return self.original.runs if self.original else course_runs(cast("Course", self.record))

    @cached_property
    def summary(self) -> LangText:
        """The record's summary: its own, or the beginning of the text's first paragraph (160 characters)."""
        if self.original:
            return self.original.summary
        if self.record.summary:
            return self.record.summary
        text = first_paragraph(self.text)
        short = text if len(text) <= 160 else f"{text[:157].rsplit(' ', 1)[0]} …"
        return LangText(short, self.body_language)


@dataclass(frozen=True)
class Catalogue:
    """All published records; nothing missing, nothing twice.

    `entries` are in the order of their ids; `outlines` of texts are by file path, so that a translation's
    is found beside its original's.
    """

    entries: Mapping[str, Entry]
    translations: Mapping[tuple[str, str], TranslationEntry]
    topics: Mapping[str, Topic]
    back_links: Mapping[str, tuple[BackLink, ...]]
    outlines: Mapping[str, Outline]
    attachments: frozenset[str]
    outdated: frozenset[tuple[str, str]] = frozenset()
    drafts: int = 0
    by_collection: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)

    @cached_property
    def by_path(self) -> dict[str, Entry]:
        """Records by the path of their file; a translation's file leads to the same record."""
        paths = {entry.path: entry for entry in self.entries.values()}
        return paths | {each.path: self.entries[each.id] for each in self.translations.values()}

    def localised(self, entry: Entry, language: str) -> LocalisedRecord:
        """Return a record as a page in `language` shows it; cached."""
        key = (entry.id, language)
        if key not in self._localised:
            self._localised[key] = self._localise(entry, language)
        return self._localised[key]

    @cached_property
    def _localised(self) -> dict[tuple[str, str], LocalisedRecord]:
        return {}

    def _localise(self, entry: Entry, language: str) -> LocalisedRecord:
        own = entry.record.language
        translation = self.translations.get((entry.id, language))
        if translation is None:
            same = None if own == language else self.localised(entry, own)
            return LocalisedRecord(
                entry, entry.record, entry.body, own, entry.path, translated=not same, original=same
            )
        record = apply_translation(entry.record, translation.texts)
        outdated = (entry.id, language) in self.outdated
        written = translation if translation.body.strip() else entry
        spoken = language if written is translation else own
        return LocalisedRecord(
            entry, record, written.body, spoken, written.path, translated=True, outdated=outdated
        )

    def title(self, entry: Entry, language: str) -> LangText:
        """Return a record's title in `language`, or in its own."""
        return self.localised(entry, language).record.title

    def referrers(self, id_: str, *relations: str) -> list[Entry]:
        """Return the records that refer to `id_` in one of `relations`, each once, by their files."""
        found = self._referrers.get(id_, {})
        if len(relations) == 1:
            return list(found.get(relations[0], {}).values())
        merged: dict[str, Entry] = {}
        for each in relations or found:
            merged |= found.get(each, {})
        return sorted(merged.values(), key=lambda entry: entry.path)

    @cached_property
    def _referrers(self) -> dict[str, dict[str, dict[str, Entry]]]:
        """Who refers to a record: by its id, by the field, by their own ids."""
        found: dict[str, dict[str, dict[str, Entry]]] = {}
        for id_, links in self.back_links.items():
            of = found[id_] = {}
            for link in links:
                of.setdefault(link.relation, {})[link.entry.id] = link.entry
        return found

    def references_to(self, id_: str) -> tuple[BackLink, ...]:
        """Return every reference to `id_`."""
        return self.back_links.get(id_, ())
