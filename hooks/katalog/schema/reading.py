"""Reading front matter into typed parts, with every fault at once.

A reader takes a value and the language it is in.  It raises `InvalidValueError` for the value itself, or
`InvalidItemsError` for what is wrong inside it.  Readers of parts follow from the types of their fields.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING, Any, TypeVar

from katalog.problems import InvalidValueError
from katalog.schema.choice_words import nearest_choice
from katalog.schema.fields import Field, fields_of
from katalog.schema.presentation import all_parts
from katalog.schema.record_parts import Part
from katalog.schema.records import COLLECTIONS
from katalog.schema.suggest import THEME_KEYS, nearest_key
from katalog.schema.translation import PartTranslation

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from katalog.schema.annotations import ValueReader
    from katalog.source import Loc

    Fault = tuple[Loc, InvalidValueError]

P = TypeVar("P", bound=Part)
_ENDS_AN_ITEM = re.compile(r"[,\[\]{}]|: | #")
"""What ends an item of a list in brackets, so that the item needs quotation marks."""
_FIELD_NAME = re.compile(r"[a-z_]+")
T = TypeVar("T")


class InvalidItemsError(Exception):
    """Faults inside a value: each error, and its path below the value."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(faults)
        self.faults = faults


def faults_of(error: InvalidValueError | InvalidItemsError) -> list[Fault]:
    """Return the faults behind `error`, each with its path below the value that was read."""
    return error.faults if isinstance(error, InvalidItemsError) else [((), error)]


def _below(step: str | int, error: InvalidValueError | InvalidItemsError) -> list[Fault]:
    return [((step, *loc), refused) for loc, refused in faults_of(error)]


@cache
def reader_of(model: type[P]) -> ValueReader[P]:
    """Return the reader of a part."""
    readers = {field.name: _value_reader(field) for field in fields_of(model)}
    required = [field.name for field in fields_of(model) if field.required]

    def read(value: Any, language: str) -> P:
        written = model.expand_shorthand(value)
        if not isinstance(written, dict):
            raise InvalidValueError("field.mapping-expected")
        made: dict[str, Any] = {}
        faults: list[Fault] = [*_unknown_keys(model, written, readers)]
        for key, each in written.items():
            if key in readers and each is not None:  # a field without a value is the same as none
                try:
                    made[key] = readers[key](each, language)
                except (InvalidValueError, InvalidItemsError) as error:
                    faults += _below(key, error)
        faults += [
            ((name,), InvalidValueError("field.missing")) for name in required if written.get(name) is None
        ]
        if faults:
            raise InvalidItemsError(faults)
        return model(**made)

    return read


def _value_reader(field: Field) -> ValueReader[Any]:
    one = _reader_of_one(field)
    items_of = field.part.items_of if field.part else _as_one
    if not field.many:
        return one
    many = reader_of_many(one, field.limit, items_of)
    return _reader_of_one_or(one, many) if field.or_one else many


def _reader_of_one_or(one: ValueReader[Any], many: ValueReader[Any]) -> ValueReader[Any]:
    def read(value: Any, language: str) -> Any:
        return many(value, language) if isinstance(value, list) else (one(value, language),)

    return read


def _as_one(value: str) -> list[str]:
    return [value]


def _reader_of_one(field: Field) -> ValueReader[Any]:
    if field.part:
        return reader_of(field.part)
    if field.scalar:
        return field.scalar.read
    return reader_of_choice(field.choices)


def reader_of_many(
    one: ValueReader[T], limit: int | None, items_of: Callable[[str], list[str]] = _as_one
) -> ValueReader[tuple[T, ...]]:
    """Return the reader of a list of at most `limit` values; `items_of` finds several in one text."""

    def read(value: Any, language: str) -> tuple[T, ...]:
        if not isinstance(value, list):
            raise _not_a_list(value, items_of)
        if limit is not None and len(value) > limit:
            raise InvalidValueError("field.too-many", count=str(len(value)), limit=str(limit))
        try:
            return tuple([one(each, language) for each in value])
        except (InvalidValueError, InvalidItemsError):
            raise InvalidItemsError(_faults_of_items(one, enumerate(value), language)) from None

    return read


def reader_of_mapping(one: ValueReader[T]) -> ValueReader[dict[str, T]]:
    """Return the reader of a mapping with keys of the editor's own, at least one."""

    def read(value: Any, language: str) -> dict[str, T]:
        if not isinstance(value, dict):
            raise InvalidValueError("field.mapping-expected")
        if not value:
            raise InvalidValueError("field.empty")
        try:
            return {key: one(each, language) for key, each in value.items()}
        except (InvalidValueError, InvalidItemsError):
            raise InvalidItemsError(_faults_of_items(one, value.items(), language)) from None

    return read


def _faults_of_items(
    one: ValueReader[Any], items: Iterable[tuple[str | int, Any]], language: str
) -> list[Fault]:
    """Return what is wrong with the items, all of them."""
    faults: list[Fault] = []
    for position, item in items:
        try:
            one(item, language)
        except (InvalidValueError, InvalidItemsError) as error:
            faults += _below(position, error)
    return faults


def _not_a_list(value: Any, items_of: Callable[[str], list[str]]) -> InvalidValueError:
    if isinstance(value, str):
        items = ", ".join(map(_as_item, items_of(value)))
        return InvalidValueError("field.list-not-text", written=value, suggestion=f"[{items}]")
    return InvalidValueError("field.list-not-mapping")


def _as_item(value: str) -> str:
    return f'"{value}"' if _ENDS_AN_ITEM.search(value) and '"' not in value else value


def reader_of_choice(choices: tuple[str, ...]) -> ValueReader[str]:
    """Return the reader of one of some fixed values."""
    known = {choice: choice for choice in choices}

    def read(value: Any, _: str) -> str:
        found = known.get(value) if isinstance(value, str) else None
        if found is None:
            raise not_allowed(value, choices)
        return found

    return read


def not_allowed(value: Any, choices: tuple[str, ...]) -> InvalidValueError:
    """Return what is wrong with a value that is no choice, with the one it most likely stands for."""
    if isinstance(value, list | dict):
        return InvalidValueError(f"field.text-not-{'list' if isinstance(value, list) else 'mapping'}")
    if value is None:
        return InvalidValueError("field.empty")
    allowed = ", ".join(choices)
    if suggestion := nearest_choice(value, choices):
        return InvalidValueError(
            "field.not-allowed-did-you-mean", written=value, allowed=allowed, suggestion=suggestion
        )
    return InvalidValueError("field.not-allowed", written=value, allowed=allowed)


def _unknown_keys(model: type[Part], written: dict[str, Any], known: Collection[str]) -> Iterator[Fault]:
    """Yield what is wrong with the keys of a part that are no fields.

    In `{place: Huset, Torvet 2}` the key `Torvet 2` has no value, and the text before it was cut short by the
    comma: that is said once, of the field before.
    """
    before, cut = "", False
    for key, value in written.items():
        if key in known:
            before, cut = key if isinstance(value, str) else "", False
        elif not before or value is not None or _FIELD_NAME.fullmatch(key) or nearest_key(key, [*known]):
            yield (key,), _unknown_key(model, key)
        elif not cut:
            cut = True
            yield (before,), _cut_at_comma(before, key, written)


def _cut_at_comma(before: str, key: str, written: dict[str, Any]) -> InvalidValueError:
    keys = list(written)
    rest = takewhile(lambda each: written[each] is None, keys[keys.index(key) :])
    text = ", ".join([written[before], *rest])
    quoted = text.replace('"', "'")
    return InvalidValueError(
        "field.cut-at-comma", written=f"{before}: {text}", suggestion=f'{before}: "{quoted}"'
    )


def _unknown_key(model: type[Part], written: str) -> InvalidValueError:
    if written in THEME_KEYS:
        return InvalidValueError("field.theme-field", written=written)
    if issubclass(model, PartTranslation) and written in _every_field():
        return InvalidValueError("translation.fact", written=written)
    return unknown_key(written, [field.name for field in fields_of(model)])


def unknown_key(written: str, known: Collection[str]) -> InvalidValueError:
    """Return what is wrong with a key that is none of the `known`, with the one it most likely stands for."""
    if suggestion := nearest_key(written, known):
        return InvalidValueError("field.unknown-did-you-mean", written=written, suggestion=suggestion)
    return InvalidValueError("field.unknown", written=written)


@cache
def _every_field() -> frozenset[str]:
    """Return the names of all fields of all records and their parts."""
    models = (*COLLECTIONS.values(), *all_parts())
    return frozenset(field.name for model in models for field in fields_of(model))
