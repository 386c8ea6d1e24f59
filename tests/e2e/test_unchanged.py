"""`katalog build` makes what is another, asks MkDocs only where it must, and publishes the same bytes."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.config import load_config

from katalog.adapter.repeatable import is_repeatable
from tests.e2e.sites import SITE, TODAY, Built, Run, build, digests, environment

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


def test_nothing_is_made_until_something_is_another(project: Path) -> None:
    before = digests(project / "site")
    again = katalog_build(project)
    assert again.status == 0
    assert MKDOCS not in again.output
    assert WARNING in again.output
    assert f"{len(before) - 1} " in again.output.splitlines()[-1]  # all but the list of own files
    page = project / "site/index.html"
    page.write_bytes(page.read_bytes() + b" ")
    katalog_build(project)
    assert digests(project / "site") == before


def put(project: Path, path: str, text: str) -> None:
    (project / path).parent.mkdir(parents=True, exist_ok=True)
    (project / path).write_text(text, encoding="utf-8")


def change(project: Path, path: str, old: str, new: str) -> None:
    text = (project / path).read_text("utf-8")
    assert old in text
    put(project, path, text.replace(old, new, 1))


def built_anew(project: Path, today: str) -> dict[str, str]:
    """Return what a build publishes that begins from nothing, by MkDocs."""
    shutil.rmtree(project / ".katalog")
    shutil.rmtree(project / "site")
    assert build(project, today=today).status == 0
    return digests(project / "site")


COURSE = "courses/proeve-aaben.md"
LATER = "2026-12-24"
RECORDS: dict[str, Callable[[Path], None]] = {
    "a title": lambda project: change(project, COURSE, "title: ", "title: Nu "),
    "a text": lambda project: change(project, COURSE, "\n---\n", "\n---\n\nEt nyt ord.\n"),
    "a new course": lambda project: put(
        project, "courses/nyt.md", (project / COURSE).read_text("utf-8").replace("title: ", "title: Nyt ")
    ),
    "one less": lambda project: (project / "courses/proeve-groft.md").unlink(),
    "another day": lambda _: None,
}


def test_records_and_days_change_without_mkdocs(project: Path) -> None:
    for name, edit in RECORDS.items():
        edit(project)
        again = katalog_build(project, LATER if name == "another day" else TODAY)
        assert (again.status, MKDOCS in again.output) == (0, False), name + again.output
    assert digests(project / "site") == built_anew(project, LATER)


THEME: dict[str, Callable[[Path], None]] = {
    "a setting": lambda project: change(project, "mkdocs.yml", "site_name: ", "site_name: Nyt "),
    "a page": lambda project: change(project, "content/da/om.md", "\n---\n", "\n---\n\nMere.\n"),
    "a template": lambda project: put(project, "overrides/main.html", '{% extends "base.html" %}\n'),
    "one of the theme's files": lambda project: (project / "site/404.html").unlink(),
}


def test_mkdocs_is_asked_where_it_makes_something_else(project: Path) -> None:
    for name, edit in THEME.items():
        edit(project)
        assert MKDOCS in katalog_build(project).output, name
    assert digests(project / "site") == built_anew(project, TODAY)


EVENT = "\n\ndef on_pre_build(config):\n    print(config.site_dir)\n"
UNKNOWN: dict[str, Callable[[Path], None]] = {
    "an event of the site's own": lambda project: put(
        project, "hooks/main.py", f"from katalog.hooks import *\n{EVENT}"
    ),
    "a value of the environment": lambda project: change(
        project, "mkdocs.yml", "plugins: []", "plugins: []\nrepo_name: !ENV [KATALOG_REPO, katalog]"
    ),
    "a plugin": lambda project: change(project, "mkdocs.yml", "plugins: []", "plugins: [search]"),
}


@pytest.mark.parametrize("edit", [None, *UNKNOWN.values()], ids=["none of it", *UNKNOWN])
def test_mkdocs_is_always_asked_where_nobody_knows_what_it_reads(
    tmp_path: Path, edit: Callable[[Path], None] | None
) -> None:
    put(tmp_path, "mkdocs.yml", (SITE / "mkdocs.yml").read_text("utf-8"))
    put(tmp_path, "hooks/main.py", "from katalog.hooks import *\n")
    (tmp_path / "content").mkdir()
    if edit:
        edit(tmp_path)
    assert is_repeatable(load_config(str(tmp_path / "mkdocs.yml"))) == (edit is None)


def test_errors_are_told_without_mkdocs(project: Path) -> None:
    before = digests(project / "site")
    change(project, COURSE, "title: ", "titel: ")
    again = katalog_build(project)
    assert again.status == 1
    assert MKDOCS not in again.output
    assert f"{COURSE}:2" in again.output
    assert digests(project / "site") == before
