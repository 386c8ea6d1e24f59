"""JSON Schema (draft 2020-12) of every kind of record, from the models, explained in an editor's language.

Editors type YAML, and a YAML reader makes numbers of `2018` and `24782393`: where text is due, the
schema takes numbers too.  An absent value (`key:`) is the same as none.
"""

from copy import deepcopy
from typing import Any

from katalog.i18n.phrases import Phrases, editor_phrases
from katalog.schema.field_introspection import Field, fields_of
from katalog.schema.field_order import all_parts, parts_of
from katalog.schema.labels import help_id, label_id
from katalog.schema.prices import Price
from katalog.schema.record_parts import Part
from katalog.schema.records import COLLECTIONS
from katalog.schema.topics import Topic
from katalog.schema.translation import Translation, translation_models

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ID = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}


def _pair(names: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a single key of the editor's own with its value."""
    one = {"type": "object", "minProperties": 1, "maxProperties": 1}
    return one | {"propertyNames": names, "additionalProperties": values}


_TEXT = {"type": "string"}
_SHORT_FORMS: dict[str, list[dict[str, Any]]] = {
    "Price": [_TEXT, _pair({"not": {"enum": [*Price.__struct_fields__]}}, _TEXT)],
    "Credits": [_TEXT],
    "Registration": [_TEXT],
    "Session": [_TEXT],
    "SectionSetting": [_TEXT],
    "Speaker": [_TEXT],
    "ProgrammeRow": [_TEXT],
    "Online": [{"type": ["string", "boolean"]}],
    "ContactLink": [_ID],
    "OwnValue": [_pair(_ID, {"type": ["string", "number", "boolean"]})],
    "Follower": [_ID, _pair(_ID, {"type": ["integer", "null"], "minimum": 1})],
}


def json_schemas(language: str = "da") -> dict[str, dict[str, Any]]:
    """Return a schema by name: each collection, its translations (`courses.translation`), and `topics`."""
    phrases = editor_phrases(language)
    schemas = {name: _schema(model, name, phrases) for name, model in COLLECTIONS.items()}
    for name, model in translation_models().items():
        schemas[f"{name}.translation"] = _schema(model, name, phrases)
    schemas["topics"] = _topics(phrases)
    return schemas


def _schema(model: type[Part], collection: str, phrases: Phrases) -> dict[str, Any]:
    title = {"title": phrases(f"collection.{collection}")}
    return {"$schema": DIALECT} | schema_of(model, COLLECTIONS[collection], phrases) | title


def schema_of(model: type[Part], original: type[Part], phrases: Phrases) -> dict[str, Any]:
    """Return the schema of a model and of the parts below it; words are those of `original`."""
    parts = {each.__name__: each for each in (*all_parts(), *parts_of(original))}
    definitions = {}
    for part in sorted(parts_of(model), key=lambda each: each.__name__):
        name = part.__name__
        definition = _mapping(part, parts[name.removesuffix("Translation")], phrases)
        forms = _SHORT_FORMS.get(name)
        definitions[name] = {"anyOf": [definition, *forms]} if forms else definition
    return ({"$defs": definitions} if definitions else {}) | _mapping(model, original, phrases)


def _mapping(model: type[Part], original: type[Part], phrases: Phrases) -> dict[str, Any]:
    """Return the schema of a part; words are those of `original`, which differs for a translation."""
    required = [field.name for field in fields_of(model) if field.required]
    part = f"part.{original.__name__}"
    return (
        {"type": "object", "additionalProperties": False}
        | ({"title": phrases(part)} if part in phrases else {})
        | {"properties": {field.name: _field(field, original, phrases) for field in fields_of(model)}}
        | ({"required": required} if required else {})
    )


def _field(field: Field, original: type[Part], phrases: Phrases) -> dict[str, Any]:
    owner = original if field.name in original.__struct_fields__ else Translation
    words = {
        "title": phrases(label_id(owner, field.name)),
        "description": phrases(help_id(owner, field.name)),
    }
    return words | _value(field)


def _value(field: Field) -> dict[str, Any]:
    if field.many:
        limit = {} if field.limit is None else {"maxItems": field.limit}
        items = {"items": _one(field)} | limit
        if field.alone:
            return {"anyOf": [_one(field), {"type": "array"} | items, {"type": "null"}]}
        return {"type": ["array", "null"]} | items
    return {"anyOf": [_one(field), {"type": "null"}]} if field.optional else _one(field)


def _one(field: Field) -> dict[str, Any]:
    if field.part:
        return {"$ref": f"#/$defs/{field.part.__name__}"}
    return deepcopy(field.scalar.schema) if field.scalar else {"type": "string", "enum": list(field.choices)}


def _topics(phrases: Phrases) -> dict[str, Any]:
    item = _mapping(Topic, Topic, phrases)
    return {"$schema": DIALECT, "title": phrases("collection.topics"), "type": "array", "items": item}
