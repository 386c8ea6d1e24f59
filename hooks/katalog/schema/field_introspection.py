"""The fields of the models, read off their annotations: type, language, references and further parts.

Everything that follows from a field's type (its reader, translation files, checks of references, JSON
Schema, the documentation of fields) is read off here.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from msgspec import NODEFAULT, Struct, structs

from katalog.money import Money
from katalog.schema.annotations import Choices, MaxItems, OrOne, Ref, Scalar, Translatable, Uncommon
from katalog.schema.record_parts import Part
from katalog.source import Loc
from katalog.when.model import When

Kind = Literal["text", "date", "money", "boolean", "number", "names"]
_KINDS: dict[Any, Kind] = {
    When: "date", Money: "money", bool: "boolean", int: "number", float: "number", Decimal: "number",
    dict[str, str]: "names",
}  # fmt: skip


class Field(Struct, frozen=True):
    """A field: what one value is (a `scalar`, one of `choices` or a `part`), and whether it holds `many`.

    `optional` is one value that may be absent, `limit` how many there may be; `translatable` marks text
    that a translation may replace, `ref` an id of another record, `uncommon` what few records need,
    `or_one` a list that most often has one value, which is then written alone.
    """

    name: str
    required: bool
    optional: bool = False
    many: bool = False
    limit: int | None = None
    kind: Kind = "text"
    scalar: Scalar | None = None
    choices: tuple[str, ...] = ()
    part: type[Part] | None = None
    translatable: bool = False
    ref: Ref | None = None
    uncommon: bool = False
    or_one: bool = False

    @property
    def alone(self) -> bool:
        """Whether one value may stand for a list of it: none that may hold several, as texts and names do."""
        return self.many and bool(self.part.alone if self.part else self.choices or self.ref)


@cache
def fields_of(model: type[Part]) -> tuple[Field, ...]:
    """Return the fields of a model, in the order of their definition."""
    return tuple(_field_of(field) for field in structs.fields(model))


def _field_of(field: structs.FieldInfo) -> Field:
    found: dict[str, Any] = {}
    _inspect(field.type, found)
    return Field(field.name, required=field.default is NODEFAULT, **found)


def _inspect(annotation: Any, found: dict[str, Any]) -> None:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        found |= dict(map(_annotation, annotation.__metadata__))
        _inspect(arguments[0], found)
    elif origin is tuple:
        found["many"] = True
        _inspect(arguments[0], found)
    elif origin in {Union, UnionType}:
        found["optional"] = True
        _inspect(next(each for each in arguments if each is not NoneType), found)
    elif origin is Literal:
        found["choices"] = arguments
    elif isinstance(annotation, type) and issubclass(annotation, Part):
        found["part"] = annotation
    else:
        found["kind"] = _KINDS.get(annotation, "text")


_FLAGS: dict[type, str] = {Translatable: "translatable", OrOne: "or_one", Uncommon: "uncommon"}


def _annotation(note: Any) -> tuple[str, Any]:
    """Return what a mark beside a type says of the field."""
    match note:
        case MaxItems():
            return "limit", note.limit
        case Ref():
            return "ref", note
        case Scalar():
            return "scalar", note
        case Choices():
            return "choices", note.values
        case _ if type(note) in _FLAGS:
            return _FLAGS[type(note)], True
        case _:
            raise TypeError(f"{note!r} says nothing of a field")


@cache
def _part_fields(model: type[Part]) -> tuple[Field, ...]:
    return tuple(field for field in fields_of(model) if field.part)


def parts_in(part: Part, at: Loc = ()) -> Iterator[tuple[Loc, Part]]:
    """Yield a part and every part below it, each with its path (`at` and further)."""
    yield at, part
    for field in _part_fields(type(part)):
        value = getattr(part, field.name)
        if field.many:
            for number, item in enumerate(value):
                yield from parts_in(item, (*at, field.name, number))
        elif value is not None:
            yield from parts_in(value, (*at, field.name))


@cache
def _reference_fields(model: type[Part]) -> tuple[Field, ...]:
    """Return the fields that are references, or hold parts with some."""
    return tuple(
        field for field in fields_of(model) if field.ref or (field.part and _reference_fields(field.part))
    )


def references(part: Part, at: Loc = ()) -> Iterator[tuple[Loc, str, Ref]]:
    """Yield every reference below `part`: its path (`at` and further), the id, and what it may refer to."""
    for field in _reference_fields(type(part)):
        value = getattr(part, field.name)
        if value is None:
            continue
        items = enumerate(value) if field.many else ((None, value),)
        for position, item in items:
            loc = (*at, field.name) if position is None else (*at, field.name, position)
            if field.ref:
                yield loc, item, field.ref
            else:
                yield from references(item, loc)
