"""What takes long to compile, kept where Python keeps compiled modules and for the same reason.

What is kept counts only for what it was made of, and whole; deleting it is always safe.  Where the
folder cannot be written, or Python is asked to keep nothing, nothing is kept.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec import msgpack

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

T = TypeVar("T")

_PACKAGE = Path(__file__).parent


def code_of(*names: str, library: ModuleType) -> bytes:
    """Return the source of modules and a library's version: what they made counts only for the same code."""
    return b"".join([library.__version__.encode(), *(_PACKAGE.joinpath(name).read_bytes() for name in names)])


def made_once(name: str, made_of: bytes, kind: type[T], make: Callable[[], T]) -> T:
    """Return a value that is kept, or make it and keep it."""
    if data := fetch(name, made_of):
        return msgpack.decode(data, type=kind)
    made = make()
    keep(name, made_of, msgpack.encode(made))
    return made


def fetch(name: str, made_of: bytes) -> bytes | None:
    """Return what is kept under a name; nothing where it was made of something else or is damaged."""
    try:
        found = _place(name).read_bytes()
    except OSError:
        return None
    seal, data = found[:32], found[32:]
    return data if seal == _seal(made_of, data) else None


def keep(name: str, made_of: bytes, data: bytes) -> None:
    """Keep what was made; another process sees all of it or none, and may keep the same at once."""
    if sys.dont_write_bytecode:
        return
    place = _place(name)
    half = place.with_name(f"{name}.{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(_seal(made_of, data) + data)
        half.replace(place)
    except OSError:
        with suppress(OSError):
            half.unlink()


def _place(name: str) -> Path:
    return Path(cache_from_source(__file__)).with_name(name)


def _seal(made_of: bytes, data: bytes) -> bytes:
    return sha256(sha256(made_of).digest() + data).digest()
