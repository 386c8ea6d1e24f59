"""What a value depends on, recorded while it is computed.

Code that returns something that may be different in the next build must record it (`note`, `note_days`).
What is recorded within a `recording` block is all that the value computed there depends on, besides the code,
the settings and the phrases.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

from msgspec import Struct, field

T = TypeVar("T")
Input = tuple[str, str]
"""A kind of input and which of that kind: `("record", "laesecirkler")`."""

FIRST_DAY, LAST_DAY = 1, 3652059
"""`date.min` and `date.max` as ordinals."""


class Dependencies(Struct, frozen=True, gc=False):
    """What a value depends on: inputs, names of other values, and the days on which it is the same.

    `first` and `last` are ordinals of days, both included.
    """

    inputs: tuple[Input, ...] = ()
    values: tuple[str, ...] = ()
    first: int = FIRST_DAY
    last: int = LAST_DAY


class Reads(Struct):
    """Collects dependencies while a value is computed; `noted()` returns a compact copy."""

    inputs: set[Input] = field(default_factory=set)
    values: set[str] = field(default_factory=set)
    first: int = FIRST_DAY
    last: int = LAST_DAY

    def add(self, other: Dependencies) -> None:
        """Add all that another value depends on."""
        self.inputs.update(other.inputs)
        self.values.update(other.values)
        self.within(other.first, other.last)

    def noted(self) -> Dependencies:
        """Return all that was recorded."""
        return Dependencies((*self.inputs,), (*self.values,), self.first, self.last)

    def within(self, first: int, last: int) -> None:
        """Narrow the days on which the value is the same."""
        self.first, self.last = max(self.first, first), min(self.last, last)


class ValueCache(Protocol):
    """Values of the last build, by language, by the function that computed them, and by name."""

    def find(self, language: str, function: str, name: str, kind: Any) -> tuple[Any, bytes] | None:
        """Return a value of a type and its digest, if its inputs are unchanged."""

    def keep(self, language: str, function: str, name: str, value: object, digest: bytes) -> None:
        """Keep a value for the next build."""

    def note(self, name: str, digest: bytes, reads: Reads) -> None:
        """Record the dependencies and the digest of a value that is itself a dependency."""


_stack: list[Reads] = []
_caches: list[ValueCache] = []


@contextmanager
def using_cache(cache: ValueCache) -> Iterator[None]:
    """Use `cache` for memoised values within the block."""
    _caches.append(cache)
    try:
        yield
    finally:
        _caches.pop()


def value_cache() -> ValueCache | None:
    """Return the cache in use; nothing outside a build of outputs."""
    return _caches[-1] if _caches else None


@contextmanager
def recording() -> Iterator[Reads]:
    """Record what is read within the block."""
    reads = Reads()
    _stack.append(reads)
    try:
        yield reads
    finally:
        _stack.pop()


def note(read: Input) -> None:
    """Record that an input is read."""
    if _stack:
        _stack[-1].inputs.add(read)


def note_days(first: int, last: int) -> None:
    """Record that what is read is the same from the day `first` to the day `last` (ordinals)."""
    if _stack:
        _stack[-1].within(first, last)


def note_dependencies(noted: Dependencies) -> None:
    """Record everything that another value depends on."""
    if _stack:
        _stack[-1].add(noted)


def memoised(memo: dict[Hashable, tuple[T, Dependencies]], key: Hashable, make: Callable[[], T]) -> T:
    """Return the value that `memo` holds for a key, made when first asked for.

    Its dependencies are recorded each time.
    """
    if key not in memo:
        with recording() as reads:
            value = make()
        memo[key] = value, reads.noted()
    value, noted = memo[key]
    note_dependencies(noted)
    return value
