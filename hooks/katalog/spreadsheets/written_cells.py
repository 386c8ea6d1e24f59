"""The value of a field to a cell that reads as the same: in words where they do, else as in a record."""

from typing import Any

from katalog.problems import InvalidValueError
from katalog.schema.choice_words import choice_meant, choice_words
from katalog.schema.field_introspection import Field
from katalog.schema.prices import Price
from katalog.schema.record_parts import ContactLink
from katalog.schema.value_types import NO, YES
from katalog.source.yaml_text import text_in_line
from katalog.spreadsheets.cells import NAMES_TOO, PEOPLE, Reading, read_cell
from katalog.spreadsheets.table import Cell

YES_AND_NO = {"da": ("ja", "nej"), "sv": ("ja", "nej")}


def write_cell(field: Field, value: Any, by: Reading, language: str) -> str:
    """Return what a cell says for a value of front matter, in the words of an editor's language."""
    text = _in_words(field, value, by, language)
    if text and _reads_as(field, text, value, by):
        return text
    return text_in_line(value)


def _reads_as(field: Field, text: str, value: Any, by: Reading) -> bool:
    try:
        found = read_cell(field, Cell(text), by)
        return bool(_plain(field, found) == _plain(field, value))
    except InvalidValueError:
        return False


def _plain(field: Field, value: Any) -> Any:
    """Return a value in the one form that all ways to write it come to."""
    if field.kind == "boolean" and isinstance(value, str):
        return "true" if value.casefold() in YES else "false" if value.casefold() in NO else value
    value = [value] if field.alone and not isinstance(value, list) else value
    if field.part and isinstance(value, list):
        return [field.part.expand_shorthand(each) for each in value]
    return value


def _in_words(field: Field, value: Any, by: Reading, language: str) -> str:
    if isinstance(value, list):
        return "\n".join(_item(field, each, by, language) for each in value)
    return _item(field, value, by, language)


def _item(field: Field, value: Any, by: Reading, language: str) -> str:
    if field.part is ContactLink:
        return _contact(value, by, language)
    if isinstance(value, dict):
        return _price(value, by.language) if field.part is Price else text_in_line(value)
    if field.choices:
        return word_of(str(value), field.choices, language)
    if field.ref:
        return by.names.name_of(str(value), field.ref.collections)
    if field.kind == "boolean":
        yes, no = YES_AND_NO.get(language, ("yes", "no"))
        return yes if _plain(field, value) == "true" else no
    return _name_or_text(field.name, str(value), by)


def _contact(value: Any, by: Reading, language: str) -> str:
    if isinstance(value, str):
        return by.names.name_of(value, PEOPLE)
    person, role = by.names.name_of(str(value.get("person")), PEOPLE), value.get("role")
    return f"{person} ({word_of(role, (role,), language)})" if role else person


_PER = {"da": "pr.", "nb": "pr.", "sv": "per", "en": "per"}
_VAT = {
    "da": {"excluded": "ekskl. moms", "included": "inkl. moms"},
    "sv": {"excluded": "exkl. moms", "included": "inkl. moms"},
    "en": {"excluded": "excl. VAT", "included": "incl. VAT"},
}


def _price(value: dict[str, Any], language: str) -> str:
    """Return a line of a price table as people write it; what that has no place for, the reader misses."""
    parts = [str(value.get("amount", "")), _VAT.get(language, {}).get(value.get("vat", ""), "")]
    if per := value.get("per"):
        parts.append(f"{_PER.get(language, '')} {word_of(per, (per,), language)}")
    text = " ".join(part for part in parts if part)
    return f"{value['label']}: {text}" if value.get("label") else text


def word_of(value: str, choices: tuple[str, ...], language: str) -> str:
    """Return the first word of a language that stands for a choice, where there is one that does."""
    words = choice_words().get(value, {}).get(language, "").split(",")[0].strip()
    return words if words and choice_meant(words, choices) == value else value


def _name_or_text(name: str, text: str, by: Reading) -> str:
    """Return the name of the record whose id a text is; in quotation marks what would be taken for a name."""
    if name not in NAMES_TOO:
        return text
    named = by.names.name_of(text, NAMES_TOO[name])
    return f'"{text}"' if named == text and by.names.find(text, NAMES_TOO[name]) else named
