"""The values of choice fields in the editor's words: `aflyst` for `cancelled`, `svensk` for `sv`.

The words stand in `choice_words.toml`; names of languages and countries are CLDR's.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

from msgspec import toml

from katalog.i18n.cldr import locale_of
from katalog.schema.suggest import nearest_value

TABLE = Path(__file__).with_name("choice_words.toml")
LANGUAGES = ("da", "sv", "nb", "fi", "en")
"""The languages whose words are known."""
_MOVED = frozenset({
    "flyttet", "flyttes", "flyttad", "flyttat", "flyttas", "moved", "rescheduled", "siirretty",
    "ny dato", "nytt datum",
})  # fmt: skip
"""What may be postponed, or have its new date already."""


_MARK = re.compile(r"\s+[–-]\s+|\s*[,;:(]\s*|\s+")
_OTHERWISE = re.compile(
    r"(?:eller|or|tai|og|och|and|ja|ikke|ej|inte|not|ei|kun|endast|bare|only)\b", re.IGNORECASE
)
"""What makes something else of the words before it: `online eller på biblioteket`."""


_LAST_PART = 6
"""Letters that the last part of a compound has at least, for the whole to be a kind of it."""


@cache
def choice_words() -> dict[str, dict[str, str]]:
    """Return the words of each value, by language: words apart by commas."""
    return toml.decode(TABLE.read_bytes(), type=dict[str, dict[str, str]])


def choice_meant(written: str, choices: Collection[str]) -> str | None:
    """Return the one of `choices` that the words of any language stand for; None where none does."""
    return next((each for each in _by_word().get(_plain(written), ()) if each in choices), None)


def choice_before_more(written: str, choices: Collection[str]) -> str | None:
    """Return the choice that a text begins with which says more: `aflyst pga. sygdom`."""
    for mark in reversed([*_MARK.finditer(written)]):
        meant, rest = choice_meant(written[: mark.start()], choices), written[mark.end() :].strip("() ")
        if meant and rest and not _OTHERWISE.match(rest):
            return meant
    return None


def says_moved(written: str) -> bool:
    """Tell whether words say that something was moved, which no state says."""
    return _plain(written) in _MOVED


def nearest_choice(written: str, choices: Collection[str]) -> str | None:
    """Return the one of `choices` that a word most likely stands for or misspells.

    A word that stands for a value of another field is no misspelt one.
    """
    if meant := choice_meant(written, choices):
        return meant
    if _plain(written) in _by_word():
        return None
    if close := nearest_value(written, choices):
        return close
    words = {word: value for word, values in _by_word().items() for value in values if value in choices}
    plain = _plain(written)
    ends = [
        word for word in words if len(word) >= _LAST_PART and plain.endswith(word)
    ]  # "halvdagsseminarium"
    close = nearest_value(plain, words, 0.8) or max(ends, key=len, default=None)
    return words[close] if close else None


def _plain(written: str) -> str:
    return " ".join(written.casefold().split()).rstrip(".")


@cache
def _by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for word, value in _pairs():
        if value not in found[word]:
            found[word].append(value)
    return {word: tuple(values) for word, values in found.items()}


def _pairs() -> Iterator[tuple[str, str]]:
    """Yield every word with what it stands for; a value itself stands for itself, in any case."""
    for value, by_language in choice_words().items():
        yield from ((_plain(word), value) for words in by_language.values() for word in words.split(","))
        yield _plain(value), value
        yield _plain(value.replace("-", " ")), value
    for language in LANGUAGES:
        names = locale_of(language)
        for code, name in (*names.languages.items(), *names.countries.items()):
            yield _plain(name), code
            yield _plain(code), code
