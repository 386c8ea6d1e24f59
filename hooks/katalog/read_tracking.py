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


class Noted(Struct, frozen=True, gc=False):
    """What a value was made of: inputs, names of earlier values, and the days on which it is the same.

    `first` and `last` are ordinals of days, both included.
    """

    inputs: tuple[Input, ...] = ()
    values: tuple[str, ...] = ()
    first: int = FIRST_DAY
    last: int = LAST_DAY


class Reads(Struct):
    """What a value is made of, while it is made; `noted` is the same in less memory, to be kept."""

    inputs: set[Input] = field(default_factory=set)
    values: set[str] = field(default_factory=set)
    first: int = FIRST_DAY
    last: int = LAST_DAY

    def add(self, other: Noted) -> None:
        """Count what another value was made of as read too."""
        self.inputs.update(other.inputs)
        self.values.update(other.values)
        self.within(other.first, other.last)

    def noted(self) -> Noted:
        """Return all that was read."""
        return Noted((*self.inputs,), (*self.values,), self.first, self.last)

    def within(self, first: int, last: int) -> None:
        """Narrow the days on which the value is the same."""
        self.first, self.last = max(self.first, first), min(self.last, last)


class Memory(Protocol):
    """Values of the build before, by their languages, the functions that made them, and their names."""

    def find(self, language: str, function: str, name: str, kind: Any) -> tuple[Any, bytes] | None:
        """Return a value of a type and its digest, if it was made of what there is now."""

    def keep(self, language: str, function: str, name: str, value: object, digest: bytes) -> None:
        """Hand a value over to the next build."""

    def note(self, name: str, digest: bytes, reads: Reads) -> None:
        """Take down what a value is made of on which others stand; its digest tells it from another."""


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


def note_all(noted: Noted) -> None:
    """Note everything that an earlier value was made of."""
    if _stack:
        _stack[-1].add(noted)


def recall(memo: dict[Hashable, tuple[T, Noted]], key: Hashable, make: Callable[[], T]) -> T:
    """Return the value that `memo` holds for a key, made when first asked for.

    Whoever asks counts as having read what it was made of.
    """
    if key not in memo:
        with recording() as reads:
            value = make()
        memo[key] = value, reads.noted()
    value, noted = memo[key]
    note_all(noted)
    return value
