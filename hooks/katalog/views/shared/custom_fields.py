"""The values of a site's own fields, as pages show them."""

from typing import Any

from babel.numbers import format_decimal
from msgspec import Struct

from katalog.catalogue.catalogue import LocalisedRecord
from katalog.i18n.phrases import capitalised
from katalog.schema.custom_fields import CUSTOM_FIELD_READERS, OwnValue
from katalog.settings.additions import OwnField
from katalog.views.reader import Reader


class CustomFact(Struct, frozen=True):
    """A field's name, its value in words, the address it is (a link's), and where it is shown."""

    id: str
    name: str
    text: str
    address: str
    place: str


def custom_facts(reader: Reader, localised: LocalisedRecord) -> tuple[CustomFact, ...]:
    """Return a record's values of the site's own fields as they are shown."""
    fields = reader.settings.custom_fields(localised.entry.collection)
    return tuple(_fact(reader, fields[each.field], each) for each in custom_values(reader, localised))


def custom_values(reader: Reader, localised: LocalisedRecord) -> list[OwnValue]:
    """Return a record's values of the site's own fields, in the order of the settings."""
    order = list(reader.settings.custom_fields(localised.entry.collection))
    found = [each for each in localised.record.own if each.field in order]
    return sorted(found, key=lambda each: order.index(each.field))


def _fact(reader: Reader, field: OwnField, own: OwnValue) -> CustomFact:
    value = CUSTOM_FIELD_READERS[field.kind](own.value, own.value.lang)
    name, text = field.name[reader.language], _shown(reader, field.kind, value)
    return CustomFact(field.id, name, text, value if field.kind == "link" else "", field.place)


def _shown(reader: Reader, kind: str, value: Any) -> str:
    if kind == "date":
        return capitalised(reader.when(value))
    if kind == "number":
        return str(format_decimal(value, locale=reader.phrases.locale_name))
    if kind == "yes-no":
        return reader.phrases("own.yes" if value else "own.no")
    text: str = value
    return text
