"""How often each file was changed and when last, from Git: what calendars and feeds are compared by.

Only a whole history counts the same on every machine; where Git, the repository or a part of its history is
missing there is none, and calendars say what they say without one (docs/decisions/0020).
"""

import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from katalog.catalogue.revision import Revision
from katalog.schema.records import RECORD_FOLDERS

LONGEST = 120
"""Seconds; 50,000 changes are read in a few."""
_LOG = ("log", "--format=%x00%ct", "--name-status", "-z", "--find-renames", "--relative", "--")


def read_history(root: Path) -> dict[str, Revision]:
    """Return the revision of every file below `root`, by path; empty without a whole history."""
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    return dict(_revisions(_git(root, *_LOG, *RECORD_FOLDERS).split("\0")))


def is_cut_off(root: Path) -> bool:
    """Return whether there is a repository whose whole history cannot be read, as after a shallow clone."""
    inside = any((each / ".git").exists() for each in (root, *root.parents))
    return inside and _git(root, "rev-parse", "--is-shallow-repository").strip() != "false"


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments; no text of a record is among them
            ("git", "-c", "core.quotePath=false", "-C", str(root), *arguments),  # noqa: S607
            capture_output=True,
            timeout=LONGEST,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return "" if done.returncode else done.stdout.decode("utf-8", "surrogateescape")


def _revisions(fields: list[str]) -> Iterator[tuple[str, Revision]]:
    """Follow the changes from the newest back; a renamed file goes on under the name it has now."""
    counts: dict[str, int] = {}
    last: dict[str, datetime] = {}
    now: dict[str, str] = {}
    for at, path, before in _changes(fields):
        name = now.get(path, path)
        counts[name] = counts.get(name, 0) + 1
        last.setdefault(name, at)
        if before:
            now[before] = name
    yield from ((path, Revision(counts[path], last[path])) for path in sorted(counts))


def _changes(fields: list[str]) -> Iterator[tuple[datetime, str, str]]:
    """Yield each change: when, of which file, and the name it had before, where that changed."""
    at, rest = datetime.fromtimestamp(0, UTC), iter(fields)
    for field in rest:
        text = field.strip("\n")
        if text.isdigit():
            at = datetime.fromtimestamp(int(text), UTC)
        elif text[:1] in {"R", "C"} and text[1:].isdigit():
            before, path = next(rest), next(rest)
            yield at, path, before if text[0] == "R" else ""
        elif text:
            yield at, next(rest), ""
