"""The files of a project that the form may read and write: records, pages, topics, what belongs to them."""

import os
import re
from collections.abc import Iterator
from hashlib import sha1
from pathlib import Path
from tempfile import NamedTemporaryFile

from msgspec import Struct

from katalog.source.attachment_content import MAX_ATTACHMENT
from katalog.source.decode import MAX_BYTES
from katalog.source.file_names import ATTACHMENT_TYPES, RESERVED, extension
from katalog.source.record_folder import read_bytes

EDITED_FOLDERS = ("content", "courses", "projects")
TOPICS = "content/topics.yml"
MAX_DEPTH = 8
_NAME = re.compile(r"(?!\.)[^\x00-\x1f\x7f\\/:*?\"<>|]{1,150}(?<![. ])")
"""A name that every system takes, and that does not lead elsewhere."""


class RefusedError(Exception):
    """What is asked for is not given; `status` is HTTP's, `phrase` what the editor is told of it."""

    def __init__(self, status: str, phrase: str = "", **params: str) -> None:
        super().__init__(status)
        self.status = status
        self.phrase = phrase
        self.params = params


class Blob(Struct, frozen=True):
    """A file as Git knows it: its content's hash, its size in bytes; when it changed, in seconds of Unix."""

    sha: str
    size: int
    modified: float


class ProjectFiles:
    """The files below a project's folder, by their paths with `/` between their parts."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[str, tuple[tuple[int, int], Blob]] = {}

    def listed(self) -> dict[str, Blob]:
        """Return every file by its path."""
        paths = (path for folder in EDITED_FOLDERS for path in sorted(self._below(folder)))
        found = ((path, self.blob(path)) for path in paths)
        return {path: blob for path, blob in found if blob}

    def _below(self, folder: str) -> Iterator[str]:
        if (self._root / folder).is_symlink():
            return
        for place, folders, names in os.walk(self._root / folder):
            folders[:] = [each for each in folders if not (Path(place) / each).is_symlink()]
            for name in names:
                path = (Path(place) / name).relative_to(self._root).as_posix()
                if is_allowed(path) and not (self._root / path).is_symlink():
                    yield path

    def blob(self, path: str) -> Blob | None:
        """Return what a file is, read anew where it changed; nothing where it is none, or too large."""
        try:
            status = (self._root / path).stat()
        except OSError:
            return None
        stamp = status.st_mtime_ns, status.st_size
        if path not in self._known or self._known[path][0] != stamp:
            data, problems = read_bytes(self._root, path, limit_of(path))
            if problems:
                return None
            self._known[path] = stamp, Blob(blob_sha(data), len(data), status.st_mtime)
        return self._known[path][1]

    def read(self, path: str) -> bytes:
        """Return a file's bytes."""
        self.check(path)
        if not (self._root / path).is_file():
            raise RefusedError("404 Not Found")
        data, problems = read_bytes(self._root, path, limit_of(path))
        if problems:
            raise RefusedError("403 Forbidden")
        return data

    def write(self, path: str, data: bytes) -> None:
        """Put a file in the place of the one that is there, at once; its lines end as that one's."""
        place = self._root / path
        data = self._with_ends_of_lines(path, data)
        place.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=place.parent, prefix=".katalog-", delete=False) as file:
            file.write(data)
        try:
            Path(file.name).chmod(0o644)
            Path(file.name).replace(place)
        except PermissionError:  # Windows, where another program has the file open
            Path(file.name).unlink(missing_ok=True)
            raise RefusedError("423 Locked", "form.not-saved.open", path=path) from None
        self._known.pop(path, None)

    def _with_ends_of_lines(self, path: str, data: bytes) -> bytes:
        """Return a text with the ends of lines that Git gives files on Windows, where the file has them."""
        if not is_text(path) or not (self._root / path).is_file() or b"\r\n" in data:
            return data
        return data.replace(b"\n", b"\r\n") if b"\r\n" in self.read(path) else data

    def remove(self, path: str) -> None:
        """Remove a file, and its folder where nothing else is in it."""
        place = self._root / path
        place.unlink(missing_ok=True)
        if len(place.relative_to(self._root).parts) > 2 and not any(place.parent.iterdir()):
            place.parent.rmdir()

    def check(self, path: str) -> None:
        """Refuse what is none of these files, and every way through a link."""
        if not is_allowed(path):
            raise RefusedError("403 Forbidden", "form.not-saved.name", path=path)
        steps = path.split("/")
        if any((self._root / "/".join(steps[:end])).is_symlink() for end in range(1, len(steps) + 1)):
            raise RefusedError("403 Forbidden", "form.not-saved.name", path=path)


def blob_sha(data: bytes) -> str:
    """Return Git's hash of a file with this content (gitformat-objects)."""
    return sha1(b"blob %d\0%b" % (len(data), data), usedforsecurity=False).hexdigest()


def is_allowed(path: str) -> bool:
    """Tell a path of a record, a page, the topics or an attachment."""
    steps = path.split("/")
    if (
        steps[0] not in EDITED_FOLDERS
        or not 2 <= len(steps) <= MAX_DEPTH
        or not all(map(_NAME.fullmatch, steps))
    ):
        return False
    if any(step.lower().split(".")[0] in RESERVED for step in steps):
        return False
    return path == TOPICS or extension(steps[-1]) in ATTACHMENT_TYPES | {".md"}


def limit_of(path: str) -> int:
    """Return how many bytes a file may have: as many as the check takes."""
    return MAX_BYTES if is_text(path) else MAX_ATTACHMENT


def is_text(path: str) -> bool:
    """Tell a record, a page or the topics from an attachment."""
    return path == TOPICS or path.endswith(".md")
