"""A build's scratch folder, and the lock that lets the builds of a project pass one at a time.

Whoever holds the lock is the only build of the project, so every other scratch folder is a dead build's.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from filelock import FileLock, Timeout

from katalog.source.record_folder import read_bytes

SCRATCH = ".katalog"
MAX_KEPT = 256 * 1024 * 1024
_LOCK = "build.lock"
_PREFIX = "stage-"


def scratch_folder(root: Path) -> Path | None:
    """Return the project's `.katalog/`, made when missing; nothing where it cannot be made or is a link."""
    folder = root / SCRATCH
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return None
    return None if folder.is_symlink() else folder


def read_kept(root: Path, name: str) -> bytes:
    """Return what an earlier build kept under a name; nothing where it kept none."""
    folder = scratch_folder(root)
    data, problems = read_bytes(folder, name, MAX_KEPT) if folder else (b"", [])
    return b"" if problems else data


def keep(root: Path, name: str, data: bytes | bytearray, mode: int = 0o666) -> None:
    """Keep something for the next build: all of it or, where it cannot be written, what was there.

    `mode` is who may read and write it, less the process's umask; Windows does not look at it.
    """
    if folder := scratch_folder(root):
        half = folder / f"{name}.new"
        with suppress(OSError):
            half.unlink(missing_ok=True)
            # never through a link that somebody has put there
            with open(half, "xb", opener=partial(os.open, mode=mode)) as file:
                file.write(data)
            half.replace(folder / name)


class Scratch:
    """One build's scratch folder: in the project, unless nothing can be written there."""

    def __init__(self, root: Path, wait: Callable[[], None]) -> None:
        """Wait, having called `wait`, while another build is at work; `OSError` on a full disk."""
        around = scratch_folder(root)
        self._lock = _locked(around / _LOCK, wait) if around else None
        if around and self._lock:
            for dead in around.glob(f"{_PREFIX}*"):
                rmtree(dead, ignore_errors=True)
        self.folder = _made(around)

    def remove(self) -> None:
        """Remove the folder and let the next build begin."""
        rmtree(self.folder, ignore_errors=True)
        if self._lock:
            self._lock.release()


def _made(around: Path | None) -> Path:
    if around:
        with suppress(OSError):
            return Path(mkdtemp(prefix=_PREFIX, dir=around))
    return Path(mkdtemp(prefix=f"katalog-{_PREFIX}"))


def _locked(file: Path, wait: Callable[[], None]) -> FileLock | None:
    """Return the lock, held; nothing where the file system has none or the file cannot be made."""
    lock = FileLock(file, thread_local=False)
    try:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            wait()
            lock.acquire()
    except (OSError, NotImplementedError):
        return None
    return lock
