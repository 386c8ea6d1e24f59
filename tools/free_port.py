"""Print the first loopback port from 8000 on that nothing listens at."""

from __future__ import annotations

import socket

FIRST, LAST = 8000, 8099


def is_free(port: int) -> bool:
    """Tell whether the development server could listen at `port`."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


if __name__ == "__main__":
    print(next(filter(is_free, range(FIRST, LAST + 1)), FIRST))
