"""Translation files: the language of a record and nothing else.

The model of a translation is derived from the record's own, so that a new field of text can be
translated the day it is defined, and a fact cannot be stated twice.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import BeforeValidator, create_model

from katalog.schema.parts import Part, Texts
from katalog.schema.records import COLLECTIONS, Record
from katalog.schema.scalars import Line, ListOf, Many, Summary, Text
from katalog.schema.shape import Shape, shapes

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

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
        if (kind := _kind(shape, model.model_fields[shape.name])) is not None:
            fields[shape.name] = kind
    return create_model(f"{model.__name__}Translation", __base__=base, **fields)


def _kind(shape: Shape, info: FieldInfo) -> tuple[Any, Any] | None:
    if shape.name in NOT_TRANSLATED:
        return None
    if shape.part:
        inner = translation_model(shape.part)
        if not inner.model_fields:
            return None
        item = Annotated[inner, BeforeValidator(_nothing_to_say)]
        return (Annotated[tuple[item, ...], ListOf, Many], ()) if shape.many else (inner | None, None)  # type: ignore[valid-type]
    if not shape.translated:
        return None
    if shape.many:
        return (Texts, ())
    return ((Summary if shape.name == "summary" else Text) | None, None)


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
