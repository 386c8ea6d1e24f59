"""Words for people, from the gettext catalogues in `locale/`.

`locale/<language>.po` holds what a reader of the site sees; `locale/editor/<language>.po` what an
editor sees (problems, field explanations).  A message id is a name (`course.state.open`), never a
sentence, so that all languages are equals.  There are no compiled files to make.
"""

from functools import cache, cached_property, lru_cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from katalog.i18n.cldr import Locale, locale_of

LOCALES = Path(__file__).parent.parent / "locale"
CUSTOM_LOCALES = "overrides/locale"
EDITOR_LANGUAGES = ("da", "sv", "en")
"""The languages that editors have messages in."""
"""Where a site keeps phrases of its own: of the engine's languages those it changes, of its own all."""
FALLBACK = "en"
"""The language whose phrases stand in for those that a site's own language lacks."""
GROUPED = 1000
"""From what number on digits are grouped."""
_custom_folders: list[Path] = []


class Phrases:
    """The phrases of one language: call it with an id and what fills the braces.

    An id without a text is a bug, not an editor's mistake: `KeyError`.
    """

    def __init__(self, language: str, catalogue: Catalog) -> None:
        self.language = language
        ids = [each.id for each in catalogue if each.id and each.string]
        self._plurals = {id_[0] for id_ in ids if not isinstance(id_, str)}
        self._translations = _compiled(catalogue)
        self._texts = {id_: self._translations.gettext(id_) for id_ in ids if isinstance(id_, str)}

    @cached_property
    def locale(self) -> Locale:
        """CLDR's data for the language; loaded on first use, for editors' phrases seldom need it."""
        return locale_of(self.language)

    @property
    def locale_name(self) -> str:
        return self.locale.name

    def language_name(self, tag: str) -> str:
        """Return what a language is called; of sign languages CLDR has no names."""
        own = f"language.{tag}"
        return self(own) if own in self else self.locale.language_name(tag)

    def __call__(self, message_id: str, /, **params: object) -> str:
        return self._texts[message_id].format(**params) if params else self._texts[message_id]

    def __contains__(self, message_id: str) -> bool:
        return message_id in self._texts or message_id in self._plurals

    def count(self, message_id: str, n: int, /, **params: object) -> str:
        """Return the plural form for `n`; `{n}` in the text is the number, its digits grouped."""
        shown = n if n < GROUPED else format_decimal(n, locale=self.locale_name)
        if message_id not in self._plurals:
            return self(message_id, n=shown, **params)
        return self._translations.ngettext(message_id, message_id, n).format(n=shown, **params)


def _compiled(catalogue: Catalog) -> GNUTranslations:
    """Return the catalogue as gettext reads it, which knows what plural form a number takes."""
    file = BytesIO()
    write_mo(file, catalogue)
    file.seek(0)
    return GNUTranslations(file)


def capitalised(text: str) -> str:
    """Return a text as it begins a heading or a label, the rest as it is: `mars 2016`, `Mars 2016`."""
    return text[:1].upper() + text[1:]


@cache
def site_phrases(language: str) -> Phrases:
    """Return what readers of the site see in `language`; `FileNotFoundError` without a catalogue."""
    own = next((each for folder in _custom_folders if (each := folder / f"{language}.po").is_file()), None)
    path = LOCALES / f"{language}.po"
    if own is None:
        return _phrases(language, path)
    base = path if path.is_file() else LOCALES / f"{FALLBACK}.po"
    return Phrases(language, completed(read_catalogue(language, own), read_catalogue(base.stem, base)))


def use_custom_phrases(folder: Path | None) -> None:
    """Read a site's own phrases from `folder` from now on, or none."""
    folders = [folder] if folder else []
    if _custom_folders != folders:
        _custom_folders[:] = folders
        clear_phrases()


def completed(own: Catalog, base: Catalog) -> Catalog:
    """Return `own` with the phrases of `base` that it lacks; the last plural form stands for further ones."""
    for each in base:
        if each.id and not (each.id in own and has_text(own[each.id])):
            forms = [each.string] if isinstance(each.string, str) else list(each.string)
            forms = [*forms, *forms[-1:] * own.num_plurals][: own.num_plurals]
            own.delete(each.id)
            own.add(each.id, each.string if isinstance(each.string, str) else forms)
    return own


def has_text(message: Message | None) -> bool:
    """Tell whether a message is translated, in all its plural forms."""
    forms = message.string if message else ""
    return bool(forms) and all([forms] if isinstance(forms, str) else forms)


@cache
def editor_phrases(language: str) -> Phrases:
    """Return what editors see in `language`; `FileNotFoundError` without a catalogue."""
    return _phrases(language, LOCALES / "editor" / f"{language}.po")


@cache
def site_languages() -> tuple[str, ...]:
    """Return the tags of the languages that the site can be shown in: those with a catalogue."""
    found = {file.stem for folder in (LOCALES, *_custom_folders) for file in folder.glob("*.po")}
    return tuple(sorted(found))


def clear_phrases() -> None:
    """Forget the catalogues, which may have been edited since a preview's last build."""
    site_phrases.cache_clear()
    editor_phrases.cache_clear()
    site_languages.cache_clear()


def _phrases(language: str, path: Path) -> Phrases:
    status = path.stat()
    return _phrases_at(language, path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=16)
def _phrases_at(language: str, path: Path, _time: int, _size: int) -> Phrases:
    """Return the phrases of a file as it was at that time: it is read again only when it was edited."""
    return Phrases(language, read_catalogue(language, path))


def read_catalogue(language: str, path: Path) -> Catalog:
    """Read a gettext catalogue; `babel.messages.pofile.PoFileError` where it is none."""
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)
