"""The documentation of fields, from the models: one page a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from katalog.i18n.phrases import editor_phrases
from katalog.schema.presentation import all_parts, help_id, label_id, ordered_fields
from katalog.schema.records import COLLECTIONS, FOLDERS, Record
from katalog.schema.translation import NOT_TRANSLATED

if TYPE_CHECKING:
    from katalog.i18n.phrases import Phrases
    from katalog.schema.fields import Field
    from katalog.schema.record_parts import Part

FILES = {"da": "felter.md", "sv": "falt.md"}


def field_page(language: str) -> str:
    """Return the page that lists every field of every kind of record."""
    say = editor_phrases(language)
    parts = [f"# {say('fields.title')}\n", f"{say('fields.intro')}\n"]
    for folder, collection in FOLDERS.items():
        model = COLLECTIONS[collection]
        parts += [f"## {say(f'collection.{collection}')}\n", f"`{folder}/`\n", _table(model, say)]
    for part in all_parts():
        parts += [f"## {say(f'part.{part.__name__}')}\n", _table(part, say)]
    return "\n".join(parts)


def _table(model: type[Part], say: Phrases) -> str:
    head = f"| {say('fields.key')} | {say('fields.holds')} | {say('fields.meaning')} |\n| --- | --- | --- |\n"
    return head + "".join(_row(model, field, say) for field in _ordered(model))


def _ordered(model: type[Part]) -> list[Field]:
    """What must be there comes first."""
    return sorted(ordered_fields(model), key=lambda field: not field.required)


def _row(model: type[Part], field: Field, say: Phrases) -> str:
    notes = [say("fields.required")] if field.required else []
    notes += [say("fields.translated")] if _may_be_translated(model, field) else []
    label = say(label_id(model, field.name))
    about = f"**{label}.** {say(help_id(model, field.name))}" + (f" ({', '.join(notes)})" if notes else "")
    return f"| `{field.name}` | {_holds(field, say)} | {about} |\n"


def _may_be_translated(model: type[Part], field: Field) -> bool:
    return field.translated and not (issubclass(model, Record) and field.name in NOT_TRANSLATED)


def _holds(field: Field, say: Phrases) -> str:
    item = _item(field, say)
    return say("fields.type.list", item=item) if field.many else item


def _item(field: Field, say: Phrases) -> str:
    if field.part:
        name = say(f"part.{field.part.__name__}")
        return f"[{name}](#{name.lower().replace(' ', '-').replace(',', '')})"
    if field.choices:
        return ", ".join(f"`{each}`" for each in field.choices)
    return say("fields.type.id") if field.ref else say(f"fields.type.{field.kind}")
