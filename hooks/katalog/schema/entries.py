"""From a source to a typed record, or the problems that stand in the way."""

from collections.abc import Mapping
from typing import Any, TypeVar

from msgspec import Struct

from katalog.i18n.cldr import RECORD_LANGUAGES
from katalog.markdown import Link, position_of_link
from katalog.problems import InvalidValueError, Position, Problem
from katalog.schema.annotations import LangText
from katalog.schema.faults import InvalidItemsError, faults_of, readable_of
from katalog.schema.reading import reader_of
from katalog.schema.record_parts import Part
from katalog.schema.records import COLLECTIONS, Record
from katalog.schema.translation import Translation, translation_model
from katalog.source import Loc, Source, Tree
from katalog.source.yaml_tree import field_at

P = TypeVar("P", bound=Part)


class Entry(Struct, frozen=True):
    """A record with its id, its collection, its text, and where everything in it stands.

    `digest` is that of its file's bytes; nothing where they are not known.
    """

    id: str
    collection: str
    path: str
    record: Record
    body: LangText
    body_line: int
    tree: Tree
    digest: bytes = b""

    @property
    def identity(self) -> str:
        """What the record is known by in calendars, feeds and data for good: the first id it ever had."""
        return self.record.redirect_from[0] if self.record.redirect_from else self.id

    def problem(self, loc: Loc, code: str, **params: str) -> Problem:
        """Return a problem at the place of the value at `loc`."""
        return Problem(self.path, self.tree.position_of(loc), code, params)


class TranslationEntry(Struct, frozen=True):
    """A translation file: which record, into which language, its texts, and the digest of its bytes."""

    id: str
    language: str
    path: str
    texts: Translation
    body: LangText
    body_line: int
    tree: Tree
    digest: bytes = b""


def link_problem(each: Entry | TranslationEntry, link: Link, code: str, **params: str) -> Problem:
    """Return a problem at the place of a link in the text."""
    return Problem(each.path, position_of_link(link, each.body, each.body_line), code, params)


def read_entry(source: Source, id_: str, collection: str) -> tuple[Entry | None, list[Problem]]:
    """Read a record of `collection`; nothing of one with errors."""
    entry, problems = read_partly(source, id_, collection)
    return None if problems else entry, problems


def read_partly(source: Source, id_: str, collection: str) -> tuple[Entry | None, list[Problem]]:
    """Return what can be read of a record of `collection`, without the values that are wrong."""
    language = language_of(source.tree.data)
    record, problems = _validate(COLLECTIONS[collection], source, language)
    if record is None:
        return None, problems
    body = LangText(source.body, language)
    return Entry(id_, collection, source.path, record, body, source.body_line, source.tree), problems


def language_of(data: Mapping[str, Any]) -> str:
    """Return the language that a record states; Danish where it is none, which its field's reader reports."""
    stated = data.get("language")
    return stated if isinstance(stated, str) and stated in RECORD_LANGUAGES else "da"


def read_translation(
    source: Source, id_: str, collection: str, language: str
) -> tuple[TranslationEntry | None, list[Problem]]:
    """Read the translation of record `id_` of `collection` into `language`."""
    texts, problems = _validate(translation_model(COLLECTIONS[collection]), source, language)
    if problems or not isinstance(texts, Translation):
        return None, problems
    body = LangText(source.body, language)
    return TranslationEntry(id_, language, source.path, texts, body, source.body_line, source.tree), problems


def _validate(model: type[P], source: Source, language: str) -> tuple[P | None, list[Problem]]:
    """Return a part, or what can be read of it, and what is wrong with it."""
    try:
        return reader_of(model)(source.tree.data, language), []
    except (InvalidValueError, InvalidItemsError) as error:
        return readable_of(error), problems_of(error, source.path, source.tree)


def problems_of(
    error: InvalidValueError | InvalidItemsError, path: str, tree: Tree, at: Loc = ()
) -> list[Problem]:
    """Return what a reader of the value at `at` found wrong, each fault at its place in the file."""
    return [_problem((*at, *loc), refused, path, tree) for loc, refused in faults_of(error)]


def _problem(loc: Loc, refused: InvalidValueError, path: str, tree: Tree) -> Problem:
    params = {"field": field_at(loc)} | refused.params
    return Problem(path, _position(loc, refused.code, tree), refused.code, params)


_ABOUT_KEYS = (
    "field.unknown", "field.hours-apart", "field.cut-at-comma", "field.theme-field", "settings.language-key",
    "topic.language", "translation.fact",
)  # fmt: skip
"""Beginnings of the codes that are about a key, not about its value."""


def _position(loc: Loc, code: str, tree: Tree) -> Position:
    if code.startswith(_ABOUT_KEYS):
        return tree.key_position(loc)
    if code == "field.missing":
        return tree.position_of(loc[:-1]) if len(loc) > 1 else Position(1, 1)
    return tree.position_of(loc)
