"""Values that a language's reader makes once and several pages show."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from katalog.views.reader import Reader

T = TypeVar("T")
Arguments = TypeVarTuple("Arguments")


def memoise(make: Callable[[Reader, *Arguments], T]) -> Callable[[Reader, *Arguments], T]:
    """Let a reader make a value once for the same arguments and find it in `reader.memo` from then on.

    A record counts by its id, anything else by its value; so `make` may read nothing but its arguments.
    """

    @wraps(make)
    def memoised(reader: Reader, *arguments: *Arguments) -> T:
        key = (make, *[getattr(each, "id", each) for each in arguments])
        if key not in reader.memo:
            reader.memo[key] = make(reader, *arguments)
        found: T = reader.memo[key]
        return found

    return memoised
