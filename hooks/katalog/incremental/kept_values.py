"""Values of the build before: who needs all of a kind takes those that were made of the same from there.

They lie in a file of each function and language beside the store, which is read when the first of them is
asked for: a text that is edited needs the dates of all courses, and none of their lines of calendars.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec import Raw, Struct, msgpack

from katalog.file_memo import ENCODER, decoder_of
from katalog.incremental.sealed import opened, sealed_value

if TYPE_CHECKING:
    from katalog.incremental.cache import Cache
    from katalog.incremental.tasks import Tasks
    from katalog.read_tracking import Reads


_Group = tuple[str, str]
"""A language and a function."""


class _Kept(Struct, array_like=True):
    digest: bytes
    value: Raw
    """The value itself once somebody has asked for it, or made it."""


class KeptValues:
    """What memoised functions ask for and hand over while outputs are made; `key` seals it."""

    def __init__(self, cache: Cache, key: bytes, tasks: Tasks) -> None:
        self._cache, self._key, self._tasks = cache, key, tasks
        self._before: dict[_Group, dict[str, _Kept]] = {}
        self._made: dict[_Group, dict[str, _Kept]] = {}

    def find(self, language: str, function: str, name: str, kind: Any) -> tuple[Any, bytes] | None:
        """Return a value and its digest, if the build before made it of what there is now."""
        digest = self._tasks.digest_before(name)
        known = self._known((language, function)).get(name) if digest else None
        if known is None or known.digest != digest:
            return None
        if isinstance(known.value, Raw):
            known.value = decoder_of(kind).decode(known.value)
        return known.value, digest

    def keep(self, language: str, function: str, name: str, value: object, digest: bytes) -> None:
        """Hand a value over to the next build."""
        self._made.setdefault((language, function), {})[name] = _Kept(digest, value)  # type: ignore[arg-type]

    def note(self, name: str, digest: bytes, reads: Reads) -> None:
        """Take down what a value is made of on which others stand."""
        self._tasks.note(name, digest, reads)

    def finish(self, language: str) -> None:
        """Write down what was made of a language, beside what is still as it was."""
        for group in [each for each in self._made if each[0] == language]:
            made, current = self._made.pop(group), self._tasks.digest_now
            before = self._known(group).items()
            known = {name: each for name, each in before if current(name) == each.digest} | made
            self._cache.keep(_file(group), known, partial(_encoded, self._key), self._key)
        self._before = {group: each for group, each in self._before.items() if group[0] != language}

    def _known(self, group: _Group) -> dict[str, _Kept]:
        if group not in self._before:
            decode = partial(_decoded, self._key)
            self._before[group] = self._cache.read(_file(group), decode, self._key)
        return self._before[group]


def _file(group: _Group) -> str:
    return "values-{}-{}".format(*group)


def _decoded(key: bytes, kept: bytes) -> dict[str, _Kept]:
    data = opened(kept, key)
    return _KEPT.decode(data) if data else {}


def _encoded(key: bytes, values: dict[str, _Kept]) -> bytearray:
    return sealed_value(ENCODER, values, key)


_KEPT = msgpack.Decoder(dict[str, _Kept])
