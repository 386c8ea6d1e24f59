"""Values that a language's reader computes once and several pages show.

A value with many inputs is recorded as one dependency of whatever uses it, in place of them: that stays up to
date while the value's digest is the same.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, TypeVarTuple

from katalog.read_tracking import Dependencies, Reads, note_dependencies, recording, value_cache
from katalog.views.reader import Reader
from katalog.views.value_digest import digest_of, name_of_value

T = TypeVar("T")
Arguments = TypeVarTuple("Arguments")

MANY = 12
"""From so many inputs on a value is a dependency of its own; so is one that depends on such a value."""
MEMOISED: dict[str, Callable[..., Any]] = {}
"""Every memoised function by its name, so that a value can be computed again from its name."""


def memoise(make: Callable[[Reader, *Arguments], T]) -> Callable[[Reader, *Arguments], T]:
    """Compute a value once for the same reader and arguments; it is found in `reader.memo` from then on.

    Records are compared by their ids, all else by value; `make` may use the reader and its arguments only.
    """

    def made(reader: Reader, name: str, arguments: tuple[*Arguments]) -> tuple[T, Dependencies]:
        value, reads = _recorded(make, reader, arguments)
        few = len(reads.inputs) < MANY and not reads.values
        return value, reads.noted() if few else _standing_for(reads, value, name, reader, arguments)

    return _memoised(make, made)


def memoise_as_dependency(make: Callable[[Reader, *Arguments], T]) -> Callable[[Reader, *Arguments], T]:
    """Memoise a small value taken from large records, as a dependency of its own however few its inputs are.

    Other changes of those records leave what uses it up to date.
    """

    def made(reader: Reader, name: str, arguments: tuple[*Arguments]) -> tuple[T, Dependencies]:
        value, reads = _recorded(make, reader, arguments)
        return value, _standing_for(reads, value, name, reader, arguments)

    return _memoised(make, made)


def memoise_across_builds(
    kind: Any,
) -> Callable[[Callable[[Reader, *Arguments], T]], Callable[[Reader, *Arguments], T]]:
    """Memoise a value of type `kind`, plain data, which the next build reuses while its inputs are the same.

    For values that are computed per record and needed of all records at once, or computed from all records
    and needed by each.
    """

    def decorate(make: Callable[[Reader, *Arguments], T]) -> Callable[[Reader, *Arguments], T]:
        def made(reader: Reader, name: str, arguments: tuple[*Arguments]) -> tuple[T, Dependencies]:
            known, called = value_cache(), name_of_value(name, reader.language, arguments)
            found = known.find(reader.language, name, called, kind) if known else None
            if found:
                return found[0], Dependencies(values=(called,))
            value, reads = _recorded(make, reader, arguments)
            if known is None:
                return value, reads.noted()
            digest = digest_of(value)
            known.note(called, digest, reads)
            known.keep(reader.language, name, called, value, digest)
            return value, Dependencies(values=(called,))

        return _memoised(make, made)

    return decorate


def _memoised(
    make: Callable[[Reader, *Arguments], T],
    made: Callable[[Reader, str, tuple[*Arguments]], tuple[T, Dependencies]],
) -> Callable[[Reader, *Arguments], T]:
    name = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def memoised(reader: Reader, *arguments: *Arguments) -> T:
        key = (make, *[getattr(each, "id", each) for each in arguments])
        if key not in reader.memo:
            reader.memo[key] = made(reader, name, arguments)
        found, noted = reader.memo[key]
        note_dependencies(noted)
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
) -> Dependencies:
    """Return the value as one dependency; its inputs if it has no digest, or if no cache is in use."""
    known = value_cache()
    digest = digest_of(value) if known else b""
    name = name_of_value(name, reader.language, arguments) if digest else ""
    if not known or not name:
        return reads.noted()
    known.note(name, digest, reads)
    return Dependencies(values=(name,))
