"""Snippets for VS Code: fields completed and explained in the front matter of Markdown files.

The YAML extension reads schemas for YAML files only, not for front matter in Markdown; snippets need no
extension and work there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from katalog.i18n.phrases import editor_phrases
from katalog.schema.described import all_parts, help_id, label_id, ordered_shapes
from katalog.schema.records import COLLECTIONS

if TYPE_CHECKING:
    from katalog.schema.parts import Part
    from katalog.schema.shape import Shape


def snippets(language: str = "da") -> dict[str, dict[str, object]]:
    """Return VS Code's snippets by name: one for every field of every record and part."""
    say = editor_phrases(language)
    found: dict[str, dict[str, object]] = {}
    owners: dict[str, type[Part]] = {f"collection.{name}": model for name, model in COLLECTIONS.items()}
    owners |= {f"part.{part.__name__}": part for part in all_parts()}
    for owner, model in owners.items():
        for shape in ordered_shapes(model):
            label = say(label_id(model, shape.name))
            found[f"{shape.name} – {say(owner)}"] = {
                "scope": "markdown,yaml",
                "prefix": list(dict.fromkeys([shape.name, label.lower()])),
                "description": f"{label}: {say(help_id(model, shape.name))}",
                "body": _body(shape),
            }
    return found


def _body(shape: Shape) -> list[str]:
    if shape.part:
        return [f"{shape.name}:", "  - $1" if shape.many else "  $1"]
    value = f"${{1|{','.join(shape.choices)}|}}" if shape.choices else "$1"
    return [f"{shape.name}: [{value}]" if shape.many else f"{shape.name}: {value}"]
