"""The mark of a record's language: changes when a text changes, and not when a date does."""

from collections.abc import Iterator
from hashlib import sha256

from katalog.schema.entries import Entry
from katalog.schema.field_introspection import fields_of
from katalog.schema.record_parts import Part


def language_mark(entry: Entry) -> str:
    """Return eight hexadecimal digits that stand for everything a translator translates."""
    digest = sha256()
    for text in (*_texts(entry.record), entry.body.strip()):
        digest.update(text.encode() + b"\0")
    return digest.hexdigest()[:8]


def _texts(part: Part) -> Iterator[str]:
    for field in fields_of(type(part)):
        value = getattr(part, field.name)
        items = value if field.many else (value,)
        for item in items:
            if field.part and item is not None:
                yield from _texts(item)
            elif field.translatable and item is not None:
                yield f"{field.name}={item}"
