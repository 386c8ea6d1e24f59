"""Serve a built site on loopback as docs/publishing.md says a host should: compressed, with the headers.

For browser tests and `make audit`; what a real host does beyond it (TLS, HTTP/2) is not imitated.
"""

import gzip
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

from katalog.html.csp import policy

HEADERS = {
    "Content-Security-Policy": policy(header=True),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "max-age=300",
}
TYPES = {
    ".atom": "application/atom+xml",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".opml": "text/x-opml; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".vcf": "text/vcard; charset=utf-8",
    ".xml": "application/xml",
}
COMPRESSED = frozenset(TYPES) - {".opml", ".txt"}


@cache
def compressed(path: Path) -> bytes:
    """Return a file's bytes as a host sends them at gzip's usual level."""
    return gzip.compress(path.read_bytes(), 6, mtime=0)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = TYPES | {"": "application/octet-stream"}
    sent: Mapping[str, str] = HEADERS

    def send_head(self) -> BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        missing = not path.is_file()
        path = Path(self.directory) / "404.html" if missing else path
        squeeze = path.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", "")
        body = compressed(path) if squeeze else path.read_bytes()
        self.send_response(404 if missing else 200)
        if squeeze:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def end_headers(self) -> None:
        for name, value in self.sent.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


@contextmanager
def served(site: Path, headers: Mapping[str, str] = HEADERS) -> Iterator[str]:
    """Serve `site` on a free port of this machine alone; yields its address, with a slash at the end."""
    handler = partial(type("_With", (_Handler,), {"sent": headers}), directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
