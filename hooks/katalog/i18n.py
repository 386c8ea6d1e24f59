"""Words for people, from the gettext catalogues in `locale/`.

`locale/<language>.po` holds what a reader of the site sees; `locale/editor/<language>.po` what an
editor sees (problems, field explanations).  A message id is a name (`course.state.open`), never a
sentence, so that all languages are equals.  Catalogues are read directly: no compiled files.
"""

from __future__ import annotations

import re
from functools import cache
from gettext import c2py
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale
from babel.core import get_global
from babel.messages.pofile import read_po
from markupsafe import escape

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel.messages.catalog import Catalog, Message

LOCALES = Path(__file__).parent / "locale"


class Phrases:
    """The phrases of one language: call it with an id and what fills the braces.

    An id without a text is a bug, not an editor's mistake: `KeyError`.  `html` are the texts that have
    no parameters, ready for templates, which ask for 60 of them a page.
    """

    def __init__(self, language: str, catalogue: Catalog) -> None:
        self.language = language
        self.locale = territorial_locale(language)
        self.locale_name = str(self.locale)
        self._forms = {_id(each): _forms(each) for each in catalogue if each.id and each.string}
        self._texts = {id_: forms[0] for id_, forms in self._forms.items()}
        self.html = {id_: str(escape(text)) for id_, text in self._texts.items()}
        self._patterns = _Patterns(self._texts)
        self._form_of = c2py(catalogue.plural_expr)

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


@cache
def territorial_locale(language: str) -> Locale:
    """Return the locale with its likely territory: plain `da` counts weeks otherwise than `da_DK`."""
    likely = Locale.parse(get_global("likely_subtags").get(language, language))
    return Locale(likely.language, territory=likely.territory)


def _phrases(language: str, path: Path) -> Phrases:
    with path.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    return Phrases(language, catalogue)


def _id(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _forms(message: Message) -> tuple[str, ...]:
    """Return the texts of a message: one for each plural form, or the only one."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)
