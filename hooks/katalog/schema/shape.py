"""What the models say of themselves: which fields hold language, references and further parts.

Everything that follows from a field's type (translation files, reference checks) is read off here.
"""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from msgspec import Struct

from katalog.schema.parts import Part
from katalog.schema.scalars import Ref, Translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from katalog.source import Loc


class Shape(Struct, frozen=True):
    """A field: `many` values or one, of text that is `translated`, of a `ref`, or of a `part`."""

    name: str
    many: bool = False
    translated: bool = False
    ref: Ref | None = None
    part: type[Part] | None = None


@cache
def shapes(model: type[Part]) -> tuple[Shape, ...]:
    """Return the shape of every field of a model, in the order of their definition."""
    return tuple(_shape(name, model) for name in model.model_fields)


def _shape(name: str, model: type[Part]) -> Shape:
    info = model.model_fields[name]
    found: dict[str, Any] = {}
    _look(Annotated[info.annotation, "", *info.metadata], found)
    return Shape(name, **found)


def _look(annotation: Any, found: dict[str, Any]) -> None:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        for note in arguments[1:]:
            if isinstance(note, Translated):
                found["translated"] = True
            elif isinstance(note, Ref):
                found["ref"] = note
        _look(arguments[0], found)
    elif origin is tuple:
        found["many"] = True
        _look(arguments[0], found)
    elif origin in {Union, UnionType}:
        for argument in arguments:
            _look(argument, found)
    elif isinstance(annotation, type) and issubclass(annotation, Part):
        found["part"] = annotation


@cache
def _leading_on(model: type[Part]) -> tuple[Shape, ...]:
    """Return the shapes that are references, or may hold some."""
    return tuple(shape for shape in shapes(model) if shape.ref or (shape.part and _leading_on(shape.part)))


def references(part: Part, at: Loc = ()) -> Iterator[tuple[Loc, str, Ref]]:
    """Yield the place, the id and the kind of every reference a record makes."""
    for shape in _leading_on(type(part)):
        value = getattr(part, shape.name)
        if value is None:
            continue
        items = enumerate(value) if shape.many else ((None, value),)
        for position, item in items:
            loc = (*at, shape.name) if position is None else (*at, shape.name, position)
            if shape.ref:
                yield loc, item, shape.ref
            else:
                yield from references(item, loc)
