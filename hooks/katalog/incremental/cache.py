"""Keeps named values in `.katalog/`; one that is damaged or of another key is none."""

from collections.abc import Hashable
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar, cast

from katalog.loading.file_memo import ENCODER, decoder_of
from katalog.publishing.scratch import keep, read_kept

T = TypeVar("T")
_SIZE = 20


def read_value(root: Path, name: str, kind: type[T], key: bytes) -> T | None:
    """Return the value of type `kind` that was kept under a name for the same `key` (up to 64 bytes)."""
    kept = read_kept(root, name)
    found, data = kept[:_SIZE], memoryview(kept)[_SIZE:]
    if found != _checksum(data, key):
        return None
    return cast("T", decoder_of(cast("Hashable", kind)).decode(data))


def keep_value(root: Path, name: str, value: object, key: bytes) -> None:
    """Keep plain data, structs and texts for whoever asks for it with the same `key`."""
    made = bytearray(_SIZE)
    ENCODER.encode_into(value, made, _SIZE)  # not copied, for it may be large
    made[:_SIZE] = _checksum(memoryview(made)[_SIZE:], key)
    keep(root, name, made)


def _checksum(data: memoryview, key: bytes) -> bytes:
    return blake2b(data, digest_size=_SIZE, key=key).digest()


class Cache:
    """Keeps values in `.katalog/`, from process to process.  A value is valid for one `key`."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def read(self, name: str, kind: type[T], key: bytes) -> T:
        """Return the value of a name, of type `kind`; an empty one of that type where none is valid."""
        found = read_value(self._root, name, kind, key)
        return kind() if found is None else found

    def keep(self, name: str, value: object, key: bytes) -> None:
        """Keep a value under a name."""
        keep_value(self._root, name, value, key)


class MemoryCache(Cache):
    """Keeps values in memory, from build to build of one process; `write` keeps them for the next process.

    Values are handed out as they are and may be changed: after a build that failed, `forget` them.
    """

    def __init__(self, root: Path, prefix: str) -> None:
        """Set the process's values apart from those of others by `prefix`."""
        super().__init__(root)
        self._prefix = prefix
        self._held: dict[str, tuple[bytes, Any]] = {}
        self._unwritten: set[str] = set()

    def read(self, name: str, kind: type[T], key: bytes) -> T:
        """Return what was kept under a name in this process, or else in the one before it."""
        held = self._held.get(name)
        if held is None or held[0] != key:
            held = self._held[name] = key, super().read(f"{self._prefix}{name}", kind, key)
        value: T = held[1]
        return value

    def keep(self, name: str, value: object, key: bytes) -> None:
        """Keep a value under a name until the process ends."""
        self._held[name] = key, value
        self._unwritten.add(name)

    def forget(self) -> None:
        """Go back to what was written last."""
        self._held.clear()
        self._unwritten.clear()

    def write(self) -> None:
        """Keep everything for the next process."""
        for name in sorted(self._unwritten):
            key, value = self._held[name]
            super().keep(f"{self._prefix}{name}", value, key)
        self._unwritten.clear()
