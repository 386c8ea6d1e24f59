"""Values that a language's reader makes once and several pages show.

A value that is made of many inputs stands for them: who asks for it is noted to have read the value, and is
as good as before while the value's digest is.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, TypeVarTuple

from katalog.reads import Reads, SharedValue, note_reads, recording
from katalog.views.value_digest import digest_of, name_of_value

if TYPE_CHECKING:
    from collections.abc import Callable

    from katalog.views.reader import Reader

T = TypeVar("T")
Arguments = TypeVarTuple("Arguments")

MANY = 12
"""From how many inputs on a value stands for them; one that is made of such a value always does."""
MEMOISED: dict[str, Callable[..., Any]] = {}
"""Every memoised function by its name, to make a value again of its name."""


def memoise(make: Callable[[Reader, *Arguments], T]) -> Callable[[Reader, *Arguments], T]:
    """Let a reader make a value once for the same arguments and find it in `reader.memo` from then on.

    A record counts by its id, anything else by its value; so `make` may read nothing but its arguments.
    """
    return _memoised(make, MANY)


def extract(make: Callable[[Reader, *Arguments], T]) -> Callable[[Reader, *Arguments], T]:
    """Memoise a value that holds much less than its inputs: it stands for them however few they are.

    Whatever is made of it stays as it is while records change in what the value does not hold.
    """
    return _memoised(make, 0)


def _memoised(make: Callable[[Reader, *Arguments], T], many: int) -> Callable[[Reader, *Arguments], T]:
    name = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def memoised(reader: Reader, *arguments: *Arguments) -> T:
        key = (make, *[getattr(each, "id", each) for each in arguments])
        if key not in reader.memo:
            with recording() as reads:
                value = make(reader, *arguments)
            few = len(reads.inputs) < many and not reads.values
            reader.memo[key] = value, reads if few else _value(reads, value, name, reader, arguments)
        found, reads = reader.memo[key]
        note_reads(reads)
        return found  # type: ignore[no-any-return]

    MEMOISED[name] = memoised
    return memoised


def _value(reads: Reads, value: object, name: str, reader: Reader, arguments: tuple[Any, ...]) -> Reads:
    """Return that a value is read, and not what it is made of; the latter where it has no digest."""
    digest, name = digest_of(value), name_of_value(name, reader.language, arguments)
    return Reads(values={name: SharedValue(reads, digest)}) if digest and name else reads
