"""What a field's annotation says of it: how its text is read, translated, limited, what it refers to."""

from collections.abc import Callable
from typing import Any, Self, TypeAlias, TypeVar

from msgspec import Struct

from katalog.problems import InvalidValueError
from katalog.when.normalise import unquoted


class LangText(str):
    """Text that is language: a `str` that knows which language it is in.

    Pages mark it with `lang` where that differs from the page's own.
    """

    __slots__ = ("lang",)
    lang: str

    def __new__(cls, text: str, lang: str) -> Self:
        words = str.__new__(cls, text)
        words.lang = lang
        return words

    @property
    def plain(self) -> str:
        """The same text as a plain `str`, for writers of JSON; made when asked for, as most texts are not."""
        return str(self)

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        return (str(self), self.lang)


T = TypeVar("T")
ValueReader: TypeAlias = Callable[[Any, str], T]
"""What reads a value in a language (its tag), or raises `InvalidValueError`."""


class Scalar(Struct, frozen=True, eq=False):
    """Marks what reads a field's value, and what JSON Schema says of it."""

    read: ValueReader[Any]
    schema: dict[str, Any]


class Choices(Struct, frozen=True):
    """Marks the values of a field that a site may add to in its settings."""

    values: tuple[str, ...]


class MaxItems(Struct, frozen=True):
    """Marks how many values a field may hold."""

    limit: int


class OrOne(Struct, frozen=True):
    """Marks a list that a single value may stand for."""


OR_ONE = OrOne()


class Translatable(Struct, frozen=True):
    """Marks a field whose text a translation may replace."""


class Uncommon(Struct, frozen=True):
    """Marks a field that few records need: what explains fields names it after the others."""


UNCOMMON = Uncommon()


class Ref(Struct, frozen=True):
    """Marks an id of another record; `collections` are those it may stand in (empty: any)."""

    collections: frozenset[str] = frozenset()


def text_of(value: Any) -> str:
    """Return the scalar's text; a word processor's quotation marks are no part of it."""
    return unquoted(words_of(value))


def words_of(value: Any) -> str:
    """Return the scalar's text as people read it; a list or a mapping is refused."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        raise InvalidValueError("field.text-not-list")
    if isinstance(value, dict):
        raise InvalidValueError("field.text-not-mapping")
    raise InvalidValueError("field.empty")
