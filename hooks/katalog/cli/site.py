"""`katalog site`: the site on this machine, built anew at every change."""

from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING

from katalog.cli.build import run_mkdocs

if TYPE_CHECKING:
    import argparse

    from katalog.i18n.phrases import Phrases

FIRST, LAST = 8000, 8099
"""The ports that are tried, in order."""


def run(options: argparse.Namespace, phrases: Phrases) -> int:
    """Serve on the loopback address until stopped; returns the exit status."""
    port = options.port or next(filter(is_free, range(FIRST, LAST + 1)), FIRST)
    return run_mkdocs(phrases, "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}")


def shares_ports() -> bool:
    """Tell whether a system lets two programs listen at one port where they ask for `SO_REUSEADDR`: Windows.

    Elsewhere that only lets a program listen again where the one before it has just ended.
    """
    return os.name == "nt"


def is_free(port: int) -> bool:
    """Tell whether the server could listen at `port`."""
    with socket.socket() as probe:
        if not shares_ports():
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
