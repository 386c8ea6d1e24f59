"""Pictures that were drawn before: `.katalog/` keeps them by what is drawn, whatever else is another."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from katalog.publishing.kept_values import keep_value, read_value

KEY = b""
"""What is drawn is in the names of the pictures, so that all of them hold for every build."""
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
            keep_value(self._root, self._name, others | self._used, KEY)

    @cached_property
    def _before(self) -> dict[str, bytes]:
        return read_value(self._root, self._name, dict[str, bytes], KEY) or {}
