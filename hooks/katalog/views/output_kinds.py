"""Kinds of outputs: what there is to make of each kind, and how one of them is made."""

from collections.abc import Callable, Iterable, Sized
from typing import Generic, TypeVar

from msgspec import Struct

from katalog.schema.entries import Entry
from katalog.views.reader import Reader

T = TypeVar("T")


class OutputKind(Struct, Generic[T], frozen=True):
    """Pages or feeds of one kind: `keys` tell them apart, `make` makes those of one key."""

    keys: Callable[[Reader], Iterable[str]]
    make: Callable[[Reader, str], Iterable[T]]


def whole(make: Callable[[Reader], Iterable[T]]) -> OutputKind[T]:
    """Return a kind that is made all at once."""
    return OutputKind(lambda _: ("",), lambda reader, _: make(reader))


def of_each(make: Callable[[Reader, Entry], Iterable[T]], *collections: str) -> OutputKind[T]:
    """Return a kind with something for each record of some collections; of every record without any."""

    def keys(reader: Reader) -> Iterable[str]:
        found = reader.catalogue.by_collection
        return [entry.id for name in collections or found for entry in found.get(name, ())]

    return OutputKind(keys, lambda reader, key: make(reader, reader.entry(key)))


def of_parts(
    keys: Callable[[Reader], Iterable[str]],
    parts: Callable[[Reader, str], Sized],
    make: Callable[[Reader, str, int], Iterable[T]],
) -> OutputKind[T]:
    """Return a kind with something for each part (from 1 on) of what there is of each key."""

    def numbered(reader: Reader) -> Iterable[str]:
        return [f"{key} {n}" for key in keys(reader) for n in range(1, len(parts(reader, key)) + 1)]

    def made(reader: Reader, key: str) -> Iterable[T]:
        of, number = key.rsplit(" ", 1)
        return make(reader, of, int(number))

    return OutputKind(numbered, made)


def of_topics(make: Callable[[Reader, str], Iterable[T]]) -> OutputKind[T]:
    """Return a kind with something for each topic."""
    return OutputKind(lambda reader: reader.catalogue.topics, make)
