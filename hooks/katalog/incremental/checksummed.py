"""Files in `.katalog/` with a checksum over bytes and key: one that is damaged or of another key is empty."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from katalog.scratch import keep, read_kept

if TYPE_CHECKING:
    from pathlib import Path

    from msgspec import msgpack

_SIZE = 20


def read_checksummed(root: Path, name: str, key: bytes) -> bytes:
    """Return what was kept under a name for the same `key` (up to 64 bytes); nothing for anything else."""
    return verified(read_kept(root, name), key)


def keep_checksummed(root: Path, name: str, data: bytes, key: bytes) -> None:
    """Keep something for whoever asks for it with the same `key`."""
    keep(root, name, checksummed(data, key))


def checksummed(data: bytes, key: bytes) -> bytes:
    """Return data with its checksum, as `verified` reads it."""
    return _checksum(data, key) + data


def checksummed_value(encoder: msgpack.Encoder, value: object, key: bytes) -> bytearray:
    """Return an encoded value with its checksum; it is not copied, for it may be large."""
    made = bytearray(_SIZE)
    encoder.encode_into(value, made, _SIZE)
    made[:_SIZE] = _checksum(memoryview(made)[_SIZE:], key)
    return made


def verified(kept: bytes, key: bytes) -> bytes:
    """Return the data of what was kept with `key`; nothing where a bit of it is another."""
    found, data = kept[:_SIZE], kept[_SIZE:]
    return data if found == _checksum(data, key) else b""


def _checksum(data: bytes | memoryview, key: bytes) -> bytes:
    return blake2b(data, digest_size=_SIZE, key=key).digest()
