"""Serving on this machine alone: which port, and a server that answers several requests at once."""

import os
import socket
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server
from wsgiref.types import WSGIApplication

HOST = "127.0.0.1"
FIRST, LAST = 8000, 8099
"""The ports that are tried, in order."""


def free_port() -> int:
    """Return the first port that is free; the first of all where none is."""
    return next(filter(is_free, range(FIRST, LAST + 1)), FIRST)


def shares_ports() -> bool:
    """Tell whether a system lets two programs listen at one port where they ask for `SO_REUSEADDR`: Windows.

    Elsewhere that only lets a program listen again where the one before it has just ended.
    """
    return os.name == "nt"


def is_free(port: int) -> bool:
    """Tell whether a server could listen at `port`."""
    with socket.socket() as probe:
        if not shares_ports():
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError):
            return False
    return True


def server(port: int, app: WSGIApplication) -> WSGIServer:
    """Return a server that listens at `port`; `OSError` where another program does."""
    return make_server(HOST, port, app, _Server, _Quiet)


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    allow_reuse_address = not shares_ports()


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Say nothing of each request: addresses may hold a token, and the terminal is for problems."""
