"""The field `own` of records: values of the fields of `settings/custom_fields.py`."""

from __future__ import annotations

from typing import Annotated, Any

from katalog.schema.record_parts import Part
from katalog.schema.value_types import MANY, Id, Text


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
