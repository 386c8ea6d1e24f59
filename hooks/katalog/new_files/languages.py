"""The catalogue of phrases that a new language begins with."""

from io import BytesIO

from babel.messages import Catalog, Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import write_po

from katalog.i18n.phrases import FALLBACK, LOCALES, read_catalogue

_HEADER = """\
# {comment}
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Language: {language}\\n"
"Plural-Forms: {plurals};\\n"

"""


def new_language(language: str, comment: str) -> str:
    """Return a PO file with every id and nothing translated; above each stands what it says elsewhere.

    Elsewhere is the engine's own text of the language, where it has one, else the English one.
    """
    engines = LOCALES / f"{language}.po"
    source = read_catalogue(FALLBACK, engines if engines.is_file() else LOCALES / f"{FALLBACK}.po")
    catalogue = Catalog(locale=language)
    plurals = get_plural(language)
    for each in source:
        if each.id:
            empty = "" if isinstance(each.id, str) else tuple([""] * plurals.num_plurals)
            catalogue.add(each.id, empty, auto_comments=[_texts(each)])
    file = BytesIO()
    write_po(file, catalogue, omit_header=True, width=0)
    header = _HEADER.format(comment=comment, language=language, plurals=plurals)
    return header + file.getvalue().decode("utf-8")


def _texts(message: Message) -> str:
    return message.string if isinstance(message.string, str) else " | ".join(message.string)
