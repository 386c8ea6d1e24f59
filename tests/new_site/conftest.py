"""A site that was begun with the wheel, and the commands it was begun with."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.sites import REPOSITORY, Run, made_once

OWN_VARIABLES = ("KATALOG_", "SOURCE_DATE", "PYTHONPATH", "VIRTUAL_ENV", "MAKE")
RECORDS = (
    "courses", "projects", "content/libraries", "content/organisations", "content/contacts", "content/news",
)  # fmt: skip


def run(folder: Path, *command: str) -> str:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(OWN_VARIABLES)}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=600, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def begin(folder: Path, languages: str, name: str, wheel: Path) -> Path:
    tags = (flag for tag in languages.split(",") for flag in ("--language", tag))
    flags = ["--yes", *tags, "--name", name, "--operator", "Eksempelbiblioteket", "--engine", str(wheel)]
    run(folder.parent, sys.executable, "-m", "katalog", "init", str(folder), *flags)
    return folder


def files(folder: Path) -> list[str]:
    made = {".venv", "__pycache__"}
    found = (path for path in folder.rglob("*") if path.is_file() and made.isdisjoint(path.parts))
    return sorted(path.relative_to(folder).as_posix() for path in found)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the engine's wheel, made once for all processes: two at once would meet in the build folder."""

    def make(folder: Path) -> Run:
        flags = ["--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder)]
        return Run(0, run(REPOSITORY, sys.executable, "-m", "pip", "wheel", *flags, str(REPOSITORY)))

    return next(made_once(tmp_path_factory, "wheel", make).project.glob("*.whl"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """Return a Swedish and Danish site that has built and tested itself with `make test`, once for all."""

    def make(folder: Path) -> Run:
        begin(folder, "sv,da", "Kurser i Exempellän", wheel)
        return Run(0, run(folder, "make", "test"))

    return made_once(tmp_path_factory, "kurser-i-exempellan", make).project
