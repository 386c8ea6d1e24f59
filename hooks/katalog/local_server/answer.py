"""An answer to a request (WSGI, PEP 3333), with the headers that keep it to this machine's own pages."""

from collections.abc import Iterable
from mimetypes import guess_type
from wsgiref.types import StartResponse, WSGIEnvironment

from msgspec import Struct

PAGE = "text/html; charset=utf-8"
HEADERS = (
    ("Cache-Control", "no-store"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
)
_TYPES = {
    ".atom": "application/atom+xml",
    ".css": "text/css",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".vcf": "text/vcard",
    ".webmanifest": "application/manifest+json",
}
"""What does not depend on what the machine knows."""


class Answer(Struct, frozen=True):
    """A body with its type; `policy` is the content security policy of a page."""

    body: bytes = b""
    kind: str = "text/plain; charset=utf-8"
    policy: str = "default-src 'none'"
    status: str = "200 OK"
    location: str = ""

    def send(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Answer a request; no other site may show it in a frame."""
        policy = f"{self.policy}; frame-ancestors 'self'" if self.policy else ""
        headers = [("Content-Type", self.kind), ("Content-Length", str(len(self.body))), *HEADERS]
        headers += [("Content-Security-Policy", policy)] if policy else []
        headers += [("Location", self.location)] if self.location else []
        start(self.status, headers)
        return [b"" if environ["REQUEST_METHOD"] == "HEAD" else self.body]


def refused(status: str) -> Answer:
    """Return an answer that says its status and nothing else."""
    return Answer(status.encode(), status=status)


def type_of(name: str) -> str:
    """Return the media type of a file by its name."""
    ending = name[name.rfind(".") :].lower()
    kind = _TYPES.get(ending) or guess_type(name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


def decoded(path: str) -> str:
    """Return a path as UTF-8; WSGI hands it over as Latin-1."""
    return path.encode("latin-1", "replace").decode("utf-8", "replace")
