"""Pictures that were drawn before: `.katalog/` keeps them by what is drawn, whatever else is another."""

from collections.abc import Callable
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from msgspec import msgpack

from katalog.publishing.scratch import keep, read_kept

_SEAL = 20
MOST_UNUSED = 1000
"""How many pictures are kept beside those that this build has asked for: others may stand in their files."""


class DrawnPictures:
    """The pictures under a name, read when the first is asked for."""

    def __init__(self, root: Path, name: str) -> None:
        self._root, self._name = root, name
        self._used: dict[str, bytes] = {}

    def of(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Return the picture with that key, drawn where it is not there."""
        self._used[key] = self._used.get(key) or self._before.get(key) or make()
        return self._used[key]

    def finish(self) -> None:
        """Keep what was asked for, and what was there before while it is not too much."""
        unused = self._before.keys() - self._used.keys()
        if not self._used.keys() <= self._before.keys() or len(unused) > MOST_UNUSED:
            others = self._before if len(unused) <= MOST_UNUSED else {}
            keep_pictures(self._root, self._name, others | self._used)

    @cached_property
    def _before(self) -> dict[str, bytes]:
        return read_pictures(self._root, self._name)


def read_pictures(root: Path, name: str) -> dict[str, bytes]:
    """Return what an earlier build kept, by its keys; nothing where a single bit of it is another."""
    data = read_kept(root, name)
    content = memoryview(data)[_SEAL:]
    if not content or data[:_SEAL] != _seal(content):
        return {}
    return msgpack.decode(content, type=dict[str, bytes])


def keep_pictures(root: Path, name: str, pictures: dict[str, bytes]) -> None:
    """Keep pictures for the next build."""
    made = bytearray(_SEAL)  # filled where it lies, for it is large
    msgpack.Encoder().encode_into(pictures, made, _SEAL)
    made[:_SEAL] = _seal(memoryview(made)[_SEAL:])
    keep(root, name, made)


def _seal(content: memoryview) -> bytes:
    return blake2b(content, digest_size=_SEAL).digest()
