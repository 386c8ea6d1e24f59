"""What the form's own writer (`assets/record.js`) knows of records: their fields, parts and short forms."""

from typing import Any

from katalog.form.fields import defaults_of
from katalog.hand_pages.load import PAGE_FIELDS
from katalog.schema.field_introspection import Field, fields_of
from katalog.schema.field_order import all_parts, field_order
from katalog.schema.price_lines import LONGEST_LINE, PARTS, PATTERNS, PER
from katalog.schema.record_parts import Part
from katalog.schema.records import COLLECTIONS
from katalog.schema.translation import translation_model
from katalog.schema.value_types import NO, YES
from katalog.when.hours import line_patterns

_PAGES = {"order": PAGE_FIELDS, "fields": {name: {} for name in PAGE_FIELDS}}


def models() -> dict[str, Any]:
    """Return the kinds of record and the parts below them, each field with what the writer must know of it.

    `flag` is the default of a field that is yes or no, null where neither may be said, `text` marks what a
    translation may replace, `marked` what counts in the mark of an original, `passing` what holds no longer
    in a copy: a date or a price is to be filled in anew, a state and former ids are `left out`.  Patterns are
    Python's.
    """
    programme, marks = line_patterns()
    return {
        "records": {name: _model(model) for name, model in COLLECTIONS.items()} | {"pages": _PAGES},
        "parts": {part.__name__: _model(part) for part in all_parts()},
        "yes": sorted(YES),
        "no": sorted(NO),
        "price_lines": {"parts": PARTS, "per": PER, "patterns": PATTERNS, "longest": LONGEST_LINE},
        "programme_line": programme,
        "programme_marks": marks,
    }


def _model(model: type[Part]) -> dict[str, Any]:
    texts = translation_model(model).__struct_fields__
    flags = defaults_of(model)
    fields = {
        field.name: _field(field, flags[field.name], text=field.name in texts) for field in fields_of(model)
    }
    return {"order": field_order(model), "fields": fields}


def _field(field: Field, default: Any, *, text: bool) -> dict[str, Any]:
    return (
        ({"many": True} if field.many else {})
        | ({"part": field.part.__name__} if field.part else {})
        | ({"flag": default} if field.kind == "boolean" else {})
        | ({"text": True} if text else {})
        | ({"marked": True} if field.translatable else {})
        | ({"passing": passing} if (passing := _passing(field)) else {})
    )


def _passing(field: Field) -> str:
    if field.name in {"status", "redirect_from"}:
        return "left out"
    return "marked" if field.kind in {"date", "money"} else ""
