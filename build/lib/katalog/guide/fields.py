"""The documentation of fields, from the models: one page a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from katalog.i18n.phrases import editor_phrases
from katalog.schema.described import all_parts, help_id, label_id, ordered_shapes
from katalog.schema.records import COLLECTIONS, FOLDERS, Record
from katalog.schema.translation import NOT_TRANSLATED

if TYPE_CHECKING:
    from katalog.i18n.phrases import Phrases
    from katalog.schema.parts import Part
    from katalog.schema.shape import Shape

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
    return head + "".join(_row(model, shape, say) for shape in _ordered(model))


def _ordered(model: type[Part]) -> list[Shape]:
    """What must be there comes first."""
    return sorted(ordered_shapes(model), key=lambda shape: not shape.required)


def _row(model: type[Part], shape: Shape, say: Phrases) -> str:
    notes = [say("fields.required")] if shape.required else []
    notes += [say("fields.translated")] if _may_be_translated(model, shape) else []
    label = say(label_id(model, shape.name))
    about = f"**{label}.** {say(help_id(model, shape.name))}" + (f" ({', '.join(notes)})" if notes else "")
    return f"| `{shape.name}` | {_holds(shape, say)} | {about} |\n"


def _may_be_translated(model: type[Part], shape: Shape) -> bool:
    return shape.translated and not (issubclass(model, Record) and shape.name in NOT_TRANSLATED)


def _holds(shape: Shape, say: Phrases) -> str:
    item = _item(shape, say)
    return say("fields.type.list", item=item) if shape.many else item


def _item(shape: Shape, say: Phrases) -> str:
    if shape.part:
        name = say(f"part.{shape.part.__name__}")
        return f"[{name}](#{name.lower().replace(' ', '-').replace(',', '')})"
    if shape.choices:
        return ", ".join(f"`{each}`" for each in shape.choices)
    return say("fields.type.id") if shape.ref else say(f"fields.type.{shape.kind}")
