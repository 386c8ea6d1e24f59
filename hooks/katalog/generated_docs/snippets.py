"""Snippets for VS Code: fields completed and explained in the front matter of Markdown files.

The YAML extension reads schemas for YAML files only, not for front matter in Markdown; snippets need no
extension and work there.
"""

from collections.abc import Sequence

from katalog.i18n.phrases import editor_phrases
from katalog.schema.field_introspection import Field
from katalog.schema.field_order import all_parts, ordered_fields
from katalog.schema.labels import help_id, label_id
from katalog.schema.record_parts import Part
from katalog.schema.records import COLLECTIONS


def snippets(languages: Sequence[str]) -> dict[str, dict[str, object]]:
    """Return VS Code's snippets by name, in all of the editors' languages: one for every field.

    A field is found by its name, and by what any of the languages calls it.
    """
    first, *others = map(editor_phrases, languages)
    found: dict[str, dict[str, object]] = {}
    owners: dict[str, type[Part]] = {f"collection.{name}": model for name, model in COLLECTIONS.items()}
    owners |= {f"part.{part.__name__}": part for part in all_parts()}
    for owner, model in owners.items():
        for field in ordered_fields(model):
            labels = [each(label_id(model, field.name)) for each in (first, *others)]
            helps = [each(help_id(model, field.name)) for each in (first, *others)]
            found[f"{field.name} – {first(owner)}"] = {
                "scope": "markdown,yaml",
                "prefix": list(dict.fromkeys([field.name, *map(str.lower, labels)])),
                "description": "\n".join(map("{}: {}".format, labels, helps)),
                "body": _body(field),
            }
    return found


def _body(field: Field) -> list[str]:
    if field.part:
        return [f"{field.name}:", "  - $1" if field.many else "  $1"]
    value = f"${{1|{','.join(field.choices)}|}}" if field.choices else "$1"
    return [f"{field.name}: [{value}]" if field.many and not field.or_one else f"{field.name}: {value}"]
