"""What values of records look like in words: dates, amounts, names in the editor's language."""

from functools import cache
from typing import Any

from msgspec import Struct

from katalog.diff.version import Version
from katalog.i18n.phrases import Phrases, editor_phrases, site_phrases
from katalog.money import Money, show_money
from katalog.schema.field_introspection import Field
from katalog.schema.field_order import all_models, ordered_fields
from katalog.schema.labels import label_id
from katalog.schema.record_parts import Part
from katalog.when.model import When
from katalog.when.showing import show_when

MOST_VALUES = 4
"""How many values of a part are shown where it stands for itself."""


@cache
def _originals() -> dict[str, type[Part]]:
    """Return the models of records and their parts by name: those of translations have the same fields."""
    return {model.__name__: model for model in all_models()}


class Words(Struct, frozen=True):
    """The words of one editor's language; `editor` explains fields, `site` is what readers see."""

    language: str

    @property
    def editor(self) -> Phrases:
        """What editors read."""
        return editor_phrases(self.language)

    @property
    def site(self) -> Phrases:
        """What readers of the site read."""
        return site_phrases(self.language)

    def label(self, model: type[Part], field: str) -> str:
        """Return a field's name; MkDocs' own settings have no other than that in the file."""
        original = _originals().get(model.__name__.removesuffix("Translation"), model)
        id_ = label_id(original if field in original.__struct_fields__ else model, field)
        return self.editor(id_) if id_ in self.editor else field

    def language_name(self, tag: str) -> str:
        """Return what a language is called."""
        return self.site.language_name(tag)


def show(value: Any, field: Field, part: Part, version: Version, words: Words) -> str:
    """Return one value of a field of `part` in words."""
    match value:
        case When():
            return show_when(value, words.site)
        case Money():
            return show_money(value, words.site)
        case bool():
            return words.editor("diff.yes" if value else "diff.no")
        case dict():
            return " / ".join(value.values())
        case _ if field.part:
            return show_part(value, version, words)
        case _:
            return _text(str(value), field, part, version, words)


def _text(value: str, field: Field, part: Part, version: Version, words: Words) -> str:
    """Return a text as it is, an id as what it names, and a fixed value as readers see it."""
    if field.ref:
        is_topic = "topics" in field.ref.collections
        return version.topic(value, words.language) if is_topic else version.title(value)
    return _choice(value, field, part, words) if field.choices else value


def _choice(value: str, field: Field, part: Part, words: Words) -> str:
    """Return one of a field's fixed values as readers see it, where they do."""
    kind = type(part).__name__.lower()
    ids = (f"{kind}.{field.name}.{value}", f"{field.name}.{value}", f"state.{value}", f"kind.{value}")
    return next((words.site(each) for each in ids if each in words.site), value)


def show_part(part: Part, version: Version, words: Words) -> str:
    """Return the first values of a part that stands for itself: `7. marts 2027, Metodedag`."""
    shown = []
    for field in ordered_fields(type(part)):
        value = getattr(part, field.name)
        if value in (None, (), False, "") or (field.kind == "boolean" and not field.part):
            continue
        shown.append(show_all(value, field, part, version, words))
    return ", ".join(shown[:MOST_VALUES])


def show_all(value: Any, field: Field, part: Part, version: Version, words: Words) -> str:
    """Return a field's value or values in words."""
    values = value if field.many else (value,)
    return "; ".join(show(each, field, part, version, words) for each in values)
