"""A record's text in the language that it is in."""

from msgspec import Struct

from katalog.catalogue.catalogue import LocalisedRecord
from katalog.views.reader import Reader


class TextView(Struct, frozen=True):
    """A record's text: pieces of HTML and open links, and the language it is in."""

    parts: tuple[object, ...]
    lang: str


def text_view(reader: Reader, localised: LocalisedRecord) -> TextView | None:
    """Return a record's text, or nothing when it has none."""
    return TextView(reader.text(localised), localised.body_language) if localised.has_text else None
