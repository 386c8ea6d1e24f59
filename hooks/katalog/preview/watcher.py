"""When files of a project change: at once by the system's notice, and within seconds where it gives none."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from threading import Event

from watchdog import events
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

WATCHED_FOLDERS = ("content", "courses", "projects", "overrides", "hooks")
READ_BESIDE = frozenset({".md", ".txt", ".yml"})
"""Which files of the project's own folder are read: settings, addresses, what may be meant as a record."""
SETTLE_SECONDS = 0.04
"""Seconds without a change after which an editor, or a program that writes many files, counts as done."""
MOST_SETTLES = 50
"""How many of these pass at most before a build begins all the same."""
POLL_SECONDS = 2.0
"""Seconds between looks at every file: on some disks, such as those of the network, nobody gives notice."""
_NOTICED = [
    events.DirCreatedEvent,
    events.DirDeletedEvent,
    events.DirMovedEvent,
    events.FileClosedEvent,
    events.FileCreatedEvent,
    events.FileDeletedEvent,
    events.FileModifiedEvent,
    events.FileMovedEvent,
]
"""Reading is left out: builds do it all the time."""

Snapshot = dict[str, tuple[int, int]]


class Watcher(events.FileSystemEventHandler):
    """Watches the sources of a project.  `begin` is called before they are read, `wait` afterwards.

    Whoever waits calls `check` now and then, which may raise to end waiting.
    """

    def __init__(self, root: Path, check: Callable[[], None] = lambda: None) -> None:
        self._root, self._check = root, check
        self._happened = Event()
        self._observer = Observer()
        self._watches: dict[str, tuple[int, ObservedWatch]] = {}
        self._seen: Snapshot = {}

    def start(self) -> None:
        """Begin to watch; where the system gives no notice, looking at every file remains."""
        with suppress(OSError):
            self._observer.start()

    def stop(self) -> None:
        """End watching."""
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()

    def on_any_event(self, event: events.FileSystemEvent) -> None:
        """Note a change, unless of what programs write for themselves."""
        for path in filter(None, (event.src_path, event.dest_path)):
            parts = Path(str(path)).relative_to(self._root).parts
            if _concerns_site(parts) and "__pycache__" not in parts:
                self._happened.set()

    @property
    def has_changed(self) -> bool:
        """Whether anything has changed since `begin`."""
        return self._happened.is_set()

    def begin(self) -> frozenset[str]:
        """Count changes from now on; returns the files that are others than when it was called last.

        They are paths from the project's folder, with `/` between their parts.
        """
        self._happened.clear()
        self._watch_folders()
        before, self._seen = self._seen, snapshot(self._root)
        changed = {path for path, _ in before.items() ^ self._seen.items()}
        return frozenset(Path(path).relative_to(self._root).as_posix() for path in changed)

    def wait(self) -> None:
        """Return when something has changed since `begin`, and no more changes follow."""
        self._check()
        while not self._happened.wait(POLL_SECONDS):
            self._check()
            if snapshot(self._root) != self._seen:
                break
        self.settle()

    def settle(self) -> None:
        """Return when changes have ended."""
        for _ in range(MOST_SETTLES):
            self._happened.clear()
            if not self._happened.wait(SETTLE_SECONDS):
                return

    def _watch_folders(self) -> None:
        """Watch the folders that are there now: one may have come, or be another of the same name."""
        for name in ("", *WATCHED_FOLDERS):
            path = self._root / name
            found = path.stat().st_ino if path.is_dir() else None
            known = self._watches.get(name)
            if known and known[0] != found:
                with suppress(OSError, KeyError):
                    self._observer.unschedule(known[1])
                del self._watches[name]
            if found is not None and name not in self._watches:
                with suppress(OSError):
                    watch = self._observer.schedule(
                        self, str(path), recursive=bool(name), event_filter=_NOTICED
                    )
                    self._watches[name] = found, watch


def snapshot(root: Path) -> Snapshot:
    """Return the size and the time of change in nanoseconds of every source of a project, by path."""
    beside = {entry.path: _about(entry) for entry in _entries(str(root)) if _is_source(entry)}
    return beside | files_below(root, WATCHED_FOLDERS)


def files_below(root: Path, names: Iterable[str]) -> Snapshot:
    """Return the same of every file below the folders `names`."""
    found: Snapshot = {}
    folders = [os.path.join(root, name) for name in names]  # noqa: PTH118 - thousands of paths, as texts
    for folder in folders:
        for entry in _entries(folder):
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    folders.append(entry.path)
            else:
                found[entry.path] = _about(entry)
    return found


def _concerns_site(parts: tuple[str, ...]) -> bool:
    """Tell whether a path of a project is read: what runs in its folder may write what it likes beside it."""
    first = "".join(parts[:1])
    return first in WATCHED_FOLDERS or (not first.startswith(".") and Path(first).suffix in READ_BESIDE)


def _is_source(entry: os.DirEntry[str]) -> bool:
    return entry.is_file(follow_symlinks=False) and _concerns_site((entry.name,))


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []


def _about(entry: os.DirEntry[str]) -> tuple[int, int]:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        return (-1, -1)
    return status.st_size, status.st_mtime_ns
