"""What the next build is told: what each output was made of, and which files it wrote.

A store counts only for the code, settings and phrases that made it, and whole; without one everything is
made anew, to the same bytes.
"""

from array import array
from collections.abc import Iterable

from msgspec import Struct

from katalog.incremental.cache import Cache


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


class PageNote(Struct, array_like=True):
    """What sitemap (languages) and search (digest) need of a reused page; empty where it is in neither."""

    address: str
    alternates: dict[str, str]
    indexed: bytes = b""


class Made(Struct, array_like=True):
    """What one task made: digests of files by their paths in the published folder, and notes on its pages."""

    sources: Sources
    files: dict[str, bytes]
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
    """What the outputs of one language, or of all, were made of.

    The number of an input or value is its place in the list of names.
    """

    inputs: list[tuple[str, str]] = []
    digests: list[bytes] = []
    names: list[str] = []
    values: list[Value] = []
    plans: dict[str, Plan] = {}
    tasks: dict[str, Made] = {}
    records: dict[str, bytes] = {}
    """What tells the files of each record from others (`Inputs.files`)."""


def read_store(cache: Cache, part: str, fingerprint: bytes) -> Store:
    """Return what was kept of a part under the same fingerprint; an empty store for anything else."""
    return cache.read(f"outputs-{part}", Store, fingerprint)


def keep_store(cache: Cache, part: str, store: Store, fingerprint: bytes) -> None:
    """Keep the store of a part, a language or `all`, for the next build."""
    cache.keep(f"outputs-{part}", store, fingerprint)
