"""Reading front matter into typed parts, with every fault at once.

A reader takes a value and the language it is in.  It raises `InvalidValueError` for the value itself, or
`InvalidItemsError` for what is wrong inside it.  Readers of parts follow from the types of their fields.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import takewhile
from typing import Any, TypeVar

from katalog.problems import InvalidValueError
from katalog.schema.advice import (
    is_no_text,
    misnamed_key,
    missing,
    not_a_label,
    not_a_list,
    not_a_mapping,
    refuse_quoted,
)
from katalog.schema.annotations import ValueReader, text_of
from katalog.schema.choice_words import choice_before_more, choice_meant, nearest_choice, says_moved
from katalog.schema.faults import Fault, InvalidItemsError, faults_of, readable_of
from katalog.schema.field_introspection import Field, fields_of
from katalog.schema.field_order import all_models
from katalog.schema.made_in_part import made_in_part
from katalog.schema.record_parts import Part
from katalog.schema.suggest import THEME_KEYS, nearest_key
from katalog.schema.translation import PartTranslation

P = TypeVar("P", bound=Part)
_WHOLE_NUMBER = re.compile(r"[+-]?\d[\d.]*")
_FIELD_NAME = re.compile(r"[a-z_]+")
T = TypeVar("T")
K = TypeVar("K", str, int)


def _below(step: str | int, error: InvalidValueError | InvalidItemsError) -> list[Fault]:
    return [((step, *loc), refused) for loc, refused in faults_of(error)]


@cache
def reader_of(model: type[P]) -> ValueReader[P]:
    """Return the reader of a part."""
    readers = {field.name: _value_reader(field) for field in fields_of(model)}
    required = [field.name for field in fields_of(model) if field.required]

    def read(value: Any, language: str) -> P:
        refuse_quoted(value)
        written = model.expand_shorthand(value)
        if not isinstance(written, dict):
            raise not_a_mapping(model, written)
        if labelled := not_a_label(model, written, readers):
            raise labelled
        faults = [*_unknown_keys(model, written, readers, language)]
        cut = {loc[0] for loc, fault in faults if fault.code == "field.cut-at-comma"}
        misnamed = {fault.params.get("suggestion", "").partition(":")[0] for _, fault in faults}
        stated = (  # a field without a value is the same as none
            (key, each, readers[key])
            for key, each in written.items()
            if key in readers and key not in cut and each is not None
        )
        wrong, made = _read_each(stated, language)
        faults += wrong
        faults += [
            ((name,), missing(model, name, written))
            for name in required
            if written.get(name) is None and name not in misnamed
        ]
        if faults:
            raise InvalidItemsError(faults, made_in_part(model, made, language))
        return model(**made)

    return read


def _value_reader(field: Field) -> ValueReader[Any]:
    one = _reader_of_one(field)
    if not field.many:
        return one
    many = reader_of_many(one, field.limit, _items_of(field))
    return _reader_of_one_or(one, many, _items_of(field)) if field.alone else many


def _items_of(field: Field) -> Callable[[str], list[str]]:
    """Return what finds the items of a list in one text."""
    if field.part:
        return field.part.items_of
    if field.choices:
        return _in_words(field.choices)
    return _as_one if field.translatable else _in_commas


def _reader_of_one_or(
    one: ValueReader[Any], many: ValueReader[Any], items_of: Callable[[str], list[str]]
) -> ValueReader[Any]:
    """Return the reader of a list, or of its one item alone; what is wrong is told with the list meant."""

    def read(value: Any, language: str) -> Any:
        if not isinstance(value, str) or "\n" in value.strip() or items_of(value) != [value.strip()]:
            return many(value, language)
        try:
            return (one(value, language),)
        except (InvalidValueError, InvalidItemsError) as error:
            if any(map(is_no_text, faults_of(error))):
                return many(value, language)
            readable = readable_of(error)
            raise InvalidItemsError(faults_of(error), None if readable is None else (readable,)) from None

    return read


def _in_commas(value: str) -> list[str]:
    return [item for each in value.split(",") if (item := each.strip())] or [value]


def _in_words(choices: tuple[str, ...]) -> Callable[[str], list[str]]:
    """Return what finds several choices in a text: `dansk og engelsk`, but not in `online og på stedet`."""

    def items_of(value: str) -> list[str]:
        found = (
            [value] if choice_meant(value, choices) else re.split(r"[,;/&+]| (?:og|och|and|eller|or) ", value)
        )
        return [item for each in found if (item := each.strip())] or [value]

    return items_of


def _as_one(value: str) -> list[str]:
    return [value]


def _reader_of_one(field: Field) -> ValueReader[Any]:
    if field.part:
        return reader_of(field.part)
    if field.scalar and field.ref:
        return _reader_of_id(field.scalar.read, ",".join(sorted(field.ref.collections)))
    if field.scalar:
        return field.scalar.read
    return reader_of_choice(field.choices)


def _reader_of_id(read: ValueReader[Any], collections: str) -> ValueReader[Any]:
    """Return a reader of an id that says where its record would stand: a name there may be what is meant."""

    def named(value: Any, language: str) -> Any:
        try:
            return read(value, language)
        except InvalidValueError as error:
            raise InvalidValueError(error.code, **error.params, collections=collections) from None

    return named


def reader_of_many(
    one: ValueReader[T], limit: int | None, items_of: Callable[[str], list[str]] = _as_one
) -> ValueReader[tuple[T, ...]]:
    """Return the reader of a list of at most `limit` values; `items_of` finds several in one text."""

    def read(value: Any, language: str) -> tuple[T, ...]:
        if not isinstance(value, list):
            raise not_a_list(value, one, items_of, language)
        if limit is not None and len(value) > limit:
            raise InvalidValueError("field.too-many", count=str(len(value)), limit=str(limit))
        try:
            return tuple([one(each, language) for each in value])
        except (InvalidValueError, InvalidItemsError):
            items = ((position, each, one) for position, each in enumerate(value))
            faults, readable = _read_each(items, language)
            whole = tuple(readable.values()) if len(readable) == len(value) else None
            raise InvalidItemsError(faults, whole) from None

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
            items = ((key, each, one) for key, each in value.items())
            raise InvalidItemsError(*_read_each(items, language)) from None

    return read


def _read_each(
    items: Iterable[tuple[K, Any, ValueReader[Any]]], language: str
) -> tuple[list[Fault], dict[K, Any]]:
    """Return what is wrong with values, all of them, and those that can be read, each by its reader."""
    faults: list[Fault] = []
    readable: dict[K, Any] = {}
    for position, item, read in items:
        try:
            readable[position] = read(item, language)
        except (InvalidValueError, InvalidItemsError) as error:
            faults += _below(position, error)
            if (part := readable_of(error)) is not None:
                readable[position] = part
    return faults, readable


def reader_of_choice(choices: tuple[str, ...]) -> ValueReader[str]:
    """Return the reader of one of some fixed values."""

    def read(value: Any, _: str) -> str:
        if value in choices:
            return str(value)
        if (text := text_of(value)) in choices:
            return text
        raise not_allowed(text, choices)

    return read


def not_allowed(value: str, choices: tuple[str, ...]) -> InvalidValueError:
    """Return what is wrong with a text that is no choice, with the one it most likely stands for."""
    if "postponed" in choices and says_moved(value):
        return InvalidValueError("field.moved", written=value)
    allowed = ", ".join(choices)
    if suggestion := nearest_choice(value, choices):
        return InvalidValueError(
            "field.not-allowed-did-you-mean", written=value, allowed=allowed, suggestion=suggestion
        )
    if more := choice_before_more(value, choices):
        return InvalidValueError("field.more-than-a-value", written=value, suggestion=more)
    code = "field.no-status" if "cancelled" in choices else "field.not-allowed"
    return InvalidValueError(code, written=value, allowed=allowed)


def _unknown_keys(
    model: type[Part], written: dict[str, Any], known: Mapping[str, ValueReader[Any]], language: str
) -> Iterator[Fault]:
    """Yield what is wrong with the keys of a part that are no fields.

    In `{place: Huset, Torvet 2}` the key `Torvet 2` has no value, and the text before it was cut short by the
    comma: that is said once, of the field before.
    """
    before, cut = "", False
    for key, value in written.items():
        if key in known:
            before, cut = key if isinstance(value, str) else "", False
        elif not before or value is not None or _FIELD_NAME.fullmatch(key) or nearest_key(key, [*known]):
            yield from _unknown_key(model, key, written, known, language)
        elif not cut:
            cut = True
            yield (before,), _cut_at_comma(before, key, written)


def _cut_at_comma(before: str, key: str, written: dict[str, Any]) -> InvalidValueError:
    keys = list(written)
    rest = takewhile(lambda each: written[each] is None, keys[keys.index(key) :])
    decimals = bool(_WHOLE_NUMBER.fullmatch(written[before]))  # "1.250,50 kr.", "56,8793"
    text = ("," if decimals else ", ").join([written[before], *rest])
    quoted = text.replace('"', "'")
    return InvalidValueError(
        "field.cut-at-comma", written=f"{before}: {text}", suggestion=f'{before}: "{quoted}"'
    )


def _unknown_key(
    model: type[Part],
    key: str,
    written: dict[str, Any],
    known: Mapping[str, ValueReader[Any]],
    language: str,
) -> list[Fault]:
    if key in THEME_KEYS:
        return [((key,), InvalidValueError("field.theme-field", written=key))]
    if issubclass(model, PartTranslation) and key in _every_field():
        return [((key,), InvalidValueError("translation.fact", written=key))]
    return misnamed_key(model, key, written, known, language)


def unknown_key(written: str, known: Collection[str]) -> InvalidValueError:
    """Return what is wrong with a key that is none of the `known`, with the one it most likely stands for."""
    if suggestion := nearest_key(written, known):
        return InvalidValueError("field.unknown-did-you-mean", written=written, suggestion=suggestion)
    return InvalidValueError("field.unknown", written=written)


@cache
def _every_field() -> frozenset[str]:
    """Return the names of all fields of all records and their parts."""
    return frozenset(field.name for model in all_models() for field in fields_of(model))
