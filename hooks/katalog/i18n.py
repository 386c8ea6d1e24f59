"""Words for people, from the gettext catalogues in `locale/`.

`locale/<language>.po` holds what a reader of the site sees; `locale/editor/<language>.po` what an
editor sees (problems, field explanations).  A message id is a name (`course.state.open`), never a
sentence, so that all languages are equals.  Catalogues are read directly: no compiled files.
"""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale
from babel.core import get_global
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from collections.abc import Iterable

LOCALES = Path(__file__).parent / "locale"


class Phrases:
    """The phrases of one language: call it with an id and what fills the braces.

    An id without a text is a bug, not an editor's mistake: `KeyError`.
    """

    def __init__(self, language: str, translations: GNUTranslations, ids: Iterable[str]) -> None:
        self.language = language
        self.locale = territorial_locale(language)
        self._translations = translations
        self._texts = {each: translations.gettext(each) for each in ids}  # asked for 200 times a page

    def __call__(self, message_id: str, /, **params: object) -> str:
        text = self._texts[message_id]
        return text.format(**params) if params else text

    def __contains__(self, message_id: str) -> bool:
        return message_id in self._texts

    def count(self, message_id: str, n: int, /, **params: object) -> str:
        """Return the plural form for `n`; `{n}` in the text is the number itself."""
        if message_id not in self:
            raise KeyError(message_id)
        return self._translations.ngettext(message_id, message_id, n).format(n=n, **params)


@cache
def site_phrases(language: str) -> Phrases:
    """Return what readers of the site see in `language`; `FileNotFoundError` without a catalogue."""
    return _phrases(language, LOCALES / f"{language}.po")


@cache
def editor_phrases(language: str) -> Phrases:
    """Return what editors see in `language`; `FileNotFoundError` without a catalogue."""
    return _phrases(language, LOCALES / "editor" / f"{language}.po")


@cache
def territorial_locale(language: str) -> Locale:
    """Return the locale with its likely territory: plain `da` counts weeks otherwise than `da_DK`."""
    likely = Locale.parse(get_global("likely_subtags").get(language, language))
    return Locale(likely.language, territory=likely.territory)


def _phrases(language: str, path: Path) -> Phrases:
    with path.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    ids = [each.id if isinstance(each.id, str) else each.id[0] for each in catalogue if each.string]
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Phrases(language, GNUTranslations(compiled), ids)
