"""Keeps named values from build to build."""

from pathlib import Path
from typing import Any, TypeVar

from katalog.publishing.kept_values import keep_value, read_value

T = TypeVar("T")


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
