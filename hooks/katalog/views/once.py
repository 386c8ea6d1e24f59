"""What a reader makes once and shows on several pages: `reader.memo` keeps it as long as the reader."""

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
        if key not in memo:
            memo[key] = make(reader)
        found: T = memo[key]
        return found

    return made


def once_for_all(make: Callable[[Reader], T]) -> Callable[[Reader], T]:
    """Let all languages make something once that is the same in each, on one day."""

    @wraps(make)
    def made(reader: Reader) -> T:
        memo, key = reader.catalogue.memo, (make, reader.today)
        if key not in memo:
            memo[key] = make(reader)
        found: T = memo[key]
        return found

    return made


def once_each(make: Callable[[Reader, N], T]) -> Callable[[Reader, N], T]:
    """Let each reader make something once of each record."""

    @wraps(make)
    def made(reader: Reader, of: N) -> T:
        memo, key = reader.memo, (make, of.id)
        if key not in memo:
            memo[key] = make(reader, of)
        found: T = memo[key]
        return found

    return made


def once_each_for_all(make: Callable[[Reader, N], T]) -> Callable[[Reader, N], T]:
    """Let all languages make something once of each record that is the same in each, on one day."""

    @wraps(make)
    def made(reader: Reader, of: N) -> T:
        memo, key = reader.catalogue.memo, (make, of.id, reader.today)
        if key not in memo:
            memo[key] = make(reader, of)
        found: T = memo[key]
        return found

    return made
