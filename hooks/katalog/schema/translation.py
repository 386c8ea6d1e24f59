"""Translation files: the language of a record and nothing else.

The model of a translation is derived from the record's own, so that a new field of text can be
translated the day it is defined, and a fact cannot be stated twice.
"""

from functools import cache
from typing import Annotated, Any, TypeVar, cast

from msgspec import defstruct, structs

from katalog.schema.field_introspection import Field, fields_of
from katalog.schema.record_parts import Part, Texts
from katalog.schema.records import COLLECTIONS, Record
from katalog.schema.value_types import MANY, Line, Summary, Text

NOT_TRANSLATED = frozenset({"source"})


class PartTranslation(Part, frozen=True, kw_only=True):
    """What a translation says of a part."""

    @staticmethod
    def expand_shorthand(value: Any) -> Any:
        """Items pair by position: one without a value has nothing to say."""
        return {} if value is None else value


class Translation(PartTranslation, frozen=True, kw_only=True):
    """The root of a translation: `translates` is the mark of the original it was made from."""

    translates: Line | None = None


@cache
def translation_model(model: type[Part]) -> type[PartTranslation]:
    """Return the model of what a translation of `model` may hold."""
    base = Translation if issubclass(model, Record) else PartTranslation
    found = [(field.name, _field_type(field)) for field in fields_of(model)]
    fields = [(name, *kind) for name, kind in found if kind]
    name = f"{model.__name__}Translation"
    made: Any = defstruct(name, fields, bases=(base,), module=__name__, frozen=True, kw_only=True)
    return cast("type[PartTranslation]", made)


def _field_type(field: Field) -> tuple[Any, Any] | None:
    """Return the type and the default of a field in a translation; nothing for one that is no language."""
    if field.name in NOT_TRANSLATED:
        return None
    if field.part:
        return _part_type(translation_model(field.part), many=field.many)
    if field.translatable and field.many:
        return (Texts, ())
    text = Summary if field.name == "summary" else Text
    return (text | None, None) if field.translatable else None


def _part_type(inner: type[PartTranslation], *, many: bool) -> tuple[Any, Any] | None:
    if not fields_of(inner):
        return None
    part: Any = inner
    return (Annotated[tuple[part, ...], MANY], ()) if many else (part | None, None)


M = TypeVar("M", bound=Part)


def apply_translation(original: M, translation: Part) -> M:
    """Return `original` with the texts of `translation` where it has them; list items pair by position."""
    updates = {}
    for name in type(translation).__struct_fields__:
        new, old = getattr(translation, name), getattr(original, name, None)
        if new and old:
            updates[name] = _replaced(old, new)
        elif new and name in original.__struct_fields__:
            updates[name] = new
    return structs.replace(original, **updates)


def _replaced(old: Any, new: Any) -> Any:
    if isinstance(new, Part):
        return apply_translation(old, new)
    if isinstance(new, tuple) and isinstance(old[0], Part):
        return (*(apply_translation(o, n) for o, n in zip(old, new, strict=False)), *old[len(new) :])
    return new


def translation_models() -> dict[str, type[PartTranslation]]:
    """Return the translation model of each collection."""
    return {name: translation_model(model) for name, model in COLLECTIONS.items()}
