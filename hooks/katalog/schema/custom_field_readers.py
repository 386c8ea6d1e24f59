"""How the values of a site's own fields are read."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from katalog.problems import InvalidValueError
from katalog.schema.annotations import ValueReader
from katalog.schema.contact_value_types import read_web_address
from katalog.schema.value_types import NO, YES
from katalog.when import read_when


def _number(value: str, _: str) -> Decimal:
    """Read a number with a comma or a full stop before its decimals, and blanks between thousands."""
    try:
        number = Decimal("".join(value.split()).replace(",", "."))
    except InvalidOperation:
        raise InvalidValueError("field.number-expected", written=value) from None
    if not number.is_finite():
        raise InvalidValueError("field.number-expected", written=value)
    return number


def _yes_no(value: str, _: str) -> bool:
    if value.casefold() in YES or value.casefold() in NO:
        return value.casefold() in YES
    raise InvalidValueError("field.yes-or-no-expected", written=value)


def _text(value: str, _: str) -> str:
    return value


CUSTOM_FIELD_READERS: dict[str, ValueReader[Any]] = {
    "text": _text,
    "date": read_when,
    "number": _number,
    "yes-no": _yes_no,
    "link": read_web_address,
}
"""What reads the text of a field of each kind, or raises `InvalidValueError`."""
