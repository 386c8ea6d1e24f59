"""How the form shows a field: what is chosen, picked, uploaded, repeated or written."""

from typing import Any

from msgspec import Struct, structs

from katalog.form.choice_labels import custom_fields, options
from katalog.i18n.phrases import Phrases, capitalised
from katalog.schema.field_introspection import Field
from katalog.schema.field_order import ordered_fields
from katalog.schema.labels import defined_in, help_id, label_id
from katalog.schema.record_parts import Part
from katalog.schema.records import Record
from katalog.schema.translation import translation_model
from katalog.settings.model import Settings

ORIGINAL = "original"
"""The form's name of a record's own language, beside the languages that it is translated into."""

Definition = dict[str, Any]
"""A field as Sveltia CMS has it (https://sveltiacms.app/en/docs/fields)."""

_PARAGRAPHS = {
    "summary", "audience", "prerequisites", "outcomes", "enrolment_note", "goal", "effect", "note", "source",
    "condition", "cancellation", "invoice", "certificate",
}  # fmt: skip
"""Text that may take more than a line."""
_UPLOADS = {"Image.file": "image", "Document.file": "file"}
_PICKED_FROM = {
    frozenset({"contacts"}): "contacts",
    frozenset({"projects"}): "projects",
    frozenset({"libraries", "organisations"}): "institutions",
    frozenset({"courses", "projects"}): "activities",
}
_KNOWN_BY = ("when", "hours", "amount", "id", "title", "name", "label", "person", "library", "field")
"""Which fields a closed item of a list is known by: the first two of these that it has."""
_SHORT = 300
"""How many characters a text may have at most for the form to count them."""


class Words(Struct, frozen=True):
    """What the form speaks: editors' phrases, the site's for values, and the site's own of a collection."""

    editor: Phrases
    site: Phrases
    settings: Settings
    collection: str

    @property
    def custom_fields(self) -> list[dict[str, str]]:
        """The fields that the site adds to the collection."""
        return custom_fields(self.collection, self.site.language, self.settings)


def definitions(model: type[Part], words: Words, *between: Definition) -> list[Definition]:
    """Return the fields of a record or a part: required ones first, rare ones after what stands `between`."""
    fields = [field for field in ordered_fields(model) if field.name != "own" or words.custom_fields]
    common = sorted((field for field in fields if not field.uncommon), key=lambda field: not field.required)
    rare = [field for field in fields if field.uncommon]
    return [
        *(_definition(model, field, words) for field in common),
        *between,
        *(_definition(model, field, words) for field in rare),
    ]


def _definition(model: type[Part], field: Field, words: Words) -> Definition:
    label = words.editor(label_id(model, field.name))
    found = {
        "name": field.name,
        "label": label,
        "hint": words.editor(help_id(model, field.name)),
        "required": [ORIGINAL] if field.required else False,
        "i18n": in_translation(model, field),
    }
    if field.many and not (field.choices or field.ref):
        return found | _list(model, field, label, words)
    return found | _one(model, field, words) | ({"multiple": True} if field.many else {})


def in_translation(model: type[Part], field: Field) -> bool | str:
    """Return what a translation does with a field: has a text of its own, shows the original's, or neither.

    Items of a list pair by position, so that the facts of an item are shown beside its texts.
    """
    if field.name in translation_model(model).__struct_fields__:
        return "duplicate" if field.part else True
    return False if issubclass(model, Record) else "duplicate"


def _list(model: type[Part], field: Field, label: str, words: Words) -> Definition:
    found = {"widget": "list", "label_singular": label, "collapsed": "auto"}
    if field.part is None:
        item = {"name": "item", "label": label, "required": False, "i18n": in_translation(model, field)}
        return found | {"field": item | _one(model, field, words)}
    inner = definitions(field.part, words)
    names = {each["name"] for each in inner}
    known = [f"{{{{{name}}}}}" for name in _KNOWN_BY if name in names][:2]
    single = words.editor(f"part.{field.part.__name__}")
    return found | {"label_singular": single, "summary": " ".join(known), "fields": inner}


def _one(model: type[Part], field: Field, words: Words) -> Definition:
    """Return how one value of a field is shown."""
    place = f"{defined_in(model, field.name)}.{field.name}"
    if field.part:
        return {"widget": "object", "collapsed": "auto", "fields": definitions(field.part, words)}
    if field.choices or place == "OwnValue.field":
        named = options(model, field, words.site, words.settings) if field.choices else words.custom_fields
        return {"widget": "select", "options": named}
    if field.ref and field.ref.collections:
        return _picked(field.ref.collections, words)
    if field.kind == "boolean":
        return _yes_or_no(model, field, words)
    return {"widget": _UPLOADS[place]} if place in _UPLOADS else _written(model, field, words)


def _yes_or_no(model: type[Part], field: Field, words: Words) -> Definition:
    """Return a box to tick, or a list where neither may be said: a box says no of itself.

    A list, as the form loses the first click on buttons in a part that was opened just then.
    """
    default = defaults_of(model)[field.name]
    if default is not None:
        return {"widget": "boolean", "default": default}
    named = {"true": words.editor("diff.yes"), "false": words.editor("diff.no")}
    options_ = [{"label": capitalised(name), "value": value} for value, name in named.items()]
    return {"widget": "select", "dropdown_threshold": 0, "options": options_}


def defaults_of(model: type[Part]) -> dict[str, Any]:
    """Return what the fields of a part hold where nothing is said of them."""
    return {field.name: field.default for field in structs.fields(model)}


def _picked(collections: frozenset[str], words: Words) -> Definition:
    if collections == {"topics"}:
        names = [f"topics.*.name.{each.tag}" for each in words.settings.languages]
        of = {"collection": "topics", "file": "topics", "value_field": "topics.*.id"}
        return {"widget": "relation", "display_fields": names[:1], "search_fields": names} | of
    of = {"collection": _PICKED_FROM[collections], "value_field": "{{slug}}"}
    return {"widget": "relation", "display_fields": ["title"], "search_fields": ["title"]} | of


def _written(model: type[Part], field: Field, words: Words) -> Definition:
    schema = field.scalar.schema if field.scalar else {}
    found: Definition = {"widget": "text" if field.name in _PARAGRAPHS else "string"}
    if (limit := schema.get("maxLength", _SHORT)) < _SHORT:
        found["maxlength"] = limit
    if pattern := schema.get("pattern") or _FORMATS.get(schema.get("format", "")):
        message = words.editor("form.refused", help=words.editor(help_id(model, field.name)))
        found["pattern"] = [_or_nothing(pattern), message]
    return found


_FORMATS = {"email": r"^[^@\s]+@[^@\s]+[.][^@\s]+$"}


def _or_nothing(pattern: str) -> str:
    """Return a pattern as JavaScript writes it, that an empty field fits too."""
    escaped = pattern.replace("/", r"\/")
    return f"/^$|{escaped}/"
