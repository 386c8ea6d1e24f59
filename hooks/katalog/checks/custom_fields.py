"""Values of the site's own fields: whether the site has the field, and whether the value is of its kind."""

from collections.abc import Iterator

from katalog.problems import InvalidValueError, Problem
from katalog.schema.custom_fields import CUSTOM_FIELD_READERS
from katalog.schema.entries import Entry
from katalog.schema.reading import unknown_key
from katalog.settings.additions import OwnField
from katalog.settings.model import Settings


def check_custom_fields(entry: Entry, settings: Settings) -> Iterator[Problem]:
    """Report values that no field of the site can hold."""
    fields = settings.custom_fields(entry.collection)
    for number, each in enumerate(entry.record.own):
        if refused := _refused(fields, each.field, each.value, entry.record.language):
            params = {"field": each.field} | refused.params
            yield entry.problem(("own", number), refused.code, **params)


def _refused(fields: dict[str, OwnField], field: str, value: str, language: str) -> InvalidValueError | None:
    if field not in fields:
        return unknown_key(field, fields)
    try:
        CUSTOM_FIELD_READERS[fields[field].kind](value, language)
    except InvalidValueError as refused:
        return refused
    return None
