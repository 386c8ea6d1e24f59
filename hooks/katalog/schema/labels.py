"""What fields are called: the message ids of their names in words, and which field a name stands for."""

from functools import cache
from inspect import get_annotations

from katalog.i18n.phrases import EDITOR_LANGUAGES, editor_phrases
from katalog.schema.field_introspection import fields_of
from katalog.schema.record_parts import Part
from katalog.schema.suggest import folded


def defined_in(model: type[Part], field: str) -> str:
    """Return the name of the class that defines a field: `Record` for what all records share."""
    return next(each.__name__ for each in model.__mro__ if field in get_annotations(each))


def label_id(model: type[Part], field: str) -> str:
    """Return the message id of a field's name in words."""
    return f"field.{defined_in(model, field)}.{field}.label"


def help_id(model: type[Part], field: str) -> str:
    """Return the message id of a field's explanation."""
    return f"field.{defined_in(model, field)}.{field}.help"


@cache
def fields_by_label(model: type[Part]) -> dict[str, str]:
    """Return the field that each name in words stands for, in the languages of editors."""
    fields = [field.name for field in fields_of(model)]
    named = [(editor_phrases(language), field) for language in EDITOR_LANGUAGES for field in fields]
    return {
        folded(phrases(label)): field
        for phrases, field in named
        if (label := label_id(model, field)) in phrases
    }
