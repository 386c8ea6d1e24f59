"""The files of a project that the form may read and write: records, pages, topics, what belongs to them."""

from __future__ import annotations

import os
import re
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any

from katalog.source.attachment_content import MAX_ATTACHMENT
from katalog.source.decode import MAX_BYTES
from katalog.source.file_names import ATTACHMENT_TYPES, extension
from katalog.source.record_folder import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDERS = ("content", "courses", "projects")
TOPICS = "content/topics.yml"
MAX_DEPTH = 8
_NAME = re.compile(r"(?!\.)[^\x00-\x1f\x7f\\/:*?\"<>|]{1,150}(?<![. ])")
"""A name that every system takes, and that does not lead elsewhere."""


class RefusedError(Exception):
    """What is asked for is not given; `status` is HTTP's."""

    def __init__(self, status: str) -> None:
        super().__init__(status)
        self.status = status


class ProjectFiles:
    """The files below a project's folder, by their paths with `/` between their parts."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def listed(self) -> dict[str, dict[str, Any]]:
        """Return every file with its time of change in milliseconds, and the text of those the form reads."""
        return {path: self._about(path) for folder in FOLDERS for path in sorted(self._below(folder))}

    def _below(self, folder: str) -> Iterator[str]:
        if (self._root / folder).is_symlink():
            return
        for place, folders, names in os.walk(self._root / folder):
            folders[:] = [each for each in folders if not (Path(place) / each).is_symlink()]
            for name in names:
                path = (Path(place) / name).relative_to(self._root).as_posix()
                if is_allowed(path) and not (self._root / path).is_symlink():
                    yield path

    def _about(self, path: str) -> dict[str, Any]:
        about: dict[str, Any] = {"modified": (self._root / path).stat().st_mtime_ns // 1_000_000}
        if _is_text(path):
            data, problems = read_bytes(self._root, path)
            about |= {} if problems else {"text": data.decode("utf-8-sig", "replace")}
        return about

    def read(self, path: str) -> bytes:
        """Return a file's bytes."""
        self._check(path)
        if not (self._root / path).is_file():
            raise RefusedError("404 Not Found")
        data, problems = read_bytes(self._root, path, limit_of(path))
        if problems:
            raise RefusedError("403 Forbidden")
        return data

    def write(self, path: str, data: bytes) -> None:
        """Put a file in the place of the one that is there, at once."""
        self._check(path)
        if len(data) > limit_of(path):
            raise RefusedError("413 Content Too Large")
        place = self._root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=place.parent, prefix=".katalog-", delete=False) as file:
            file.write(data)
        Path(file.name).chmod(0o644)
        Path(file.name).replace(place)

    def remove(self, path: str) -> None:
        """Remove a file, and its folder where nothing else is in it."""
        self._check(path)
        place = self._root / path
        if not place.is_file():
            raise RefusedError("404 Not Found")
        place.unlink()
        if len(place.relative_to(self._root).parts) > 2 and not any(place.parent.iterdir()):
            place.parent.rmdir()

    def _check(self, path: str) -> None:
        """Refuse what is none of these files, and every way through a link."""
        if not is_allowed(path):
            raise RefusedError("403 Forbidden")
        steps = path.split("/")
        if any((self._root / "/".join(steps[:end])).is_symlink() for end in range(1, len(steps) + 1)):
            raise RefusedError("403 Forbidden")


def is_allowed(path: str) -> bool:
    """Tell a path of a record, a page, the topics or an attachment."""
    steps = path.split("/")
    if steps[0] not in FOLDERS or not 2 <= len(steps) <= MAX_DEPTH or not all(map(_NAME.fullmatch, steps)):
        return False
    return path == TOPICS or extension(steps[-1]) in ATTACHMENT_TYPES | {".md"}


def limit_of(path: str) -> int:
    """Return how many bytes a file may have: as many as the check takes."""
    return MAX_BYTES if _is_text(path) else MAX_ATTACHMENT


def _is_text(path: str) -> bool:
    return path == TOPICS or path.endswith(".md")
