"""Requests to the preview's server as a WSGI server hands them over, without a network."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import unquote_to_bytes

from katalog.i18n.phrases import editor_phrases
from katalog.preview.app import PreviewApp
from katalog.preview.status import Status, StatusChannel

PORT = 8123
HOST = f"127.0.0.1:{PORT}"


@dataclass
class Answered:
    body: Iterable[bytes]
    status: str
    headers: dict[str, str]

    @property
    def code(self) -> int:
        return int(self.status.split()[0])

    @property
    def text(self) -> str:
        return b"".join(self.body).decode()


@dataclass
class Asker:
    """The preview of a folder, below `mount`; its pages are there from the beginning."""

    site: Path
    mount: str = "/"
    channel: StatusChannel = field(default_factory=lambda: StatusChannel("proces"))
    language: str = "da"

    def __post_init__(self) -> None:
        self.channel.tell(Status(has_pages=True), ["kurser/index.html"])

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answered:
        """Ask as a reader who types an address; `headers` are of the environment."""
        own = {"HTTP_HOST": HOST, "HTTP_SEC_FETCH_SITE": "none"} | headers
        environ: dict[str, Any] = {name: each for name, each in own.items() if each}
        path, _, query = path.partition("?")
        environ |= {"REQUEST_METHOD": method, "PATH_INFO": unquote_to_bytes(path).decode("latin-1")}
        environ["QUERY_STRING"] = query
        begun: list[Any] = []

        def start(status: str, headers: list[tuple[str, str]], *_: Any) -> Any:
            begun.extend([status, dict(headers)])

        phrases = editor_phrases(self.language)
        app = PreviewApp(PORT, self.site, self.mount, Lock(), self.channel, phrases)
        body = app(environ, start)
        return Answered(body, *begun)
