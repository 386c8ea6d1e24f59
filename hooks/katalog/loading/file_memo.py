"""What was found in single files: it holds for as long as their bytes are the same.

Between builds it lies in `.katalog/`, sealed with the digest of the code that found it; within one process it
stays in memory.  Without it everything is read anew, to the same end.
"""

from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from typing import Any, TypeVar

from msgspec import Raw, Struct, msgpack

from katalog.schema.annotations import LangText

T = TypeVar("T")


class _Part(Struct, array_like=True):
    """One thing that was found, given something besides the file; `Raw` until it is asked for."""

    given: bytes
    value: Raw


class SeenFile(Struct, array_like=True):
    """What was found in a file, by names; `digest` is that of its bytes."""

    digest: bytes
    parts: dict[str, _Part] = {}


class FileMemo:
    """Keeps what is made of files, part by part."""

    def __init__(self, files: dict[str, SeenFile] | None = None) -> None:
        """Begin with what was found before in files, by their paths."""
        self.files = files or {}
        self._seen: set[str] = set()
        self._changed = False

    def see(self, path: str, data: bytes) -> bytes:
        """Forget what was found in a file with other bytes; returns the digest of those it has."""
        digest = blake2b(data, digest_size=16).digest()
        if path not in self.files or self.files[path].digest != digest:
            self.files[path] = SeenFile(digest)
            self._changed = True
        self._seen.add(path)
        return digest

    def part(self, path: str, name: str, kind: type[T], make: Callable[[], T], given: bytes = b"") -> T:
        """Return the part `name` of a file that was seen: a `kind`, made by `make` of it and `given`."""
        if path not in self._seen:
            return make()
        parts = self.files[path].parts
        known = parts.get(name)
        if known is None or known.given != given:
            known = parts[name] = _Part(given, make())  # type: ignore[arg-type]
            self._changed = True
        elif isinstance(known.value, Raw):
            known.value = decoder_of(kind).decode(known.value)  # type: ignore[arg-type]
        return known.value  # type: ignore[return-value]

    def finish(self) -> bool:
        """Forget the files that were not seen since the last time; tells whether anything is another."""
        gone = self.files.keys() - self._seen
        for path in gone:
            del self.files[path]
        changed, self._changed = self._changed or bool(gone), False
        self._seen.clear()
        return changed


def given(*values: object) -> bytes:
    """Return a digest of what a cached result depends on besides the file: data, structs, texts."""
    return blake2b(ENCODER.encode(values), digest_size=16).digest()


def _plain(value: Any) -> Any:
    if isinstance(value, LangText):
        return value.plain, value.lang
    raise TypeError(f"{value!r} cannot be kept")


def _restored(kind: type, value: Any) -> Any:
    if kind is LangText:
        return LangText(*value)
    raise TypeError(f"{kind} cannot be read")


@cache
def decoder_of(kind: Any) -> msgpack.Decoder[Any]:
    """Return what reads values of a type: records, structs and texts that know their language."""
    return msgpack.Decoder(kind, dec_hook=_restored)


ENCODER = msgpack.Encoder(enc_hook=_plain)
