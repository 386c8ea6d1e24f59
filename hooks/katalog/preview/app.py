"""What is answered to a request (WSGI, PEP 3333): the pages as they are built, and how they stand."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Lock
from urllib.parse import unquote
from wsgiref.types import StartResponse, WSGIEnvironment

from katalog.i18n.phrases import Phrases
from katalog.local_server.answer import HEADERS, PAGE, Answer, decoded, refused, type_of
from katalog.local_server.request_origin import READS, comes_from_own, follows_link, is_for
from katalog.preview.pages import waiting_page, with_script
from katalog.preview.status import StatusChannel, as_data
from katalog.publishing.update import file_at

OWN = "/.katalog/"
"""Where the preview's own files are served; no page of a site has such an address."""
ASSETS = Path(__file__).parent / "assets"
PING = 15.0
"""Seconds between signs of life, by which a browser that is gone is noticed."""


class PreviewApp:
    """The preview of one site below `mount`, an address that begins and ends with a slash.

    `site` is the folder of its pages; whoever changes files there holds `lock`.
    """

    def __init__(
        self, port: int, site: Path, mount: str, lock: Lock, channel: StatusChannel, phrases: Phrases
    ) -> None:
        self._port, self._site, self._mount = port, site, mount
        self._lock, self._channel, self._phrases = lock, channel, phrases

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        if refusal := self._refusal(environ):
            return refused(refusal).send(environ, start)
        path = decoded(str(environ.get("PATH_INFO", "")))
        if path == f"{OWN}events" and environ["REQUEST_METHOD"] == "GET":
            start("200 OK", [("Content-Type", "text/event-stream; charset=utf-8"), *HEADERS])
            return self._events(self._file(unquote(str(environ.get("QUERY_STRING", "")))))
        return self._answer(path).send(environ, start)

    def _refusal(self, environ: WSGIEnvironment) -> str:
        if environ["REQUEST_METHOD"] not in READS:
            return "405 Method Not Allowed"
        is_own = comes_from_own(environ, writes=False) or follows_link(environ)
        return "" if is_for(self._port, environ) and is_own else "403 Forbidden"

    def _events(self, file: str) -> Iterator[bytes]:
        """Yield the status now and each that follows, as server-sent events, for the page in `file`."""
        number, channel = -1, self._channel
        while True:
            found = channel.after(number, PING)
            if found is None:
                yield b":\n\n"
                continue
            number, status = found
            data = {"version": channel.version(file), "state": channel.state}
            data |= as_data(status, self._phrases)
            yield f"retry: 500\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()

    def _answer(self, path: str) -> Answer:
        if path.startswith(OWN):
            return _asset(path.removeprefix(OWN))
        if not self._channel.latest.has_pages:
            return self._waiting()
        if not path.startswith(self._mount):
            return Answer(status="302 Found", location=self._mount)
        return self._page(path.removeprefix(self._mount))

    def _waiting(self) -> Answer:
        page = waiting_page(self._channel.latest, self._channel.state, self._phrases)
        policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"
        return Answer(page.encode(), PAGE, policy, "503 Service Unavailable")

    def _page(self, path: str) -> Answer:
        file = file_at(path)
        with self._lock:
            place, version = self._place(file), self._channel.version(file)
            if place and place.is_dir():
                return Answer(status="301 Moved Permanently", location=f"{self._mount}{path}/")
            missing = place is None or not place.is_file()
            place = self._site / "404.html" if missing or place is None else place
            data = place.read_bytes() if place.is_file() else b""
        if place.suffix == ".html":
            data = with_script(data, version)
        return Answer(data, type_of(place.name), "", "404 Not Found" if missing else "200 OK")

    def _file(self, path: str) -> str:
        """Return the file of the site that is served at a path."""
        return file_at(path.removeprefix(self._mount))

    def _place(self, file: str) -> Path | None:
        """Return where a file of the site is; nothing for one that leads elsewhere."""
        if "\0" in file or "\\" in file or any(part in {"..", "."} for part in file.split("/")):
            return None
        place = self._site / file
        return place if place.resolve().is_relative_to(self._site.resolve()) else None


def _asset(name: str) -> Answer:
    if name not in {"preview.js", "preview.css"}:
        return refused("404 Not Found")
    return Answer((ASSETS / name).read_bytes(), type_of(name))
