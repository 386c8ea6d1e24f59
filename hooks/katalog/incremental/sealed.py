"""What lies in `.katalog/` counts only as it was written, and for what it was written for."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from katalog.scratch import keep, read_kept

if TYPE_CHECKING:
    from pathlib import Path

    from msgspec import msgpack

_SEAL = 20


def read_sealed(root: Path, name: str, key: bytes) -> bytes:
    """Return what was kept under a name for the same `key` (up to 64 bytes); nothing for anything else."""
    return opened(read_kept(root, name), key)


def keep_sealed(root: Path, name: str, data: bytes, key: bytes) -> None:
    """Keep something for whoever asks for it with the same `key`."""
    keep(root, name, sealed(data, key))


def sealed(data: bytes, key: bytes) -> bytes:
    """Return something as `opened` opens it."""
    return _seal(data, key) + data


def sealed_value(encoder: msgpack.Encoder, value: object, key: bytes) -> bytearray:
    """Return what an encoder makes of a value, sealed; it is not copied, for it may be large."""
    made = bytearray(_SEAL)
    encoder.encode_into(value, made, _SEAL)
    made[:_SEAL] = _seal(memoryview(made)[_SEAL:], key)
    return made


def opened(kept: bytes, key: bytes) -> bytes:
    """Return what was sealed with `key`; nothing where a bit of it is another."""
    seal, data = kept[:_SEAL], kept[_SEAL:]
    return data if seal == _seal(data, key) else b""


def _seal(data: bytes | memoryview, key: bytes) -> bytes:
    return blake2b(data, digest_size=_SEAL, key=key).digest()
