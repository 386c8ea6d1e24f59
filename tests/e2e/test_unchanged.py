"""`katalog build` does nothing where everything is published already, and says the same of it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.e2e.sites import Run, digests, environment

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.sites import Built

MKDOCS, WARNING = "Building documentation", "K614"


def katalog_build(project: Path, today: str | None = None) -> Run:
    done = subprocess.run(
        [sys.executable, "-m", "katalog", "build"],
        cwd=project,
        env=environment(*filter(None, [today])),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return Run(done.returncode, done.stdout + done.stderr)


@pytest.fixture
def project(built: Built, tmp_path: Path) -> Path:
    """A project that was built where it is, with a warning."""
    folder = shutil.copytree(built.project, tmp_path / "project")
    shutil.rmtree(folder / "site")
    first = katalog_build(folder)
    assert MKDOCS in first.output
    assert WARNING in first.output
    return folder


def test_nothing_is_built_until_something_is_another(project: Path) -> None:
    before = digests(project / "site")
    again = katalog_build(project)
    assert again.status == 0
    assert MKDOCS not in again.output
    assert WARNING in again.output
    assert f"{len(before) - 1} " in again.output.splitlines()[-1]  # all but the list of own files
    page = project / "site/index.html"
    page.write_bytes(page.read_bytes() + b" ")
    assert MKDOCS in katalog_build(project).output
    assert digests(project / "site") == before


def test_another_day_is_built(project: Path) -> None:
    assert MKDOCS in katalog_build(project, "2026-12-24").output
