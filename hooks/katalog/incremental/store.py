"""What the next build is told: what each output was made of, and which files it wrote.

A store counts only for the code, settings and phrases that made it, and whole; without one everything is
made anew, to the same bytes.
"""

from __future__ import annotations

from array import array
from functools import partial
from hashlib import blake2b
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct, msgpack

from katalog.incremental.checksummed import checksummed_value, verified
from katalog.publishing.files import PublishedFile  # noqa: TC001 - a struct's fields are read off at run time

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from katalog.incremental.cache import Cache

OUTPUTS = "outputs"
ENCODER = msgpack.Encoder(enc_hook=attrgetter("plain"))
"""Texts that know their language are text, as in `katalog.json_encoding`."""


class Sources(Struct, array_like=True, gc=False):
    """Inputs and values that something was made of, by their numbers (`packed`); days on which it holds."""

    inputs: bytes
    values: bytes
    first: int
    last: int


def packed(numbers: Iterable[int]) -> bytes:
    """Return numbers as they are kept: bytes, for there are a hundred times as many as outputs."""
    return array("I", numbers).tobytes()


def unpacked(numbers: bytes) -> Iterable[int]:
    """Return the numbers that `packed` has packed."""
    return memoryview(numbers).cast("I")


def renumbered(sources: Sources, inputs: Sequence[int], values: Sequence[int]) -> Sources:
    """Return the same sources by the numbers that each of the inputs and values has in another store."""
    return Sources(
        packed(inputs[number] for number in unpacked(sources.inputs)),
        packed(values[number] for number in unpacked(sources.values)),
        sources.first,
        sources.last,
    )


class PageNote(Struct, array_like=True):
    """What sitemap (languages) and search (digest) need of a reused page; empty where it is in neither."""

    address: str
    alternates: dict[str, str]
    indexed: bytes = b""


class Made(Struct, array_like=True):
    """What one task made: files by their paths in the published folder, and notes on the pages among them."""

    sources: Sources
    files: list[str]
    pages: list[PageNote]


class Value(Struct, array_like=True, gc=False):
    """A value that others are made of."""

    sources: Sources
    digest: bytes


class Plan(Struct, array_like=True):
    """The keys of a kind of output."""

    sources: Sources
    keys: list[str]


class Store(Struct, array_like=True):
    """Everything one build knew.  The number of an input or value is its place in the list of names."""

    inputs: list[tuple[str, str]] = []
    digests: list[bytes] = []
    names: list[str] = []
    values: list[Value] = []
    plans: dict[str, Plan] = {}
    tasks: dict[str, Made] = {}
    files: dict[str, PublishedFile] = {}
    records: dict[str, bytes] = {}
    """What tells the files of each record from others (`Inputs.files`)."""


def read_store(cache: Cache, fingerprint: bytes) -> Store:
    """Return what was kept under the same fingerprint; an empty store for anything else."""
    return cache.read(OUTPUTS, partial(_decoded, fingerprint), fingerprint)


def keep_store(cache: Cache, store: Store, fingerprint: bytes) -> None:
    """Keep a store for the next build."""
    cache.keep(OUTPUTS, store, partial(_encoded, fingerprint), fingerprint)


def _decoded(fingerprint: bytes, kept: bytes) -> Store:
    data = verified(kept, fingerprint)
    return msgpack.decode(data, type=Store) if data else Store()


def _encoded(fingerprint: bytes, store: Store) -> bytearray:
    return checksummed_value(ENCODER, store, fingerprint)


def file_digest(data: bytes) -> bytes:
    """Return the digest of a published file."""
    return blake2b(data, digest_size=16).digest()
