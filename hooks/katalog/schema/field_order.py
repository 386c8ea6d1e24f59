"""How fields are presented to editors: their order, and the parts below."""

from collections.abc import Iterator
from functools import cache

from katalog.schema.field_introspection import Field, fields_of
from katalog.schema.record_parts import Part
from katalog.schema.records import COLLECTIONS, Record
from katalog.schema.translation import Translation

_FIRST = ("translates", "id", "title", "name", "subtitle", "aliases", "language", "kind", "summary", "topics")
_LAST = ("contacts", "image", "source", "redirect_from", "draft")


@cache
def field_order(model: type[Part]) -> tuple[str, ...]:
    """Return a model's fields as a record is best read: what it is, its facts, then what surrounds it."""
    fields = tuple(field.name for field in fields_of(model))
    if not issubclass(model, (Record, Translation)):
        return fields
    first = tuple(name for name in _FIRST if name in fields)
    last = tuple(name for name in _LAST if name in fields)
    return (*first, *(name for name in fields if name not in {*first, *last}), *last)


def ordered_fields(model: type[Part]) -> tuple[Field, ...]:
    """Return a model's fields in the order of `field_order`."""
    found = {field.name: field for field in fields_of(model)}
    return tuple(found[name] for name in field_order(model))


def parts_of(model: type[Part]) -> Iterator[type[Part]]:
    """Yield the parts below a model, each once, in the order they are met."""
    seen: list[type[Part]] = []
    waiting = [model]
    while waiting:
        below = [field.part for field in fields_of(waiting.pop(0)) if field.part]
        fresh = [part for part in dict.fromkeys(below) if part not in seen]
        seen += fresh
        waiting += fresh
    yield from seen


def all_models() -> tuple[type[Part], ...]:
    """Return the models of all records and of their parts."""
    return (*COLLECTIONS.values(), *all_parts())


def all_parts() -> tuple[type[Part], ...]:
    """Return the parts of all records, each once."""
    return tuple(dict.fromkeys(part for model in COLLECTIONS.values() for part in parts_of(model)))
