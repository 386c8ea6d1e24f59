"""Words for people, from the gettext catalogues in `locale/`.

`locale/<language>.po` holds what a reader of the site sees; `locale/editor/<language>.po` what an
editor sees (problems, field explanations).  A message id is a name (`course.state.open`), never a
sentence, so that all languages are equals.  There are no compiled files to make: what was read of a
catalogue is kept beside the compiled templates, because reading two takes as long as twenty pages.
"""

from __future__ import annotations

import re
from functools import cache
from gettext import c2py
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import babel
from markupsafe import escape
from msgspec import Struct

from katalog.i18n.cldr import locale_of
from katalog.kept import kept
from katalog.pycache import code_of, made_once

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel.messages.catalog import Message

    from katalog.i18n.cldr import Locale

LOCALES = Path(__file__).parent.parent / "locale"


class Catalogue(Struct, frozen=True, array_like=True):
    """What a file says: the forms of each message by its id, and which of them a number takes."""

    forms: dict[str, tuple[str, ...]]
    plural: str


class Phrases:
    """The phrases of one language: call it with an id and what fills the braces.

    An id without a text is a bug, not an editor's mistake: `KeyError`.  `html` are the texts that have
    no parameters, ready for templates, which ask for 60 of them a page.
    """

    def __init__(self, language: str, catalogue: Catalogue) -> None:
        self.language = language
        self._forms = catalogue.forms
        self._texts = {id_: forms[0] for id_, forms in self._forms.items()}
        self.html = {id_: str(escape(text)) for id_, text in self._texts.items()}
        self._patterns = _Patterns(self._texts)
        self._form_of = c2py(catalogue.plural)

    @kept
    def locale(self) -> Locale:
        """What is said of the language; seldom needed for editors' phrases."""
        return locale_of(self.language)

    @kept
    def locale_name(self) -> str:
        return self.locale.name

    def __call__(self, message_id: str, /, **params: object) -> str:
        return self._patterns[message_id] % params if params else self._texts[message_id]

    def __contains__(self, message_id: str) -> bool:
        return message_id in self._texts

    def count(self, message_id: str, n: int, /, **params: object) -> str:
        """Return the plural form for `n`; `{n}` in the text is the number itself."""
        forms = self._forms[message_id]
        return forms[self._form_of(n) if len(forms) > 1 else 0].format(n=n, **params)


class _Patterns(dict[str, str]):
    """Texts with `%(name)s` for `{name}`, made when first asked for: filled in half the time."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__()
        self._texts = texts

    def __missing__(self, message_id: str) -> str:
        text = self._texts[message_id].replace("%", "%%")
        self[message_id] = pattern = _BRACES.sub(r"%(\1)s", text)
        return pattern


_BRACES = re.compile(r"\{(\w+)\}")


def capitalised(text: str) -> str:
    """Return a text as it begins a heading or a label, the rest as it is: `mars 2016`, `Mars 2016`."""
    return text[:1].upper() + text[1:]


@cache
def site_phrases(language: str) -> Phrases:
    """Return what readers of the site see in `language`; `FileNotFoundError` without a catalogue."""
    return _phrases(language, LOCALES / f"{language}.po")


@cache
def editor_phrases(language: str) -> Phrases:
    """Return what editors see in `language`; `FileNotFoundError` without a catalogue."""
    return _phrases(language, LOCALES / "editor" / f"{language}.po")


def read_phrases_again() -> None:
    """Forget the catalogues, which may have been edited since a preview's last build."""
    site_phrases.cache_clear()
    editor_phrases.cache_clear()


def _phrases(language: str, path: Path) -> Phrases:
    return Phrases(language, _catalogue(path))


def _catalogue(path: Path) -> Catalogue:
    """Return what a file says; Babel's reader is loaded only where that is not kept."""
    name = f"phrases-{path.parent.name}-{path.stem}"
    text = path.read_bytes()
    return made_once(name, _reader() + text, Catalogue, lambda: _read(text))


@cache
def _reader() -> bytes:
    return code_of("i18n/phrases.py", library=babel)


def _read(text: bytes) -> Catalogue:
    from babel.messages.pofile import read_po  # noqa: PLC0415 - seldom needed, see above

    read = read_po(BytesIO(text), abort_invalid=True)
    return Catalogue({_id(each): _forms(each) for each in read if each.id and each.string}, read.plural_expr)


def _id(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _forms(message: Message) -> tuple[str, ...]:
    """Return the texts of a message: one for each plural form, or the only one."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)
