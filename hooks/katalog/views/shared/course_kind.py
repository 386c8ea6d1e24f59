"""What a kind of course is called, and how sentences about it are put."""

from msgspec import Struct

from katalog.i18n.phrases import capitalised
from katalog.settings.additions import OwnKind
from katalog.views.memo import memoise
from katalog.views.reader import Reader


class KindWords(Struct, frozen=True):
    """A kind's name, the name with its article, one of its sessions, and the gender of the name."""

    name: str
    the_name: str
    session: str
    gender: str


@memoise
def kind_words(reader: Reader, kind: str) -> KindWords:
    """Return the words of a kind of course in the reader's language."""
    if own := reader.settings.custom_kind(kind):
        return _own_words(reader, own)
    words = (reader.phrases(f"course.kind.{kind}{part}") for part in ("", ".the", ".session", ".gender"))
    return KindWords(*words)


def _own_words(reader: Reader, own: OwnKind) -> KindWords:
    phrases, language = reader.phrases, reader.language
    name = own.name[language]
    the_name = (own.the_name or {}).get(language, "")
    session = (own.session or {}).get(language) or phrases("event.course")
    if not the_name:
        return KindWords(name, phrases("course.kind.event.the"), session, phrases("course.kind.event.gender"))
    return KindWords(name, the_name, session, (own.gender or {}).get(language, "common"))


def about_kind(reader: Reader, kind: str, message_id: str, **params: object) -> str:
    """Return a sentence about a course of that kind: `Kurset er aflyst.`, `Webbinariet är inställt.`."""
    words = kind_words(reader, kind)
    return reader.phrases(f"{message_id}.{words.gender}", the=capitalised(words.the_name), **params)
