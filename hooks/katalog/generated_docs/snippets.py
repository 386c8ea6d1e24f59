"""Snippets for VS Code: fields completed and explained in the front matter of Markdown files.

The YAML extension reads schemas for YAML files only, not for front matter in Markdown; snippets need no
extension and work there.
"""

from katalog.i18n.phrases import editor_phrases
from katalog.schema.field_introspection import Field
from katalog.schema.field_order import all_parts, ordered_fields
from katalog.schema.labels import help_id, label_id
from katalog.schema.record_parts import Part
from katalog.schema.records import COLLECTIONS


def snippets() -> dict[str, dict[str, object]]:
    """Return VS Code's snippets by name, in Danish: one for every field of every record and part."""
    phrases = editor_phrases("da")
    found: dict[str, dict[str, object]] = {}
    owners: dict[str, type[Part]] = {f"collection.{name}": model for name, model in COLLECTIONS.items()}
    owners |= {f"part.{part.__name__}": part for part in all_parts()}
    for owner, model in owners.items():
        for field in ordered_fields(model):
            label = phrases(label_id(model, field.name))
            found[f"{field.name} – {phrases(owner)}"] = {
                "scope": "markdown,yaml",
                "prefix": list(dict.fromkeys([field.name, label.lower()])),
                "description": f"{label}: {phrases(help_id(model, field.name))}",
                "body": _body(field),
            }
    return found


def _body(field: Field) -> list[str]:
    if field.part:
        return [f"{field.name}:", "  - $1" if field.many else "  $1"]
    value = f"${{1|{','.join(field.choices)}|}}" if field.choices else "$1"
    return [f"{field.name}: [{value}]" if field.many and not field.or_one else f"{field.name}: {value}"]
