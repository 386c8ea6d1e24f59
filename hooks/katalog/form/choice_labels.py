"""What editors read where a record holds one of some fixed values: `Aflyst` for `cancelled`."""

from collections.abc import Callable

from katalog.i18n.phrases import Phrases, capitalised
from katalog.schema.field_introspection import Field
from katalog.schema.labels import defined_in
from katalog.schema.record_parts import Part
from katalog.settings.model import Settings

_PHRASES = {
    "Course.kind": "course.kind",
    "Course.form": "course.form",
    "Project.kind": "project.kind",
    "Library.kind": "library.kind",
    "Organisation.kind": "organisation.kind",
    "Session.kind": "session.kind",
    "Document.kind": "document.kind",
    "ContactLink.role": "role",
    "Price.per": "price.per",
    "Price.vat": "price.vat",
    "status": "state",
    "availability": "when",
}
"""The phrases of a field's values: of the field of one part, or of every field with that name."""


def options(model: type[Part], field: Field, phrases: Phrases, settings: Settings) -> list[dict[str, str]]:
    """Return the values of a field with what they are called; `phrases` are those of the site's pages."""
    name = _naming(f"{defined_in(model, field.name)}.{field.name}", field.name, phrases)
    found = [{"label": capitalised(name(value)), "value": value} for value in field.choices]
    if field.name == "kind" and defined_in(model, "kind") == "Course":
        found += [{"label": _own(each.name, phrases.language), "value": each.id} for each in settings.kinds]
    return found


def _naming(place: str, field: str, phrases: Phrases) -> Callable[[str], str]:
    if prefix := _PHRASES.get(place) or _PHRASES.get(field):
        return lambda value: phrases(f"{prefix}.{value}")
    if field in {"language", "languages", "spoken"}:
        return phrases.language_name
    names = phrases.locale.countries if field == "country" else {}
    return lambda value: names.get(value, value)


def _own(names: dict[str, str], language: str) -> str:
    """Return a name of the site's own in a language, or the first there is."""
    return names.get(language) or next(iter(names.values()))


def custom_fields(collection: str, language: str, settings: Settings) -> list[dict[str, str]]:
    """Return the site's own fields of a collection with what they are called."""
    found = settings.custom_fields(collection).values()
    return [{"label": _own(each.name, language), "value": each.id} for each in found]
