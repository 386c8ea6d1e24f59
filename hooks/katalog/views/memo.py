"""Values that a language's reader makes once and several pages show.

A value that is made of many inputs stands for them: who asks for it is noted to have read the value, and is
as good as before while the value's digest is.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, TypeVarTuple

from katalog.read_tracking import Noted, Reads, memory, note_all, recording
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

    def made(reader: Reader, name: str, arguments: tuple[*Arguments]) -> tuple[T, Noted]:
        value, reads = _recorded(make, reader, arguments)
        few = len(reads.inputs) < MANY and not reads.values
        return value, reads.noted() if few else _standing_for(reads, value, name, reader, arguments)

    return _memoised(make, made)


def extract(make: Callable[[Reader, *Arguments], T]) -> Callable[[Reader, *Arguments], T]:
    """Memoise a value that holds much less than its inputs: it stands for them however few they are.

    Whatever is made of it stays as it is while records change in what the value does not hold.
    """

    def made(reader: Reader, name: str, arguments: tuple[*Arguments]) -> tuple[T, Noted]:
        value, reads = _recorded(make, reader, arguments)
        return value, _standing_for(reads, value, name, reader, arguments)

    return _memoised(make, made)


def kept(kind: Any) -> Callable[[Callable[[Reader, *Arguments], T]], Callable[[Reader, *Arguments], T]]:
    """Memoise an extract of type `kind`, plain data, that the next build takes over where it holds.

    It is for what is made of each of many records and asked for of all of them at once, or of all of them and
    asked for by each.
    """

    def decorate(make: Callable[[Reader, *Arguments], T]) -> Callable[[Reader, *Arguments], T]:
        def made(reader: Reader, name: str, arguments: tuple[*Arguments]) -> tuple[T, Noted]:
            known, called = memory(), name_of_value(name, reader.language, arguments)
            found = known.find(reader.language, name, called, kind) if known else None
            if found:
                return found[0], Noted(values=(called,))
            value, reads = _recorded(make, reader, arguments)
            if known is None:
                return value, reads.noted()
            digest = digest_of(value)
            known.note(called, digest, reads)
            known.keep(reader.language, name, called, value, digest)
            return value, Noted(values=(called,))

        return _memoised(make, made)

    return decorate


def _memoised(
    make: Callable[[Reader, *Arguments], T],
    made: Callable[[Reader, str, tuple[*Arguments]], tuple[T, Noted]],
) -> Callable[[Reader, *Arguments], T]:
    name = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def memoised(reader: Reader, *arguments: *Arguments) -> T:
        key = (make, *[getattr(each, "id", each) for each in arguments])
        if key not in reader.memo:
            reader.memo[key] = made(reader, name, arguments)
        found, noted = reader.memo[key]
        note_all(noted)
        return found  # type: ignore[no-any-return]

    MEMOISED[name] = memoised
    return memoised


def _recorded(
    make: Callable[[Reader, *Arguments], T], reader: Reader, arguments: tuple[*Arguments]
) -> tuple[T, Reads]:
    with recording() as reads:
        return make(reader, *arguments), reads


def _standing_for(
    reads: Reads, value: object, name: str, reader: Reader, arguments: tuple[Any, ...]
) -> Noted:
    """Return that a value is read; what it is made of where it has no digest, or nobody takes it down."""
    known = memory()
    digest = digest_of(value) if known else b""
    name = name_of_value(name, reader.language, arguments) if digest else ""
    if not known or not name:
        return reads.noted()
    known.note(name, digest, reads)
    return Noted(values=(name,))
