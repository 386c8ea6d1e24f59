"""A cell to the value of a field, as an editor would have written it in the record.

Names become ids, words become choices, several lines become a list.  What a field's own reader refuses is
passed on as it stands: that reader says what is wrong.
"""

import re
from collections.abc import Callable
from typing import Any

from msgspec import Struct

from katalog.money import read_money
from katalog.problems import InvalidValueError
from katalog.schema.choice_words import choice_meant
from katalog.schema.contact_value_types import ID, read_via
from katalog.schema.course_parts import Participants
from katalog.schema.field_introspection import Field, fields_of
from katalog.schema.names import Names
from katalog.schema.prices import Price
from katalog.schema.programme_parts import Speaker
from katalog.schema.record_parts import ContactLink, Part
from katalog.schema.registration import Registration
from katalog.schema.value_types import NO, YES
from katalog.source import KatalogHandler, RecordError
from katalog.spreadsheets.table import Cell
from katalog.when.reading import read_when, without_until

PEOPLE = frozenset({"contacts"})
PLACES = frozenset({"libraries", "organisations"})
NAMES_TOO = {"place": PLACES, "via": PEOPLE}
"""Fields that hold a text or a record's id, and the collections of the records."""
QUOTED = re.compile(r'"(?P<text>.+)"', re.DOTALL)
"""A text that is to be taken as it stands, though it is a record's name too."""

_WITH_ROLE = re.compile(r"(?P<person>[^(]+?)\s*\((?P<role>[^()]+)\)")
_LABELLED = re.compile(r"(?P<label>[^:{}\d]*[^\W\d][^:{}\d]*):\s+(?P<price>.*\d.*)")
_BULLET = re.compile(r"^[-–•*]\s+")
_MAYBE_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+", re.IGNORECASE)
_RANGE = re.compile(r"(?P<min>\d+)\s*[-–]\s*(?P<max>\d+)")
_YES_TOO = frozenset({"x", "✓", "✔", "1", "kyllä", "sand", "sandt", "sant"})
_NO_TOO = frozenset({"0", "-", "–", "ei", "falsk", "falskt"})


class Reading(Struct, frozen=True):
    """What cells are read by: the record's language, names of records, the site's own kinds by name."""

    language: str
    names: Names
    kinds: dict[str, str]


def read_cell(field: Field, cell: Cell, by: Reading) -> Any:
    """Return what a record says for a cell; `InvalidValueError` where the cell itself is at fault."""
    if cell.fault:
        raise cell.fault
    text = cell.text.strip()
    if (field.part or field.many) and (found := _as_written(text)):
        return found[0]
    if field.part:
        return _parts(field, text, by) if field.many else _part(field.part, text, by)
    if not field.many:
        return _one(field, _number_of_days(field, cell), by)
    return [_one(field, item, by) for item in _items(field, text, by)]


def _as_written(text: str) -> tuple[Any] | None:
    """Return what a cell says in the notation of records, between brackets: what no other form can hold."""
    if text[:1] + text[-1:] not in {"[]", "{}"}:
        return None
    try:
        return (KatalogHandler().load(f"value: {text}")["value"],)
    except RecordError:
        return None


def _number_of_days(field: Field, cell: Cell) -> str:
    return cell.serial if field.kind == "date" and cell.serial else cell.text.strip()


def _lines(text: str, field: Field) -> list[str]:
    lines = [_BULLET.sub("", line.strip()) for line in text.split("\n") if line.strip()]
    items_of = field.part.items_of if field.part else None
    return [item for line in lines for item in (items_of(line) if items_of else [line])]


def _items(field: Field, text: str, by: Reading) -> list[str]:
    """Return the items of a list: each line is one, and of what is no sentence what stands between commas."""
    if field.ref and by.names.find(text, field.ref.collections):
        return [text]
    lines = _lines(text, field)
    if field.translatable:
        return lines
    found = [item.strip() for line in lines for item in line.split(";") if item.strip()]
    if field.ref and all(by.names.find(item, field.ref.collections) for item in found):
        return found
    return [each.strip() for item in found for each in item.split(",") if each.strip()]


def _one(field: Field, text: str, by: Reading) -> str:
    if field.choices:
        own = by.kinds.get(text.casefold()) if field.name == "kind" else None
        return own or choice_meant(text, field.choices) or text
    if field.ref:
        return by.names.id_of(text, field.ref.collections)
    if field.kind == "boolean":
        return _truth(text)
    return _or_name(field.name, text, by)


def _or_name(name: str, text: str, by: Reading) -> str:
    """Return the id of the record that a text names, in a field that may hold one; else the text."""
    if name not in NAMES_TOO:
        return text
    if quoted := QUOTED.fullmatch(text):
        return quoted["text"]
    found = by.names.find(text, NAMES_TOO[name])
    return next(iter(found)) if len(found) == 1 else text


def _truth(text: str) -> str:
    plain = text.casefold()
    if plain in YES | _YES_TOO:
        return "true"
    return "false" if plain in NO | _NO_TOO else text


def _parts(field: Field, text: str, by: Reading) -> list[Any]:
    assert field.part is not None
    return [_part(field.part, line, by) for line in _lines(text, field)]


def _part(part: type[Part], text: str, by: Reading) -> Any:
    found = _as_written(text)
    if found:
        return found[0]
    shape = _SHAPES.get(part)
    return shape(text, by) if shape else text


def _contact(text: str, by: Reading) -> Any:
    match = _WITH_ROLE.fullmatch(text)
    if match is None:
        return by.names.id_of(text, PEOPLE)
    role = choice_meant(match["role"], _ROLES) or match["role"]
    return {"person": by.names.id_of(match["person"], PEOPLE), "role": role}


def _speaker(text: str, by: Reading) -> str:
    """A speaker need not have a record; a name like an id is one's own."""
    found = by.names.find(text, PEOPLE)
    return next(iter(found)) if len(found) == 1 else text


def _price(text: str, by: Reading) -> Any:
    if match := _LABELLED.fullmatch(text):
        found = _price(match["price"], by)
        if isinstance(found, str):
            whole = Price.expand_shorthand(f"{match['label'].strip()}: {found}")
            return {"amount": whole["amount"], **whole}
        whole = Price.expand_shorthand(found)
        return {"amount": whole["amount"], "label": match["label"].strip(), **whole}
    try:
        read_money(text, by.language)
    except InvalidValueError as refused:
        if refused.code == "money.no-currency":
            return refused.params["suggestion"]  # a price alone is in the currency of the language's country
    return text


def _registration(text: str, by: Reading) -> Any:
    """A column about enrolment holds that none is needed, where to enrol, or until when."""
    if isinstance(Registration.expand_shorthand(text), dict):
        return text
    if _MAYBE_ADDRESS.fullmatch(text) or by.names.find(text, PEOPLE):
        return {"via": _or_name("via", text, by)}
    if not _is_day(text, by) and (ID.fullmatch(text) or _is_number_to_call(text, by)):
        return {"via": text}
    read_when(without_until(text, by.language), by.language)
    return {"closes": text}


def _is_day(text: str, by: Reading) -> bool:
    """Tell a day, also where it is not written as days are: `20280301`."""
    try:
        read_when(text, by.language)
    except InvalidValueError as refused:
        return refused.code == "date.other-form"
    return True


def _is_number_to_call(text: str, by: Reading) -> bool:
    try:
        return read_via(text, by.language).startswith("+")
    except InvalidValueError:
        return False


def _participants(text: str, _: Reading) -> Any:
    if match := _RANGE.fullmatch(text):
        return {"min": match["min"], "max": match["max"]}
    at_most = _AT_MOST.fullmatch(text)
    return {"max": at_most["max"] if at_most else text}


_AT_MOST = re.compile(
    r"(?:(?:max|maks|højst|högst|op til|upp till)\.? *)?(?P<max>\d+)"
    r"(?: (?:deltagere|deltagare|pladser|platser|personer))?",
    re.IGNORECASE,
)
_ROLES = next(field.choices for field in fields_of(ContactLink) if field.choices)
_SHAPES: dict[type[Part], Callable[[str, Reading], Any]] = {
    ContactLink: _contact,
    Speaker: _speaker,
    Price: _price,
    Registration: _registration,
    Participants: _participants,
}
"""How a part is written in one text; any other one is passed on to its own reader."""
