"""Versions of a site out of Git, each as a folder; the working folder and the repository stay as they are."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

MAIN = ("main", "origin/main", "master", "origin/master")
LONGEST = 300
"""Seconds."""


class MissingRevisionError(ValueError):
    """What is neither a folder nor a revision that Git knows here."""


@contextmanager
def folder_of(root: Path, name: str) -> Iterator[Path]:
    """Give the folder `name`, or one with the files of the revision `name`, until the end of the block.

    Files are taken from an index of their own, so that no attribute in the repository (`export-ignore`)
    hides one.
    """
    if Path(name).is_dir():
        yield Path(name)
        return
    with TemporaryDirectory(prefix="katalog-") as made:
        index = {"GIT_INDEX_FILE": str(Path(made, "index"))}
        commit = _git(
            root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}", name=name
        )
        below = _git(root, "rev-parse", "--show-prefix", name=name).strip()
        top = Path(_git(root, "rev-parse", "--show-toplevel", name=name).strip())
        _git(top, "read-tree", commit.strip(), name=name, environment=index)
        _git(top, "checkout-index", "--all", f"--prefix={made}/files/", name=name, environment=index)
        yield Path(made, "files", below)


def parting_of_ways(root: Path) -> str:
    """Return the revision at which the work in `root` left the main branch."""
    for branch in MAIN:
        try:
            return _git(root, "merge-base", "HEAD", branch, name=branch).strip()
        except MissingRevisionError:
            continue
    raise MissingRevisionError(MAIN[0])


def _git(folder: Path, *arguments: str, name: str, environment: Mapping[str, str] | None = None) -> str:
    command = ("git", "-C", str(folder), *arguments)
    variables = {**os.environ, **(environment or {})}
    try:
        done = subprocess.run(  # noqa: S603 - what was written stands behind --end-of-options
            command, env=variables, capture_output=True, encoding="utf-8", timeout=LONGEST, check=True
        )
    except (OSError, subprocess.SubprocessError):
        raise MissingRevisionError(name) from None
    return done.stdout
