"""A new site as another library begins it: from the wheel, in an environment of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

OWN_VARIABLES = ("KATALOG_", "SOURCE_DATE", "PYTHONPATH", "VIRTUAL_ENV", "MAKE")
RECORDS = (
    "courses", "projects", "content/libraries", "content/organisations", "content/contacts", "content/news",
)  # fmt: skip
COURSE = """---
title: Et andet kursus
language: {language}
sessions: [{{when: 2027-03-07 09:00/16:00, place: {library}}}]
---

Text.
"""


def run(folder: Path, *command: str) -> str:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(OWN_VARIABLES)}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=600, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def begin(folder: Path, languages: str, name: str) -> Path:
    tags = (flag for tag in languages.split(",") for flag in ("--language", tag))
    flags = ["--yes", *tags, "--name", name, "--operator", "Eksempelbiblioteket"]
    run(folder.parent, sys.executable, "-m", "katalog", "init", str(folder), *flags)
    return folder


def files(folder: Path) -> list[str]:
    found = (path for path in folder.rglob("*") if path.is_file() and ".venv" not in path.parts)
    return sorted(path.relative_to(folder).as_posix() for path in found)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a Swedish and Danish site that has built and tested itself with `make test`."""
    folder = begin(tmp_path_factory.mktemp("sites") / "kurser-i-exempellan", "sv,da", "Kurser i Exempellän")
    run(folder, "make", "test")
    return folder


def test_it_has_few_files_before_its_first_record(site: Path) -> None:
    own = [name for name in files(site) if not name.startswith((*RECORDS, "site/", ".katalog/"))]
    assert len(own) <= 16, own  # one of them is the wheel, where the engine was not taken from an index


def test_nothing_of_the_engines_source_is_needed(site: Path) -> None:
    where = run(site, str(site / ".venv/bin/python"), "-c", "import katalog; print(katalog.__file__)")
    assert str(site / ".venv") in where


@pytest.mark.parametrize("languages", ["da", "sv", "nb,en"])
def test_the_other_languages_build_with_the_same_engine(site: Path, tmp_path: Path, languages: str) -> None:
    other = begin(tmp_path / "site", languages, "Kurser")
    run(other, str(site / ".venv/bin/python"), "-m", "unittest", "discover", "-s", "tests")


def test_two_records_later_it_is_served_under_a_path_of_another_site(site: Path, tmp_path: Path) -> None:
    project = tmp_path / "site"
    shutil.copytree(site, project, ignore=shutil.ignore_patterns(".venv", ".katalog"))
    for folder in RECORDS:
        shutil.rmtree(project / folder)
    settings = (project / "mkdocs.yml").read_text("utf-8")
    settings = settings.replace('site_url: ""', "site_url: https://lan.example/kurser/")
    (project / "mkdocs.yml").write_text(settings, "utf-8")
    for tag in ("sv", "da"):
        page = project / f"content/{tag}/om.md"
        page.write_text(re.sub("⟦.*?⟧", "Fyllt i.", page.read_text("utf-8")), "utf-8")
    (project / "courses").mkdir()
    (project / "courses/andra-kursen.md").write_text(
        COURSE.format(language="sv", library="lansbiblioteket"), "utf-8"
    )
    (project / "content/libraries").mkdir()
    (project / "content/libraries/lansbiblioteket.md").write_text(
        "---\ntitle: Länsbiblioteket\nlanguage: sv\nkind: regional\ncountry: SE\n---\n", "utf-8"
    )
    run(project, str(site / ".venv/bin/python"), "-m", "unittest", "discover", "-s", "tests")
    run(project, str(site / ".venv/bin/python"), "-m", "katalog", "build")
    html = (project / "site/kurser/andra-kursen/index.html").read_text("utf-8")
    assert '<html lang="sv"' in html
    assert 'href="https://lan.example/kurser/kurser/andra-kursen/"' in html


def test_a_clone_without_projects_builds_though_git_drops_empty_folders(site: Path, tmp_path: Path) -> None:
    project, clone = tmp_path / "site", tmp_path / "clone"
    shutil.copytree(site, project, ignore=shutil.ignore_patterns(".venv", ".katalog", "site"))
    for folder in RECORDS:
        shutil.rmtree(project / folder)
        (project / folder).mkdir()
    (project / "courses/en-kurs.md").write_text("---\ntitle: En kurs\nlanguage: sv\n---\n\nText.\n", "utf-8")
    author = ("-c", "user.name=Prov", "-c", "user.email=prov@bibliotek.example")
    run(project, "git", "init", "--quiet")
    run(project, "git", "add", ".")
    run(project, "git", *author, "commit", "--quiet", "--message", "En kurs")
    run(tmp_path, "git", "clone", "--quiet", str(project), str(clone))
    assert not (clone / "projects").exists()
    python = str(site / ".venv/bin/python")
    run(clone, python, "-m", "katalog", "check")
    run(clone, python, "-m", "katalog", "build")
    run(clone, python, "-m", "unittest", "discover", "-s", "tests")
    assert (clone / "site/kurser/en-kurs/index.html").is_file()


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    command = [sys.executable, "-m", "katalog", "init", str(tmp_path), "--yes"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert files(tmp_path) == ["notes.txt"]


def test_a_language_that_is_not_there_is_a_message(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "katalog", "init", str(tmp_path / "a"), "--yes", "--languages", "tlh"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert "tlh" in done.stderr
    assert not (tmp_path / "a").exists()
