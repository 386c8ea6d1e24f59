"""A new site as another library begins it: from the wheel, in an environment of its own."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.new_site.conftest import RECORDS, files, run


def test_it_has_few_files_before_its_first_record(site: Path) -> None:
    own = [name for name in files(site) if not name.startswith((*RECORDS, "site/", ".katalog/"))]
    assert len(own) <= 17, own  # one of them is the wheel, where the engine was not taken from an index


def test_nothing_of_the_engines_source_is_needed(site: Path) -> None:
    where = run(site, str(site / ".venv/bin/python"), "-c", "import katalog; print(katalog.__file__)")
    assert str(site / ".venv") in where


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
