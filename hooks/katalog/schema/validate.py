"""From a source to a typed record, or the problems that stand in the way."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from pydantic import ValidationError

from katalog.problems import Place, Problem, Refused
from katalog.schema.records import COLLECTIONS, Record
from katalog.schema.scalars import COUNTRY_OF_LANGUAGE, Reading, Words
from katalog.schema.shape import shapes
from katalog.schema.suggest import THEME_KEYS, nearest_key, nearest_value
from katalog.schema.translation import Translation, translation_model
from katalog.text import place_of_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from katalog.schema.parts import Part
    from katalog.source import Loc, Source, Tree
    from katalog.text import Link

CODES = {
    "missing": "field.missing",
    "model_type": "field.mapping-expected",
    "model_attributes_type": "field.mapping-expected",
    "too_long": "field.too-many",
}


class Entry(Struct, frozen=True):
    """A record with its id, its collection, its text, and where everything in it stands."""

    id: str
    collection: str
    path: str
    record: Record
    body: Words
    body_line: int
    tree: Tree

    def problem(self, loc: Loc, code: str, **params: str) -> Problem:
        """Return a problem at the place of the value at `loc`."""
        return Problem(self.path, self.tree.place_of(loc), code, params)


class TranslationEntry(Struct, frozen=True):
    """A translation file: which record, into which language, and its texts."""

    id: str
    language: str
    path: str
    texts: Translation
    body: Words
    body_line: int
    tree: Tree


def link_problem(each: Entry | TranslationEntry, link: Link, code: str, **params: str) -> Problem:
    """Return a problem at the place of a link in the text."""
    return Problem(each.path, place_of_link(link, each.body, each.body_line), code, params)


def read_entry(source: Source, id_: str, collection: str) -> tuple[Entry | None, list[Problem]]:
    """Read a record of `collection`."""
    language = _language(source)
    record, problems = _validate(COLLECTIONS[collection], source, language)
    if not isinstance(record, Record):
        return None, problems
    body = Words(source.body, language)
    return Entry(id_, collection, source.path, record, body, source.body_line, source.tree), problems


def _language(source: Source) -> str:
    """Return the record's language; a wrong one is told of as such, and the values read as Danish."""
    stated = source.tree.data.get("language")
    return stated if isinstance(stated, str) and stated in COUNTRY_OF_LANGUAGE else "da"


def read_translation(
    source: Source, id_: str, collection: str, language: str
) -> tuple[TranslationEntry | None, list[Problem]]:
    """Read the translation of record `id_` of `collection` into `language`."""
    texts, problems = _validate(translation_model(COLLECTIONS[collection]), source, language)
    if not isinstance(texts, Translation):
        return None, problems
    body = Words(source.body, language)
    return TranslationEntry(id_, language, source.path, texts, body, source.body_line, source.tree), problems


def _validate(model: type[Part], source: Source, language: str) -> tuple[Part | None, list[Problem]]:
    try:
        return model.model_validate(source.tree.data, context=Reading(language)), []
    except ValidationError as error:
        return None, [
            problem_of(model, source.path, source.tree, each) for each in error.errors(include_url=False)
        ]


def problem_of(model: type[Part], path: str, tree: Tree, error: ErrorDetails) -> Problem:
    """Return the problem of one error of a model, at its place in the file."""
    loc: Loc = error["loc"]
    place = tree.place_of(loc)
    params: dict[str, Any] = {"field": next((each for each in reversed(loc) if isinstance(each, str)), "")}
    code, more = _code_and_params(model, error)
    if code.startswith(("field.unknown", "field.theme-field", "translation.fact")):
        place = tree.key_place(loc)
    elif code == "field.missing":
        place = tree.place_of(loc[:-1]) if len(loc) > 1 else Place(1, 1)
    return Problem(path, place, code, params | more)


def _code_and_params(model: type[Part], error: ErrorDetails) -> tuple[str, dict[str, str]]:
    kind, loc, context = error["type"], error["loc"], error.get("ctx", {})
    refused = context.get("error")
    if isinstance(refused, Refused):
        return refused.code, dict(refused.params)
    if kind == "extra_forbidden":
        return _unknown_key(model, loc)
    if kind == "literal_error":
        return _not_allowed(error)
    if kind == "tuple_type":
        return _not_a_list(error["input"])
    if kind in CODES:
        return CODES[kind], {key: str(value) for key, value in context.items()}
    raise AssertionError(f"no problem code for {kind} at {loc}")


def _not_a_list(value: Any) -> tuple[str, dict[str, str]]:
    if isinstance(value, str):
        return "field.list-not-text", {"written": value, "suggestion": f"[{value}]"}
    return "field.list-not-mapping", {}


def _unknown_key(model: type[Part], loc: Loc) -> tuple[str, dict[str, str]]:
    written = str(loc[-1])
    if written in THEME_KEYS:
        return "field.theme-field", {"written": written}
    if issubclass(model, Translation) and written in every_field():
        return "translation.fact", {"written": written}
    suggestion = nearest_key(model, loc)
    if suggestion:
        return "field.unknown-did-you-mean", {"written": written, "suggestion": suggestion}
    return "field.unknown", {"written": written}


@cache
def every_field() -> frozenset[str]:
    """Return the names of all fields of all records and their parts."""
    names: set[str] = set()
    models: list[type[Part]] = list(COLLECTIONS.values())
    while models:
        found = shapes(models.pop())
        names |= {shape.name for shape in found}
        models += [shape.part for shape in found if shape.part]
    return frozenset(names)


def _not_allowed(error: ErrorDetails) -> tuple[str, dict[str, str]]:
    allowed = tuple(_choices(str(error.get("ctx", {}).get("expected", ""))))
    if isinstance(error.get("input"), list | dict):
        return f"field.text-not-{'list' if isinstance(error['input'], list) else 'mapping'}", {}
    written = str(error.get("input"))
    params = {"written": written, "allowed": ", ".join(allowed)}
    if suggestion := nearest_value(written, allowed):
        return "field.not-allowed-did-you-mean", params | {"suggestion": suggestion}
    return "field.not-allowed", params


def _choices(expected: str) -> Iterator[str]:
    for part in expected.replace(" or ", ", ").split(", "):
        yield part.strip("'")
