"""Values that memoised functions keep from build to build: only those of changed records are computed.

Each function has a file in each language beside the store, read when the first of its values is needed: an
edited text needs the dates of all courses, and none of their lines of calendars.
"""

from typing import Any

from msgspec import Raw, Struct

from katalog.incremental.cache import Cache
from katalog.incremental.tasks import Tasks
from katalog.loading.file_memo import decoder_of
from katalog.read_tracking import Reads

_Group = tuple[str, str]
"""A language and a function."""


class _Kept(Struct, array_like=True):
    digest: bytes
    value: Raw
    """The value itself once somebody has asked for it, or made it."""


class CachedValues:
    """The cache of memoised functions while outputs are made; it is valid for the fingerprint `key`."""

    def __init__(self, cache: Cache, key: bytes, tasks: Tasks) -> None:
        self._cache, self._key, self._tasks = cache, key, tasks
        self._before: dict[_Group, dict[str, _Kept]] = {}
        self._made: dict[_Group, dict[str, _Kept]] = {}

    def find(self, language: str, function: str, name: str, kind: Any) -> tuple[Any, bytes] | None:
        """Return a value and its digest, if its inputs are those of the last build."""
        digest = self._tasks.digest_before(name)
        known = self._known((language, function)).get(name) if digest else None
        return _read(known, kind) if known and known.digest == digest else None

    def keep(self, language: str, function: str, name: str, value: object, digest: bytes) -> None:
        """Keep a value for the next build."""
        self._made.setdefault((language, function), {})[name] = _Kept(digest, value)  # type: ignore[arg-type]

    def note(self, name: str, digest: bytes, reads: Reads) -> None:
        """Record the dependencies of a value that other values or outputs depend on."""
        self._tasks.note(name, digest, reads)

    def finish(self, language: str) -> None:
        """Write the new values of a language, with the old ones that are still valid."""
        for group in [each for each in self._made if each[0] == language]:
            made, current = self._made.pop(group), self._tasks.digest_now
            before = self._known(group).items()
            known = {name: each for name, each in before if current(name) == each.digest} | made
            self._cache.keep(_file(group), known, self._key)
        self._before = {group: each for group, each in self._before.items() if group[0] != language}

    def _known(self, group: _Group) -> dict[str, _Kept]:
        if group not in self._before:
            self._before[group] = _known(self._cache, group, self._key)
        return self._before[group]


class LastValues:
    """The values of the last build, whatever they were made of, but for those of one record; keeps none.

    For pages that are shown until a build makes them: what they show of others may be of the build before.
    """

    def __init__(self, cache: Cache, key: bytes, without: str) -> None:
        self._cache, self._key, self._without = cache, key, f'"{without}"'

    def find(self, language: str, function: str, name: str, kind: Any) -> tuple[Any, bytes] | None:
        """Return a value and its digest, unless it is of that record."""
        known = (
            None if self._without in name else _known(self._cache, (language, function), self._key).get(name)
        )
        return _read(known, kind) if known else None

    def keep(self, language: str, function: str, name: str, value: object, digest: bytes) -> None:
        """Keep nothing: the next build makes it again."""

    def note(self, name: str, digest: bytes, reads: Reads) -> None:
        """Record nothing."""


def _known(cache: Cache, group: _Group, key: bytes) -> dict[str, _Kept]:
    return cache.read(_file(group), dict[str, _Kept], key)


def _read(known: _Kept, kind: Any) -> tuple[Any, bytes]:
    if isinstance(known.value, Raw):
        known.value = decoder_of(kind).decode(known.value)
    return known.value, known.digest


def _file(group: _Group) -> str:
    return "values-{}-{}".format(*group)
