"""Where tests write: into memory where that has room, for they write and remove some 100,000 small files."""

import os
import re
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own in it
ROOM = 4 * 1024**3
"""Bytes that must be free there; a whole run needs less than half of it, a container often has none."""


def temporary_folder(memory: Path = MEMORY, room: int = ROOM) -> str:
    """Return the folder for temporary files: `memory` if it takes files and programs of `room` bytes."""
    return str(memory) if _room(memory) >= room else tempfile.gettempdir()


def _room(memory: Path) -> int:
    """Return the bytes that fit into a file system in memory; 0 where there is none."""
    if not (memory.is_dir() and os.access(memory, os.W_OK)):
        return 0
    system = os.statvfs(memory)
    if system.f_flag & os.ST_NOEXEC:
        return 0
    return min(system.f_bavail * system.f_frsize, _available())


def _available() -> int:
    """Return the bytes of memory that programs may still take; 0 where the system does not say."""
    try:
        text = Path("/proc/meminfo").read_text("ascii")
    except OSError:
        return 0
    found = re.search(r"MemAvailable:\s+(\d+) kB", text)
    return int(found[1]) * 1024 if found else 0
