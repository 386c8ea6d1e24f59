"""A record's text in the language that it is in, and what stands above one in another language."""

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


class Notice(Struct, frozen=True):
    """What a reader must know of the page's language; `kind` is `untranslated` or `outdated`."""

    kind: str
    text: str


def notices(reader: Reader, localised: LocalisedRecord) -> tuple[Notice, ...]:
    """Return what to say of a page whose text is not, or no longer, in the reader's language."""
    original = reader.language_name(localised.entry.record.language)
    if not localised.translated:
        return (Notice("untranslated", reader.phrases("notice.untranslated", language=original)),)
    if localised.outdated:
        return (Notice("outdated", reader.phrases("notice.outdated", language=original)),)
    return ()
