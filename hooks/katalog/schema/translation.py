"""Translation files: the language of a record and nothing else.

The model of a translation is derived from the record's own, so that a new field of text can be
translated the day it is defined, and a fact cannot be stated twice.
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, create_model

from katalog.schema.parts import Part, Texts
from katalog.schema.records import COLLECTIONS, Record
from katalog.schema.scalars import Line, Many, Summary, Text
from katalog.schema.shape import Shape, shapes

NOT_TRANSLATED = frozenset({"source"})


class Translation(Part):
    """The root of a translation: `translates` is the mark of the original it was made from."""

    translates: Line | None = None


@cache
def translation_model(model: type[Part]) -> type[Part]:
    """Return the model of what a translation of `model` may hold."""
    base = Translation if issubclass(model, Record) else Part
    fields: dict[str, Any] = {}
    for shape in shapes(model):
        if (kind := _kind(shape)) is not None:
            fields[shape.name] = kind
    return create_model(f"{model.__name__}Translation", __base__=base, **fields)


def _kind(shape: Shape) -> tuple[Any, Any] | None:
    """Return the type and the default of a field in a translation; nothing for one that is no language."""
    if shape.name in NOT_TRANSLATED:
        return None
    if shape.part:
        return _kind_of_part(translation_model(shape.part), many=shape.many)
    if shape.translated and shape.many:
        return (Texts, ())
    text = Summary if shape.name == "summary" else Text
    return (text | None, None) if shape.translated else None


def _kind_of_part(inner: type[Part], *, many: bool) -> tuple[Any, Any] | None:
    if not inner.model_fields:
        return None
    if not many:
        return (inner | None, None)
    item: Any = Annotated[inner, BeforeValidator(_nothing_to_say)]
    return (Annotated[tuple[item, ...], Many], ())


def _nothing_to_say(value: Any) -> Any:
    return {} if value is None else value


M = TypeVar("M", bound=Part)


def translated(original: M, translation: Part) -> M:
    """Return `original` with the texts of `translation` where it has them; list items pair by position."""
    updates = {}
    for name in type(translation).model_fields:
        new, old = getattr(translation, name), getattr(original, name, None)
        if new and old:
            updates[name] = _replaced(old, new)
        elif new and name in type(original).model_fields:
            updates[name] = new
    return original.model_copy(update=updates)


def _replaced(old: Any, new: Any) -> Any:
    if isinstance(new, Part):
        return translated(old, new)
    if isinstance(new, tuple) and isinstance(old[0], Part):
        return (*(translated(o, n) for o, n in zip(old, new, strict=False)), *old[len(new) :])
    return new


def translation_models() -> dict[str, type[Part]]:
    """Return the translation model of each collection."""
    return {name: translation_model(model) for name, model in COLLECTIONS.items()}
