"""What a value is made of, noted while it is made.

Whoever hands out something that may be another in the next build notes it (`note`, `note_days`).  What is
noted between the beginning and the end of `recording` is all that the value made there depends on, as long
as it is made of nothing else but the code, the settings and the phrases.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

T = TypeVar("T")
Input = tuple[str, str]
"""A kind of input and which of that kind: `("record", "laesecirkler")`."""

FIRST_DAY, LAST_DAY = 1, 3652059
"""`date.min` and `date.max` as ordinals."""


class Reads(Struct):
    """What a value was made of: inputs, values that were made before, and the days on which it is the same.

    `first` and `last` are ordinals of days, both included.
    """

    inputs: set[Input] = field(default_factory=set)
    values: dict[str, SharedValue] = field(default_factory=dict)
    first: int = FIRST_DAY
    last: int = LAST_DAY

    def add(self, other: Reads) -> None:
        """Count what another value was made of as read too."""
        self.inputs |= other.inputs
        self.values |= other.values
        self.within(other.first, other.last)

    def within(self, first: int, last: int) -> None:
        """Narrow the days on which the value is the same."""
        self.first, self.last = max(self.first, first), min(self.last, last)


class SharedValue(Struct, frozen=True):
    """A value that others are made of: its own reads, and a digest that tells whether it is another."""

    reads: Reads
    digest: bytes


class Memory(Protocol):
    """Values of the build before, by their names and languages."""

    def find(self, language: str, name: str, kind: Any) -> tuple[Any, bytes] | None:
        """Return a value of a type and its digest, if it was made of what there is now."""

    def keep(self, language: str, name: str, value: object, digest: bytes) -> None:
        """Hand a value over to the next build."""


_stack: list[Reads] = []
_memory: list[Memory] = []


@contextmanager
def remembering(memory: Memory) -> Iterator[None]:
    """Let values be found in `memory` within the block."""
    _memory.append(memory)
    try:
        yield
    finally:
        _memory.pop()


def memory() -> Memory | None:
    """Return where values of the build before are, while outputs are made."""
    return _memory[-1] if _memory else None


@contextmanager
def recording() -> Iterator[Reads]:
    """Note what is read within the block."""
    reads = Reads()
    _stack.append(reads)
    try:
        yield reads
    finally:
        _stack.pop()


def note(read: Input) -> None:
    """Note that an input is read."""
    if _stack:
        _stack[-1].inputs.add(read)


def note_days(first: int, last: int) -> None:
    """Note that what is read is the same from the day `first` to the day `last` (ordinals)."""
    if _stack:
        _stack[-1].within(first, last)


def note_reads(reads: Reads) -> None:
    """Note everything that an earlier value was made of."""
    if _stack:
        _stack[-1].add(reads)


def recall(memo: dict[Hashable, tuple[T, Reads]], key: Hashable, make: Callable[[], T]) -> T:
    """Return the value that `memo` holds for a key, made when first asked for.

    Whoever asks counts as having read what it was made of.
    """
    if key not in memo:
        with recording() as reads:
            memo[key] = make(), reads
    value, reads = memo[key]
    note_reads(reads)
    return value
