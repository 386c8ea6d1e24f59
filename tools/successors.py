"""Build the site on what follows MkDocs and Material for MkDocs: `python -m tools.successors`.

Material's last supported day is 5 May 2027 (docs/successors.md).  ProperDocs continues MkDocs, MaterialX
the theme.  Each is installed, in its newest version, into a throw-away environment over the project's own;
what a reader comes for must be the same on every page, and every feed and data file byte for byte.
"""

import shutil
import subprocess
import sys
import sysconfig
import tempfile
import venv
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from katalog.publishing.published_folder import OWN_LIST
from tests.e2e.sites import Run, build, copy_program, copy_project, environment

CONTENT = "#k-content"
"""The element of our own main template that holds everything between the theme's header and footer."""
NOT_COMPARED = ("pagefind/", "assets/", OWN_LIST)
"""The search index follows the pages; styles and scripts are the theme's to change, so is their list."""
SETTINGS = "mkdocs.yml"
THEME = "name: material\n"
SHOWN = 10


@dataclass(frozen=True)
class Successor:
    """A package to build with: its name on PyPI, the module that builds, and the name of its theme."""

    package: str
    module: str
    theme: str


SUCCESSORS = (
    Successor("properdocs", "properdocs", "material"),
    Successor("mkdocs-materialx", "properdocs", "materialx"),
)


def install(folder: Path, package: str) -> Path:
    """Return the Python of a new environment that has `package` over the project's own packages."""
    venv.create(folder, with_pip=True)
    paths = {"base": str(folder), "platbase": str(folder)}
    own = Path(sysconfig.get_path("purelib", "venv", vars=paths))
    (own / "project.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    python = Path(sysconfig.get_path("scripts", "venv", vars=paths)) / "python"
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package]
    subprocess.run(command, check=True)
    return python


def build_with(successor: Successor, project: Path, python: Path, *more: str) -> Run:
    """Build the project strictly."""
    command = [str(python), "-m", successor.module, "build", "--strict", "-f", SETTINGS, *more]
    done = subprocess.run(
        command, cwd=project, env=environment(), capture_output=True, text=True, check=False
    )
    return Run(done.returncode, done.stdout + done.stderr)


def set_theme(project: Path, theme: str) -> None:
    """Change the theme's name in the project's settings, as an operator would."""
    settings = project / SETTINGS
    text = settings.read_text(encoding="utf-8")
    assert text.count(THEME) == 1
    settings.write_text(text.replace(THEME, f"name: {theme}\n"), encoding="utf-8")


def publishes_a_warning(successor: Successor, project: Path, python: Path) -> bool:
    """Return whether a strict build publishes a site that the generator warns about."""
    with (project / SETTINGS).open("a", encoding="utf-8") as settings:
        settings.write("nav: [nowhere.md]\n")
    run = build_with(successor, project, python, "--site-dir", "warned")
    return run.status == 0 or (project / "warned").exists()


def differences(ours: Path, theirs: Path) -> list[str]:
    """Return the files of two sites that one lacks or whose content differs."""
    names = [_names(ours), _names(theirs)]
    both = sorted(names[0] & names[1])
    return sorted(names[0] ^ names[1]) + [each for each in both if _read(ours / each) != _read(theirs / each)]


def _names(site: Path) -> set[str]:
    found = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    return {name for name in found if not name.startswith(NOT_COMPARED)}


def _read(path: Path) -> bytes:
    """Return what is compared of a file: of a page with a content element, that element."""
    data = path.read_bytes()
    content = LexborHTMLParser(data).css_first(CONTENT) if path.suffix == ".html" else None
    return (content.html or "").encode() if content else data


def check(successor: Successor, ordinary: Path, folder: Path) -> bool:
    """Build the ordinary project's records with a successor; return whether the content is the same."""
    project = folder / "project"
    shutil.copytree(ordinary, project, ignore=shutil.ignore_patterns("site", ".katalog", "__pycache__"))
    set_theme(project, successor.theme)
    python = install(folder / "environment", successor.package)
    run = build_with(successor, project, python)
    if run.status:
        print(run.output)
        return False
    found = differences(ordinary / "site", project / "site")
    if publishes_a_warning(successor, project, python):
        found.append("a strict build publishes in spite of a warning")
    for each in found[:SHOWN]:
        print(f"  differs: {each}")
    count = len(_names(project / "site"))
    print(
        f"{successor.package}, theme {successor.theme}: {count} files, {len(found)} differences", flush=True
    )
    return not found


def main() -> int:
    """Build on MkDocs and Material, then on each successor; return the exit status."""
    with tempfile.TemporaryDirectory(prefix="katalog-successors-") as name:
        folder = Path(name)
        ordinary = copy_program(copy_project(folder / "ordinary"))
        run = build(ordinary)
        if run.status:
            print(run.output)
            return 1
        good = [check(each, ordinary, folder / each.package) for each in SUCCESSORS]
    return int(not all(good))


if __name__ == "__main__":
    sys.exit(main())
