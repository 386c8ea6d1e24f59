"""The site's own fields in records: the field `own`, and how its values are read."""

from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

from katalog.problems import InvalidValueError
from katalog.schema.annotations import ValueReader
from katalog.schema.contact_value_types import read_web_address
from katalog.schema.record_parts import Part
from katalog.schema.value_types import MANY, NO, YES, Id, Text
from katalog.when.reading import read_when


class OwnValue(Part, frozen=True, kw_only=True):
    """The value of one of the site's own fields: `lokale: Sal 2`."""

    field: Id
    value: Text

    @staticmethod
    def expand_shorthand(value: Any) -> Any:
        """Return a field's name with its value as the mapping it is short for."""
        if isinstance(value, dict) and len(value) == 1 and not {"field", "value"} & value.keys():
            [(field, text)] = value.items()
            return {"field": field, "value": text}
        return value


OwnValues = Annotated[tuple[OwnValue, ...], MANY]


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
