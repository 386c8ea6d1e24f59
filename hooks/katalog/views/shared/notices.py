"""What stands above a text that is in another language, or older than its original."""

from msgspec import Struct

from katalog.catalogue.catalogue import LocalisedRecord
from katalog.views.reader import Reader


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
