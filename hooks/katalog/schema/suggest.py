"""What an editor probably meant: the nearest key, value or id."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from pathlib import Path

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
