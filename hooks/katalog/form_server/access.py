"""Who may ask: pages of the program's own, with the token of its address, on this machine's own names.

Another page in the same browser can send requests here, and a name of its own can lead here (DNS rebinding);
neither knows the token, and neither's requests come with this server's name and origin.
"""

from hmac import compare_digest
from wsgiref.types import WSGIEnvironment

from msgspec import Struct

from katalog.local_server.request_origin import READS, comes_from_own, is_for

WRITES = frozenset({"POST"})


class Access(Struct, frozen=True):
    """The token that every address begins with, and the port."""

    token: str
    port: int

    def refusal(self, environ: WSGIEnvironment) -> str:
        """Return the status of a request that is refused; empty for one that is answered."""
        method = str(environ["REQUEST_METHOD"])
        if method not in READS | WRITES:
            return "405 Method Not Allowed"
        if not is_for(self.port, environ) or not comes_from_own(environ, writes=method in WRITES):
            return "403 Forbidden"
        return "" if self._knows_token(str(environ.get("PATH_INFO", ""))) else "404 Not Found"

    def _knows_token(self, path: str) -> bool:
        start = f"/{self.token}/".encode()
        return compare_digest(path.encode("utf-8", "surrogateescape")[: len(start)], start)
