"""A folder as a repository that Sveltia CMS knows how to edit: the part of Gitea's API that it asks for.

See https://docs.gitea.com/api/.  A proposal to write names the content that each file had when the form
read it, so that what somebody else has written meanwhile is not written over.
"""

from base64 import b64decode, b64encode
from datetime import UTC, datetime
from hashlib import sha1, sha256
from itertools import count
from pathlib import Path
from threading import Lock
from typing import Any

import msgspec
from msgspec import Struct, field

from katalog.form.backend import FOLDER_BRANCH, FOLDER_OWNER
from katalog.form_server.files import ProjectFiles, RefusedError, blob_sha, limit_of

MANY = 100_000
"""More files than a project has: everything is answered at once."""
_FIXED: dict[str, Any] = {
    "version": {"version": "1.24.0"},
    "user": {"id": 1, "login": "katalog", "full_name": "", "email": "", "avatar_url": "", "html_url": ""},
    "settings/api": {
        "default_paging_num": MANY,
        "max_response_items": MANY,
        "default_max_blob_size": 1 << 30,
        "default_max_response_size": 1 << 40,
    },
}


class Change(Struct):
    """What is to become of one file: `create`, `update` or `delete`; `sha` is that of what was read of it."""

    operation: str
    path: str
    content: str = ""
    from_path: str = ""
    sha: str | None = ""

    @property
    def data(self) -> bytes:
        """The new content."""
        try:
            return b64decode(self.content, validate=True)
        except ValueError:  # also for letters that are none of Base64
            raise RefusedError("400 Bad Request") from None


class Proposal(Struct):
    """The files that one press of a button changes."""

    files: list[Change] = field(default_factory=list)


class Wanted(Struct):
    """The files that are to be read."""

    files: list[str] = field(default_factory=list)


def repository_name(root: Path) -> str:
    """Return a project's name in the form, by which the browser keeps what is not saved yet."""
    return f"{FOLDER_OWNER}/{sha256(str(root.resolve()).encode('utf-8', 'surrogateescape')).hexdigest()[:16]}"


class Repository:
    """The answers about one project."""

    def __init__(self, root: Path) -> None:
        self.files = ProjectFiles(root)
        self._own = f"repos/{repository_name(root)}"
        self._lock = Lock()
        self._commits = count()

    def answer(self, path: str) -> Any:
        """Return what is told of an address below that of the API."""
        if path in _FIXED:
            return _FIXED[path]
        if path.startswith(f"{self._own}/git/trees/"):
            return {"tree": self._tree(), "truncated": False}
        if path == f"{self._own}/branches/{FOLDER_BRANCH}":
            return {"commit": {"id": self._head(), "message": ""}}
        own = {
            self._own: {"permissions": {"pull": True, "push": True}, "default_branch": FOLDER_BRANCH},
            f"{self._own}/commits": [],
        }
        if path in own:
            return own[path]
        raise RefusedError("404 Not Found")

    def attachment(self, path: str) -> str:
        """Return the path of the file whose bytes an address asks for; empty for one that asks for others."""
        start = f"{self._own}/media/{FOLDER_BRANCH}/"
        return path.removeprefix(start) if path.startswith(start) else ""

    def change(self, path: str, data: bytes) -> tuple[Any, list[str]]:
        """Return the answer to what is sent, and which files were changed."""
        if path == f"{self._own}/file-contents":
            return [self._content(each) for each in _decoded(data, Wanted).files], []
        if path == f"{self._own}/contents":
            changes = _decoded(data, Proposal).files
            with self._lock:
                return self._write(changes), [each.path for each in changes]
        raise RefusedError("404 Not Found")

    def _head(self) -> str:
        """Return what stands for the newest commit: another one for every change of any file."""
        lines = (f"{path} {blob.sha}\n" for path, blob in self.files.listed().items())
        return sha1("".join(lines).encode("utf-8", "surrogateescape"), usedforsecurity=False).hexdigest()

    def _tree(self) -> list[dict[str, Any]]:
        return [
            {"type": "blob", "path": path, "sha": blob.sha, "size": blob.size}
            for path, blob in self.files.listed().items()
        ]

    def _content(self, path: str) -> dict[str, str]:
        return {"path": path, "encoding": "base64", "content": b64encode(self.files.read(path)).decode()}

    def _write(self, changes: list[Change]) -> dict[str, Any]:
        """Write everything, or nothing where one file is refused.

        The commit's name is no state of the folder, so that the form looks for what others have written.
        """
        for each in changes:
            self._refuse(each)
        for each in changes:
            if each.operation == "delete":
                self.files.remove(each.path)
                continue
            self.files.write(each.path, each.data)
            if each.from_path and each.from_path != each.path:
                self.files.remove(each.from_path)
        blobs = {each.path: self.files.blob(each.path) for each in changes}
        now = max((blob.modified for blob in blobs.values() if blob), default=0)
        name = blob_sha(b"%d" % next(self._commits))
        return {
            "commit": {"sha": name, "created": datetime.fromtimestamp(now, UTC).isoformat()},
            "files": [{"path": path, "sha": blob.sha if blob else ""} for path, blob in blobs.items()],
        }

    def _refuse(self, change: Change) -> None:
        """Refuse a file that is none of the form's, is too large, or is no longer what the form has read."""
        for path in filter(None, (change.path, change.from_path)):
            self.files.check(path)
        if change.operation not in {"create", "update", "delete"}:
            raise RefusedError("400 Bad Request")
        limit = limit_of(change.path)
        if len(change.data) > limit:
            kilobytes = str(limit // 1024)
            raise RefusedError(
                "413 Content Too Large", "form.not-saved.large", path=change.path, limit=kilobytes
            )
        before, now = change.from_path or change.path, self._sha(change.from_path or change.path)
        if change.operation == "create" and now:
            raise RefusedError("409 Conflict", "form.not-saved.exists", path=before)
        if change.operation == "update" and change.sha and now != change.sha:
            raise RefusedError("409 Conflict", "form.not-saved.changed", path=before)

    def _sha(self, path: str) -> str:
        blob = self.files.blob(path)
        return blob.sha if blob else ""


def _decoded(data: bytes, shape: type[Any]) -> Any:
    try:
        return msgspec.json.decode(data, type=shape)
    except msgspec.MsgspecError:
        raise RefusedError("400 Bad Request") from None
