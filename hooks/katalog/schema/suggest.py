"""What an editor probably meant: the nearest key, value or id."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from unicodedata import combining, normalize

from msgspec import toml

_WORDS = toml.decode(Path(__file__).with_name("key_words.toml").read_bytes(), type=dict[str, str])
KEYS_BY_WORD = {word: key for key, words in _WORDS.items() for word in words.split(", ")}
"""Danish and Swedish words for the keys, such as `titel` for `title`."""
THEME_KEYS = frozenset({
    "comments", "hide", "icon", "layout", "render_macros", "revision_date", "search", "social", "tags",
    "template",
})  # fmt: skip
"""What Material and MkDocs take from front matter, and no record or page may set."""


def nearest_key(written: str, known: Collection[str]) -> str | None:
    """Return the one of the `known` keys of a mapping that `written` most likely stands for."""
    written = written.strip().casefold()
    meant = KEYS_BY_WORD.get(written)
    return meant if meant in known else nearest_value(written, known)


def nearest_value(written: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """Return the one of `known` that `written` most likely misspells, if they are alike (0 to 1)."""
    close = get_close_matches(written.casefold()[:80], list(known), n=1, cutoff=likeness)
    return close[0] if close else None


@cache
def heading_words() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return what people call the columns of a sheet of courses, by the columns' names and by language."""
    table = toml.decode(
        Path(__file__).with_name("heading_words.toml").read_bytes(), type=dict[str, dict[str, str]]
    )
    return {
        name: {language: tuple(word.strip() for word in words.split(",")) for language, words in each.items()}
        for name, each in table.items()
    }


@cache
def keys_by_any_word() -> dict[str, tuple[str, ...]]:
    """Return the keys that a word or a heading may stand for, the likeliest first."""
    found: dict[str, dict[str, None]] = {}
    for key, words in _WORDS.items():
        for word in words.split(", "):
            found.setdefault(folded(word), {})[key] = None
    for name, by_language in heading_words().items():
        for word in (word for words in by_language.values() for word in words):
            found.setdefault(folded(word), {})[name.rpartition(".")[2]] = None
    return {word: tuple(keys) for word, keys in found.items()}


def folded(word: str) -> str:
    """Return a word without capitals, marks and what stands around it: `Målgruppe:` is `malgruppe`."""
    plain = normalize("NFKD", word.casefold().replace("_", " ").replace("ø", "o").replace("æ", "ae"))
    return " ".join("".join(each for each in plain if not combining(each)).split()).strip(" .:*?-")
