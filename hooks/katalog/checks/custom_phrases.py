"""A site's own phrases, `overrides/locale/<language>.po`: checked before anything is shown with them."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.pofile import PoFileError

from katalog.i18n.cldr import is_language
from katalog.i18n.phrases import CUSTOM_LOCALES, FALLBACK, LOCALES, has_text, read_catalogue
from katalog.problems import Position, Problem
from katalog.source.decode import decode

_BRACES = re.compile(r"\{(\w*)[^}]*\}?|\}")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SAME = re.compile(r"(?:\S[^\s=]*=\S+(?: |$))*")


def custom_phrase_problems(root: Path) -> Iterator[Problem]:
    """Yield what is wrong with the catalogues of the site below `root`."""
    for path in sorted((root / CUSTOM_LOCALES).glob("*.po")):
        yield from _of_file(root, f"{CUSTOM_LOCALES}/{path.name}")


def _of_file(root: Path, name: str) -> Iterator[Problem]:
    path = root / name
    language = path.stem
    if not is_language(language):
        yield Problem(name, Position(), "phrases.language", {"written": language})
        return
    try:
        own = read_catalogue(language, path)
    except PoFileError as error:
        yield Problem(name, Position(error.lineno + 1), "phrases.unreadable")
        return
    except UnicodeDecodeError:
        yield from decode(name, path.read_bytes())[1]
        return
    except (ValueError, OSError):
        yield Problem(name, Position(), "phrases.unreadable")
        return
    known = read_catalogue(FALLBACK, LOCALES / f"{FALLBACK}.po")
    for message in own:
        if message.id:
            yield from _of_message(name, message, known)
    missing = sum(bool(each.id) and not has_text(own.get(each.id)) for each in known)
    if missing and not (LOCALES / f"{language}.po").is_file():
        params = {"count": str(missing), "all": str(len(known))}
        yield Problem(name, Position(), "phrases.incomplete", params)


def _of_message(name: str, message: Message, known: Catalog) -> Iterator[Problem]:
    id_ = message.id if isinstance(message.id, str) else message.id[0]
    position = Position(message.lineno or 1)
    meant = known.get(message.id)
    if meant is None:
        close = get_close_matches(id_, [str(each.id) for each in known if each.id], n=1)
        params = {"written": id_, "suggestion": close[0] if close else "…"}
        yield Problem(name, position, "phrases.unknown", params)
    elif has_text(message):
        texts = _texts(message)
        allowed = {name for text in _texts(meant) for name in _BRACES.findall(text)}
        if any(not _fits(text, allowed) for text in texts):
            names = ", ".join(f"{{{each}}}" for each in sorted(allowed)) or "–"
            yield Problem(name, position, "phrases.braces", {"written": id_, "allowed": names})
        elif not _is_usable(id_, texts[0]):
            yield Problem(name, position, "phrases.form", {"written": texts[0], "field": id_})


def _texts(message: Message) -> list[str]:
    """Return the text of a message, or those of its plural forms."""
    return [message.string] if isinstance(message.string, str) else list(message.string)


def _fits(text: str, allowed: set[str]) -> bool:
    """Tell whether a text can be filled: every brace holds a name that is given."""
    plain = all(found[0] == f"{{{found[1]}}}" for found in _BRACES.finditer(text))
    return plain and set(_BRACES.findall(text)) <= allowed


def _is_usable(id_: str, text: str) -> bool:
    """Tell whether words of addresses and the order of letters are written as they are read."""
    if id_.startswith("slug."):
        return bool(_SLUG.fullmatch(text))
    return id_ != "alphabet.same" or bool(_SAME.fullmatch(text))
