"""The documentation of fields, from the models: one page a language."""

from collections.abc import Iterable

from katalog.i18n.phrases import Phrases, editor_phrases
from katalog.schema.field_introspection import Field
from katalog.schema.field_order import all_parts, ordered_fields
from katalog.schema.labels import help_id, label_id
from katalog.schema.record_parts import Part
from katalog.schema.records import COLLECTIONS, RECORD_FOLDERS
from katalog.schema.translation import NOT_TRANSLATED

FILES = {"da": "felter.md", "sv": "falt.md"}


def field_page(language: str) -> str:
    """Return the page that lists every field of every kind of record."""
    phrases = editor_phrases(language)
    parts = [f"# {phrases('fields.title')}\n", f"{phrases('fields.intro')}\n"]
    for folder, collection in RECORD_FOLDERS.items():
        model = COLLECTIONS[collection]
        parts += [f"## {phrases(f'collection.{collection}')}\n", f"`{folder}/`\n"]
        parts.append(field_tables(model, phrases))
    for part in all_parts():
        parts += [f"## {phrases(f'part.{part.__name__}')}\n", field_tables(part, phrases)]
    return "\n".join(parts)


def field_tables(model: type[Part], phrases: Phrases) -> str:
    """Return what a model holds: what must be there first, what few records need in a table of its own."""
    fields = sorted(ordered_fields(model), key=lambda field: not field.required)
    common = _table(model, [field for field in fields if not field.uncommon], phrases)
    rest = [field for field in fields if field.uncommon]
    return f"{common}\n{phrases('fields.uncommon')}\n\n{_table(model, rest, phrases)}" if rest else common


def _table(model: type[Part], fields: Iterable[Field], phrases: Phrases) -> str:
    titles = " | ".join(phrases(f"fields.{name}") for name in ("key", "holds", "meaning"))
    rows = "".join(_row(model, field, phrases) for field in fields)
    return f"| {titles} |\n| --- | --- | --- |\n{rows}"


def _row(model: type[Part], field: Field, phrases: Phrases) -> str:
    notes = [phrases("fields.required")] if field.required else []
    notes += [phrases("fields.translated")] if field.translatable and field.name not in NOT_TRANSLATED else []
    label = phrases(label_id(model, field.name))
    about = f"**{label}.** {phrases(help_id(model, field.name))}" + (
        f" ({', '.join(notes)})" if notes else ""
    )
    return f"| `{field.name}` | {_holds(field, phrases)} | {about} |\n"


def _holds(field: Field, phrases: Phrases) -> str:
    item = _item(field, phrases)
    if field.alone:
        return phrases("fields.type.one-or-list", item=item)
    return phrases("fields.type.list", item=item) if field.many else item


def _item(field: Field, phrases: Phrases) -> str:
    if field.part:
        name = phrases(f"part.{field.part.__name__}")
        return f"[{name}](#{name.lower().replace(' ', '-').replace(',', '')})"
    if field.choices:
        return ", ".join(f"`{each}`" for each in field.choices)
    return phrases("fields.type.id") if field.ref else phrases(f"fields.type.{field.kind}")
