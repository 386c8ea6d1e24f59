"""What there is of a part some of whose fields are missing or wrong, so that all the others are checked."""

from datetime import date
from typing import Any, TypeVar

from katalog.problems import InvalidValueError
from katalog.schema.annotations import LangText
from katalog.schema.field_introspection import fields_of
from katalog.schema.record_parts import Part
from katalog.when.model import Precision, When

P = TypeVar("P", bound=Part)
_NO_DAY = When(date.min, date.min, Precision.DAY, "")


def made_in_part(model: type[P], made: dict[str, Any], language: str) -> P | None:
    """Return a part of the fields that could be read; nothing where it needs more."""
    stated = {**_stand_ins(model, language), **made}
    if any(field.required and field.name not in stated for field in fields_of(model)):
        return None
    try:
        return model(**stated)
    except InvalidValueError:
        return None


def _stand_ins(model: type[Part], language: str) -> dict[str, Any]:
    """Return what stands for the fields a part needs while the others are checked; never shown."""
    needed = [field for field in fields_of(model) if field.required and model.checked_in_part]
    by_kind = {"date": _NO_DAY, "text": LangText("", language)}
    found = {field.name: field.choices[0] if field.choices else by_kind[field.kind] for field in needed}
    return found | ({"language": language} if "language" in found else {})
