"""Sites built from outside, as a person would: `mkdocs build` in a process of its own.

Tests of the program build the site of fictional records in `tests/site/`, in every state around `TODAY`.
Only tests of this repository's own content (`tests/content/`) build what it ships.
"""

import fcntl
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import astuple, dataclass
from hashlib import sha256
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent.parent
SITE = REPOSITORY / "tests" / "site"
PARTS = ("mkdocs.yml", "content", "courses", "projects", "overrides", "hooks")
TODAY = "2026-11-22"


@dataclass(frozen=True)
class Run:
    """How a command ended: its exit status and everything it printed."""

    status: int
    output: str


@dataclass(frozen=True)
class Built:
    """A project, and how building its site went."""

    project: Path
    run: Run

    @property
    def site(self) -> Path:
        return self.project / "site"


def copy_project(folder: Path) -> Path:
    """Write the site of fictional records into a new folder; it is built by the program that is installed."""
    shutil.copytree(SITE, folder)
    (folder / "hooks").mkdir()
    shutil.copy(REPOSITORY / "hooks" / "main.py", folder / "hooks")
    return folder


def copy_program(folder: Path) -> Path:
    """Write the program into a project's `hooks/`, where it is found before the one that is installed."""
    _copy(REPOSITORY / "hooks" / "katalog", folder / "hooks" / "katalog")
    return folder


def copy_shipped(folder: Path) -> Path:
    """Write the repository's own site and the program into a new folder."""
    folder.mkdir(parents=True)
    for part in PARTS:
        _copy(REPOSITORY / part, folder / part)
    return folder


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    else:
        shutil.copy(source, target)


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Run]) -> Built:
    """Return a project that `make` writes into a new folder and builds: once for all processes of a run."""
    root = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent  # the folder of the run holds one for each process
    folder, result = root / name, root / f"{name}.json"
    with (root / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not result.exists():
            result.write_text(json.dumps(astuple(make(folder))), encoding="utf-8")
    return Built(folder, Run(*json.loads(result.read_text(encoding="utf-8"))))


def environment(today: str = TODAY) -> dict[str, str]:
    kept = {
        key: value for key, value in os.environ.items() if not key.startswith(("KATALOG_", "SOURCE_DATE"))
    }
    return kept | {"KATALOG_TODAY": today, "NO_MKDOCS_2_WARNING": "1"}


def build(folder: Path, *more: str, site: Path | None = None, today: str = TODAY) -> Run:
    """Build the project in `folder` strictly into its `site/`, or into another folder."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(folder / "mkdocs.yml"), *more]
    command += ["-d", str(site)] if site else []
    done = subprocess.run(
        command, cwd=folder, env=environment(today), capture_output=True, text=True, timeout=900, check=False
    )
    return Run(done.returncode, done.stdout + done.stderr)


def digests(folder: Path) -> dict[str, str]:
    """Return what a folder holds: each file's path and the digest of its bytes."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
