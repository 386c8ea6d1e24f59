"""JSON Schema (draft 2020-12) of every kind of record, from the models, explained in an editor's language.

Editors type YAML, and a YAML reader makes numbers of `2018` and `24782393`: where text is due, the
schema takes numbers too.  An absent value (`key:`) is the same as none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from katalog.i18n import editor_phrases
from katalog.schema.described import all_parts, help_id, label_id
from katalog.schema.records import COLLECTIONS
from katalog.schema.topics import Topic
from katalog.schema.translation import translation_models

if TYPE_CHECKING:
    from katalog.i18n import Phrases
    from katalog.schema.parts import Part

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ID = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
_SHORT_FORMS: dict[str, list[dict[str, Any]]] = {
    "ContactLink": [_ID],
    "Follower": [
        _ID,
        {
            "type": "object",
            "minProperties": 1,
            "maxProperties": 1,
            "propertyNames": _ID,
            "additionalProperties": {"type": ["integer", "null"], "minimum": 1},
        },
    ],
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
    made = model.model_json_schema(mode="validation")
    parts = {part.__name__: part for part in all_parts()}
    _explain(made, COLLECTIONS[collection], phrases)
    for name, definition in made.get("$defs", {}).items():
        _explain(definition, parts[name.removesuffix("Translation")], phrases)
        if name in _SHORT_FORMS:
            made["$defs"][name] = {"anyOf": [definition, *_SHORT_FORMS[name]]}
    made["title"] = phrases(f"collection.{collection}")
    made.pop("description", None)
    relaxed: dict[str, Any] = _relaxed(made)
    return {"$schema": DIALECT} | relaxed


def _explain(definition: dict[str, Any], model: type[Part], phrases: Phrases) -> None:
    """Give every field its name and explanation in words; `model` is the original of a translation's."""
    part = f"part.{model.__name__}"
    definition.pop("description", None)
    if part in phrases:
        definition["title"] = phrases(part)
    for name, field in definition.get("properties", {}).items():
        label, help_ = "field.Translation.translates.label", "field.Translation.translates.help"
        if name in model.model_fields:
            label, help_ = label_id(model, name), help_id(model, name)
        field["title"], field["description"] = phrases(label), phrases(help_)


def _relaxed(schema: Any) -> Any:
    """Let lists be absent, and leave out defaults, which say nothing an editor needs."""
    if isinstance(schema, list):
        return [_relaxed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    made = {
        key: _relaxed(value) for key, value in schema.items() if key != "default" or isinstance(value, dict)
    }
    if made.get("type") == "array":
        made["type"] = ["array", "null"]
        if "maxItems" in made:
            made["maxItems"] = made.pop("maxItems")  # last, as it has been published
    return made


def _topics(phrases: Phrases) -> dict[str, Any]:
    item = Topic.model_json_schema()
    for name, field in item["properties"].items():
        field["title"], field["description"] = phrases(label_id(Topic, name)), phrases(help_id(Topic, name))
    item.pop("title")
    item.pop("description", None)
    return {"$schema": DIALECT, "title": phrases("collection.topics"), "type": "array", "items": item}
