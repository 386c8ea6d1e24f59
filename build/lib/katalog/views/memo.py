"""What a reader makes once and shows on several pages: `reader.memo` keeps it until its language is written.

`None` is not kept: what may be nothing is made again.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from katalog.views.reader import Reader

    class Named(Protocol):
        """A record or anything else with an id of its own."""

        @property
        def id(self) -> str: ...


T = TypeVar("T")
N = TypeVar("N", bound="Named")


def once(make: Callable[[Reader], T]) -> Callable[[Reader], T]:
    """Let each reader make something once."""

    @wraps(make)
    def made(reader: Reader) -> T:
        memo, key = reader.memo, (make, "")
        found: T | None = memo.get(key)
        if found is None:
            found = memo[key] = make(reader)
        return found

    return made


def once_for_all(make: Callable[[Reader], T]) -> Callable[[Reader], T]:
    """Let all languages make something once that is the same in each, on one day."""

    @wraps(make)
    def made(reader: Reader) -> T:
        memo, key = reader.catalogue.memo, (make, reader.today)
        found: T | None = memo.get(key)
        if found is None:
            found = memo[key] = make(reader)
        return found

    return made


def once_each(make: Callable[[Reader, N], T]) -> Callable[[Reader, N], T]:
    """Let each reader make something once of each record."""

    @wraps(make)
    def made(reader: Reader, of: N) -> T:
        memo, key = reader.memo, (make, of.id)
        found: T | None = memo.get(key)
        if found is None:
            found = memo[key] = make(reader, of)
        return found

    return made


def once_each_for_all(make: Callable[[Reader, N], T]) -> Callable[[Reader, N], T]:
    """Let all languages make something once of each record that is the same in each, on one day."""

    @wraps(make)
    def made(reader: Reader, of: N) -> T:
        memo, key = reader.catalogue.memo, (make, of.id, reader.today)
        found: T | None = memo.get(key)
        if found is None:
            found = memo[key] = make(reader, of)
        return found

    return made
