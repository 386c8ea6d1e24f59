"""Values in `.katalog/` with a checksum over bytes and key: one that is damaged or of another key is none."""

from collections.abc import Hashable
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar, cast

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
