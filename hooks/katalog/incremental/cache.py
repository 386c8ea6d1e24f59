"""Keeps named values from build to build."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from katalog.scratch import keep, read_kept

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")


class Cache:
    """Keeps values in `.katalog/`, from process to process."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def read(self, name: str, decode: Callable[[bytes], T], key: bytes = b"") -> T:  # noqa: ARG002
        """Return the value of a name; `decode` makes it of its bytes, and an empty value of none.

        A value is valid for one `key`; `decode` must refuse bytes that were kept under another.
        """
        return decode(read_kept(self._root, name))

    def keep(self, name: str, value: T, encode: Callable[[T], bytes | bytearray], key: bytes = b"") -> None:  # noqa: ARG002
        """Keep a value under a name; `encode` makes bytes of it."""
        keep(self._root, name, encode(value))


class MemoryCache(Cache):
    """Keeps values in memory, from build to build of one process; `write` keeps them for the next process.

    Values are handed out as they are and may be changed: after a build that failed, `forget` them.
    """

    def __init__(self, root: Path, prefix: str) -> None:
        """Set the process's values apart from those of others by `prefix`."""
        super().__init__(root)
        self._prefix = prefix
        self._held: dict[str, tuple[bytes, Any]] = {}
        self._unwritten: dict[str, Callable[[Any], bytes | bytearray]] = {}

    def read(self, name: str, decode: Callable[[bytes], T], key: bytes = b"") -> T:
        """Return what was kept under a name in this process, or else in the one before it."""
        held = self._held.get(name)
        if held is None or held[0] != key:
            held = self._held[name] = key, super().read(f"{self._prefix}{name}", decode, key)
        value: T = held[1]
        return value

    def keep(self, name: str, value: T, encode: Callable[[T], bytes | bytearray], key: bytes = b"") -> None:
        """Keep a value under a name until the process ends."""
        self._held[name] = key, value
        self._unwritten[name] = encode

    def forget(self) -> None:
        """Go back to what was written last."""
        self._held.clear()
        self._unwritten.clear()

    def write(self) -> None:
        """Keep everything for the next process."""
        for name, encode in self._unwritten.items():
            key, value = self._held[name]
            super().keep(f"{self._prefix}{name}", value, encode, key)
        self._unwritten.clear()
