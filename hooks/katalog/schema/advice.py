"""Advice that is right when it is followed: a value as it would be after every suggestion about it."""

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from katalog.problems import InvalidValueError
from katalog.schema.annotations import ValueReader
from katalog.schema.faults import Fault, InvalidItemsError, faults_of
from katalog.schema.field_introspection import fields_of
from katalog.schema.labels import fields_by_label
from katalog.schema.record_parts import Part
from katalog.schema.suggest import folded, keys_by_any_word, nearest_key, nearest_value
from katalog.source import KatalogHandler, RecordError
from katalog.source.yaml_text import text_in_line

_STEPS = 4
"""How many suggestions are followed, one after the other."""
_DASHED = re.compile(r"^[-–—•●▪◦·*]\s*(?=\w)")
"""What begins an item of a list, where no blank stands behind it or it is no hyphen."""
_COLLECTION = re.compile(r"\{.+: .+\}|\[.+\]", re.DOTALL)
_ENDS_AN_ITEM = re.compile(r"[,\[\]{}]|: | #")
"""What ends an item of a list in brackets, so that the item needs quotation marks."""


def advised(read: ValueReader[Any], value: Any, language: str) -> tuple[Any, list[Fault]]:
    """Return a value after what is suggested for it, and what is wrong with it even then."""
    for _ in range(_STEPS):
        try:
            read(value, language)
        except (InvalidValueError, InvalidItemsError) as error:
            faults = faults_of(error)
            loc, first = faults[0]
            suggestion = first.params.get("suggestion")
            of_all = not loc or first.params.get("written") == value  # or of the one field it is short for
            if len(faults) > 1 or suggestion is None or not of_all:
                return value, faults
            value = _value_of(suggestion)
        else:
            return value, []
    return value, []


def not_a_list(
    value: Any, one: ValueReader[Any], items_of: Callable[[str], list[str]], language: str
) -> InvalidValueError | InvalidItemsError:
    """Return what is wrong with a value that should be a list, with the list that is meant."""
    if not isinstance(value, str):
        return _not_a_mapping_of_items(value, one, language)
    refuse_quoted(value)
    texts = [each for item in _marked(value) or items_of(value) for each in _several(one, item, language)]
    found = [advised(one, item, language) for item in texts]
    items = ", ".join(inline(item) for item, _ in found)
    error = InvalidValueError("field.list-not-text", written=value, suggestion=f"[{items}]")
    faults = [((), fault) for _, rest in found for _, fault in rest]
    return InvalidItemsError([((), error), *faults]) if faults else error


def _not_a_mapping_of_items(value: Any, one: ValueReader[Any], language: str) -> InvalidValueError:
    """Return that a list is meant, of the one item that the fields are or of one for each of them."""
    each = [{key: value[key]} for key in value] if isinstance(value, dict) else []
    for items in ([value], each):
        if items and not any(advised(one, item, language)[1] for item in items):
            suggestion = f"[{', '.join(map(inline, items))}]"
            return InvalidValueError("field.list-not-mapping-did-you-mean", suggestion=suggestion)
    return InvalidValueError("field.list-not-mapping")


def _several(one: ValueReader[Any], item: str, language: str) -> list[str]:
    """Return the dates that one text holds, or the text."""
    fault = next((fault for _, fault in advised(one, item, language)[1]), None)
    return fault.params["days"].split(", ") if fault and fault.code == "date.several-days" else [item]


def _marked(value: str) -> list[str]:
    """Return the lines of a text, or what begins with the mark it begins with: `• læse • skrive`."""
    if "\n" in value.strip():
        return [item for line in value.splitlines() if (item := _DASHED.sub("", line.strip()).strip())]
    if not (found := _DASHED.match(value)):
        return []
    parts = re.split(rf"(?:^|\s){re.escape(found[0][0])}\s*", value)
    return [item for each in parts if (item := each.strip())]


def is_no_text(fault: Fault) -> bool:
    """Tell advice to write several dates or fields, which only an item of a list can be."""
    return "days" in fault[1].params or ": " in fault[1].params.get("suggestion", "")


def refuse_quoted(value: Any) -> None:
    """Raise `InvalidValueError` for fields or a list in quotation marks, which make a text of them."""
    if not isinstance(value, str) or not _COLLECTION.fullmatch(value.strip()):
        return
    if isinstance(_value_of(value), dict | list):
        raise InvalidValueError("field.quoted", written=value)


def not_a_mapping(part: type[Part], value: Any) -> InvalidValueError:
    """Return what is wrong with a text that should be fields, with the fields that are meant."""
    meant = part.fields_meant(value) if isinstance(value, str) else None
    if meant is None and isinstance(value, str) and ": " in value:
        meant = part.fields_labelled(*value.split(": ", 1))
    if meant is None and part.words_in and isinstance(value, str):
        note = f"{part.words_in}: {inline(value)}"
        return InvalidValueError(part.words_code, written=value, note=note)
    if meant is None:
        return InvalidValueError("field.mapping-expected")
    return InvalidValueError("field.mapping-expected-did-you-mean", written=value, suggestion=inline(meant))


def not_a_label(
    model: type[Part], written: Mapping[str, Any], known: Mapping[str, ValueReader[Any]]
) -> InvalidValueError | None:
    """Return what is wrong with a single key that is no field but a text, with the fields that are meant."""
    [(key, value), *others] = [*written.items(), ("", None)]
    if len(others) != 1 or not isinstance(value, str) or key in known or nearest_key(key, [*known]):
        return None
    if (meant := model.fields_labelled(key, value)) is None:
        return None
    return InvalidValueError(
        "field.mapping-expected-did-you-mean", written=f"{key}: {value}", suggestion=inline(meant)
    )


def missing(model: type[Part], name: str, written: Mapping[str, Any]) -> InvalidValueError:
    """Return that a field is missing, with what it most likely is."""
    if meant := model.meant_by_others(name, written):
        return InvalidValueError("field.missing-did-you-mean", suggestion=f"{name}: {meant}")
    return InvalidValueError("field.missing")


def misnamed_key(
    model: type[Part],
    key: str,
    written: Mapping[str, Any],
    readers: Mapping[str, ValueReader[Any]],
    language: str,
) -> list[Fault]:
    """Return what is wrong with a key that is no field, and with its value under the one that is meant."""
    if _DASHED.match(key):
        return [((key,), _dashed(key, written[key]))]
    if whole := model.hours_beside(key, written):
        params = {"written": f"{key}: {written[key]}", "whole": whole}
        return [((key,), InvalidValueError("field.hours-apart", **params))]
    known = [name for name in readers if written.get(name) is None]
    of_word = _field_of_word(model, key, known)
    if of_word is None and (faults := _of_a_part(model, key, written, readers, language)):
        return faults
    meant, value = of_word or nearest_value(key, known), written[key]
    if meant is None:
        return [((key,), InvalidValueError("field.unknown", written=key))]
    return _under(meant, key, value, readers, language)


def _field_of_word(model: type[Part], key: str, known: Collection[str]) -> str | None:
    """Return the one of the `known` fields that a word stands for, such as its name in words."""
    word = folded(key)
    meant = (*keys_by_any_word().get(word, ()), fields_by_label(model).get(word))
    return next((each for each in meant if each in known), None)


def _under(
    meant: str, key: str, value: Any, readers: Mapping[str, ValueReader[Any]], language: str
) -> list[Fault]:
    """Return what is wrong with a key that should be `meant`, and with its value there."""
    right, faults = advised(readers[meant], value, language) if value is not None else (value, [])
    params = {"written": key, "suggestion": meant}
    if right != value and isinstance(value, str):
        params = {"written": f"{key}: {value}", "suggestion": f"{meant}: {inline(right)}"}
    error = InvalidValueError("field.unknown-did-you-mean", **params)
    return [((key,), error), *(((key, *loc), fault) for loc, fault in faults)]


def _dashed(key: str, value: Any) -> InvalidValueError:
    """Return advice for a key that should be an item of a list: `-when: …`."""
    shown = f": {value}" if isinstance(value, str) else ":"
    suggestion = f"- {_DASHED.sub('', key)}{shown}"
    return InvalidValueError("field.unknown-did-you-mean", written=f"{key}{shown}", suggestion=suggestion)


def _of_a_part(
    model: type[Part],
    key: str,
    written: Mapping[str, Any],
    readers: Mapping[str, ValueReader[Any]],
    language: str,
) -> list[Fault]:
    """Return advice for a field that belongs in a part, such as a deadline outside of `registration`."""
    value, found = written[key], []
    for field in fields_of(model) if isinstance(value, str) else ():
        there = written.get(field.name)
        if not field.part or (there is not None and (field.many or not isinstance(there, dict))):
            continue
        free = [each.name for each in fields_of(field.part) if each.name not in (there or {})]
        of_part = {
            name: said
            for each, said in written.items()
            if each not in readers and isinstance(said, str)
            if (name := each if each in free else _field_of_word(field.part, each, free))
        }
        if meant := key if key in free else _field_of_word(field.part, key, free):
            part = {**(there or {}), **of_part, meant: value}
            whole, faults = advised(readers[field.name], [part] if field.many else part, language)
            if all(fault.code != "field.missing" for _, fault in faults):
                found.append((field.name, whole, [fault for loc, fault in faults if meant in loc]))
    if not found:
        return []
    name, whole, rest = min(found, key=lambda each: len(each[2]))
    suggestion = f"{name}: {inline(whole)}"
    error = InvalidValueError("field.unknown-did-you-mean", written=f"{key}: {value}", suggestion=suggestion)
    return [((key,), error), *(((key,), fault) for fault in rest)]


def inline(value: Any) -> str:
    """Return a value as it is written on one line of front matter."""
    if isinstance(value, str) and _ENDS_AN_ITEM.search(value) and '"' not in value:
        return f'"{value}"'
    if isinstance(value, str):
        return value
    return text_in_line(value)


def _value_of(suggestion: str) -> Any:
    try:
        return KatalogHandler().load(f"v: {suggestion}")["v"]
    except RecordError:
        return suggestion
