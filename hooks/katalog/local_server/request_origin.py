"""Who asks: a page of the program's own, or one from elsewhere in the same browser.

Another page can send requests here, and a name of its own can lead here (DNS rebinding); its requests come
without this server's name, or with an origin that is another.
"""

from wsgiref.types import WSGIEnvironment

READS = frozenset({"GET", "HEAD"})


def loopback_hosts(port: int) -> tuple[str, ...]:
    """Return the names that a server on loopback answers to."""
    return f"127.0.0.1:{port}", f"localhost:{port}"


def is_for(port: int, environ: WSGIEnvironment) -> bool:
    """Tell whether a request is for the server on `port` by one of its own names."""
    return str(environ.get("HTTP_HOST", "")) in loopback_hosts(port)


def comes_from_own(environ: WSGIEnvironment, *, writes: bool) -> bool:
    """Tell a request of one's own pages: browsers say with every writing one where it comes from."""
    origin, site = environ.get("HTTP_ORIGIN"), environ.get("HTTP_SEC_FETCH_SITE")
    allowed = {"same-origin"} if writes else {"same-origin", "none"}
    own = f"http://{environ.get('HTTP_HOST', '')}"
    return (origin == own or (origin is None and not writes)) and site in {None, *allowed}


def follows_link(environ: WSGIEnvironment) -> bool:
    """Tell whether a request opens a page in a window of its own, wherever the link stood."""
    return (environ.get("HTTP_SEC_FETCH_MODE"), environ.get("HTTP_SEC_FETCH_DEST")) == (
        "navigate",
        "document",
    )
