"""The generators that build the same records: how their projects are written and what builds them."""

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bench.corpus import PROJECT, write, write_corpus
from bench.measured import Cost, measured
from bench.plain import write_plain
from bench.records import BASE
from bench.stock import write_stock

INSTALLED = PROJECT / ".bench"
"""Where `make bench` installs what is needed for it alone."""
ELEVENTY = INSTALLED / "node_modules/@11ty/eleventy/cmd.cjs"
HUGO = "Hugo"
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")
EMPTY = "site_name: Katalog\nsite_url: https://katalog.example/\ntheme: {name: material, language: da}\n"


@dataclass(frozen=True)
class Side:
    """A project in a folder: how it is written for so many courses, what builds it, and where to."""

    name: str
    write: Callable[[Path, int], object]
    command: tuple[str, ...]
    published: str = "site"
    environment: dict[str, str] = field(default_factory=dict)

    def build(self, folder: Path, **more: str) -> Cost:
        """Build and measure."""
        return measured(self.command, folder, _environment(folder) | self.environment | more)


def _environment(folder: Path) -> dict[str, str]:
    """Return the environment as users have it: Python keeps what it has compiled, and Babel finds no pytz.

    That comes with a library for tests, and Babel would read its 600 zones.
    """
    hidden = folder / "no-pytz"
    hidden.mkdir(exist_ok=True)
    (hidden / "pytz.py").write_text("raise ModuleNotFoundError(__name__)\n")
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    stated = {"KATALOG_TODAY": BASE.isoformat(), "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(hidden)}
    return kept | stated


def _katalog(folder: Path, courses: int) -> None:
    write_corpus(folder, courses, seed=1)


def _stock(folder: Path, courses: int) -> None:
    write_stock(folder, courses, 1)


def _empty(folder: Path, _: int) -> None:
    write(folder / "mkdocs.yml", EMPTY)
    write(folder / "docs/index.md", "# Katalog\n")


def _hugo(folder: Path, courses: int) -> None:
    write_plain(folder, courses, "hugo")


def _eleventy(folder: Path, courses: int) -> None:
    write_plain(folder, courses, "eleventy")
    write(folder / "package.json", '{"type": "module"}\n')


KATALOG = Side("Katalog", _katalog, (sys.executable, "-m", "katalog", "build"))
CHECK = Side("check", _katalog, (sys.executable, "-m", "katalog", "check"))
FLOOR = Side("floor", _katalog, (sys.executable, str(Path(__file__).with_name("floor.py"))))


def sides() -> list[Side]:
    """Return what is installed, Katalog first."""
    found = [KATALOG]
    for hugo in sorted(INSTALLED.glob("hugo/hugo/binaries/hugo*")):
        pages = (str(hugo), "build", "--quiet")
        found.append(Side("Hugo, pages alone", _hugo, pages, "public"))
        found.append(Side(HUGO, _hugo, (*pages, "--config", "hugo.toml,data.toml"), "public"))
    if ELEVENTY.exists():
        build = ("node", "--max-old-space-size=12288", str(ELEVENTY), "--quiet")
        found.append(Side("Eleventy, pages alone", _eleventy, build, "public"))
        found.append(Side("Eleventy", _eleventy, build, "public", {"DATA": "1"}))
    return [*found, Side("stock MkDocs", _stock, MKDOCS), Side("empty MkDocs", _empty, MKDOCS)]


def build(folder: Path) -> Cost:
    """Build Katalog's project in `folder` from nothing; `CalledProcessError` when the build fails.

    What an earlier build left is moved away and not deleted: for five minutes ext4 passes over the
    inodes of deleted files one by one, whenever it makes a file, which can double a build.
    """
    forget(folder, "site", ".katalog")
    return KATALOG.build(folder)


def forget(folder: Path, *names: str) -> None:
    """Move what a build left out of the way."""
    for name in names:
        if (folder / name).exists():
            (folder / name).rename(Path(tempfile.mkdtemp(prefix="earlier-", dir=folder.parent)) / name)
