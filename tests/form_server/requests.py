"""Requests to the form's server as a WSGI server hands them over, without a network."""

import json
from base64 import b64encode
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

from katalog.form_server.access import Access
from katalog.form_server.app import FormServer
from katalog.form_server.repository import repository_name
from katalog.settings import read_settings
from tests.support import SETTINGS

TOKEN = "proeve-token"  # noqa: S105 - of a server that nobody can reach
PORT = 8123
HOST = f"127.0.0.1:{PORT}"


@dataclass
class Answered:
    status: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def code(self) -> int:
        return int(self.status.split()[0])


@dataclass
class Asker:
    """A server over a folder, and what it noted of changes."""

    root: Path
    changes: int = 0

    def __post_init__(self) -> None:
        settings = read_settings(SETTINGS)
        self.server = FormServer(
            Access(TOKEN, PORT),
            self.root,
            settings,
            self._state,
            self._changed,
            self.root / ".katalog/preview",
        )

    def _state(self, language: str) -> dict[str, Any]:
        return {"language": language}

    def _changed(self, paths: list[str]) -> None:
        assert paths
        self.changes += 1

    def ask(self, path: str, method: str = "GET", data: bytes = b"", **headers: str) -> Answered:
        """Ask as a page of the server's own does; `headers` are of the environment, empty ones left out."""
        own = {"HTTP_HOST": HOST, "HTTP_SEC_FETCH_SITE": "same-origin", "CONTENT_LENGTH": str(len(data))}
        own |= {"HTTP_ORIGIN": f"http://{HOST}"} if method == "POST" else {}
        environ: dict[str, Any] = {name: each for name, each in (own | headers).items() if each}
        environ |= {"REQUEST_METHOD": method, "PATH_INFO": unquote_to_bytes(path).decode("latin-1")}
        answered = Answered()

        def start(status: str, headers: list[tuple[str, str]], *_: Any) -> Any:
            answered.status, answered.headers = status, dict(headers)

        answered.body = b"".join(self.server(environ | {"wsgi.input": BytesIO(data)}, start))
        return answered

    def api(self, path: str, data: Any = None, language: str = "da", **headers: str) -> Answered:
        """Ask the form's repository; what is sent makes it a request that may write."""
        body = b"" if data is None else json.dumps(data).encode()
        method = "GET" if data is None else "POST"
        return self.ask(f"/{TOKEN}/{language}/form/api/v1/{path}", method, body, **headers)

    def own(self, path: str = "", data: Any = None, **headers: str) -> Answered:
        """Ask about the project."""
        return self.api(f"repos/{repository_name(self.root)}{path}", data, **headers)

    def file(self, path: str) -> Answered:
        return self.own(f"/media/main/{path}")

    def change(self, *changes: dict[str, str], **headers: str) -> Answered:
        return self.own("/contents", {"files": changes}, **headers)

    def shas(self) -> dict[str, str]:
        """Return the hash of each file that is listed."""
        tree = json.loads(self.own("/git/trees/main").body)["tree"]
        return {each["path"]: each["sha"] for each in tree}


def writing(path: str, data: bytes, sha: str = "") -> dict[str, str]:
    """Return a change that creates a file or, with the hash of what was read, updates it."""
    content = b64encode(data).decode()
    return {"operation": "update" if sha else "create", "path": path, "content": content, "sha": sha}


def removing(path: str) -> dict[str, str]:
    return {"operation": "delete", "path": path}
