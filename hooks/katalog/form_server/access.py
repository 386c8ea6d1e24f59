"""Who may ask: pages of the program's own, with the token of its address, on this machine's own names.

Another page in the same browser can send requests here, and a name of its own can lead here (DNS rebinding);
neither knows the token, and neither's requests come with this server's name and origin.
"""

from __future__ import annotations

from hmac import compare_digest
from typing import Any

from msgspec import Struct

WRITES = frozenset({"POST"})
READS = frozenset({"GET", "HEAD"})


class Access(Struct, frozen=True):
    """The token that every address begins with, and the port."""

    token: str
    port: int

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names that the server answers to."""
        return f"127.0.0.1:{self.port}", f"localhost:{self.port}"

    def refusal(self, environ: dict[str, Any]) -> str:
        """Return the status of a request that is refused; empty for one that is answered."""
        method, host = str(environ["REQUEST_METHOD"]), str(environ.get("HTTP_HOST", ""))
        if method not in READS | WRITES:
            return "405 Method Not Allowed"
        if host not in self.hosts or not self._is_own(environ, f"http://{host}", writes=method in WRITES):
            return "403 Forbidden"
        return "" if self._knows_token(str(environ.get("PATH_INFO", ""))) else "404 Not Found"

    def _is_own(self, environ: dict[str, Any], own: str, *, writes: bool) -> bool:
        """Tell a request of one's own pages: browsers say with every writing one where it comes from."""
        origin, site = environ.get("HTTP_ORIGIN"), environ.get("HTTP_SEC_FETCH_SITE")
        allowed = {"same-origin"} if writes else {"same-origin", "none"}
        return (origin == own or (origin is None and not writes)) and site in {None, *allowed}

    def _knows_token(self, path: str) -> bool:
        start = f"/{self.token}/".encode()
        return compare_digest(path.encode("utf-8", "surrogateescape")[: len(start)], start)
