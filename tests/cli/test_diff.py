"""`katalog diff`, as a person runs it: folders and versions out of Git."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from katalog.cli import main
from tests.diff.changes import CHANGES, SITE
from tests.support import write_files

SETTINGS = """\
site_name: Katalog
site_url: https://katalog.example/
docs_dir: content
theme: material
hooks: [hooks/main.py]
extra:
  katalog:
    languages: [{tag: sv, name: Svenska}, {tag: da, name: Dansk, path: da/}]
    operator: {name: Katalog}
    site_name: {da: Katalog, sv: Katalog}
"""
NOBODY = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}


def git(folder: Path, *arguments: str) -> None:
    author = ("-c", "user.name=Prøve", "-c", "user.email=proeve@katalog.example")
    subprocess.run(["git", "-C", str(folder), *author, *arguments], check=True, capture_output=True)


def put(root: Path, files: Mapping[str, str | None]) -> None:
    write_files(root, {path: text for path, text in files.items() if text is not None})
    for path in (path for path, text in files.items() if text is None):
        (root / path).unlink()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site below the top of its repository, on a branch of its own, with a change that is not committed."""
    root = tmp_path / "repository/site"
    for name, value in {**NOBODY, "KATALOG_TODAY": "2026-11-22", "LC_ALL": "en_GB.UTF-8"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("KATALOG_LANGUAGE", raising=False)
    put(
        root,
        {
            **SITE,
            "mkdocs.yml": SETTINGS,
            "hooks/main.py": "from katalog.hooks import *\n",
            ".gitattributes": "courses export-ignore\n",
        },
    )
    git(root.parent, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Begynd")
    git(root, "switch", "--quiet", "--create", "forslag")
    put(root, CHANGES["new-course"])
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Nyt kursus")
    put(root, CHANGES["cancelled"])
    monkeypatch.chdir(root)
    return root


def diff(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    assert main(["diff", *arguments]) == status
    captured = capsys.readouterr()
    return captured.out or captured.err


def test_the_work_since_main_in_the_language_of_the_site(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = diff(capsys)
    assert "1 ny sida, 1 ändrad sida." in found
    assert "Samskabelse for begyndere" in found
    assert "Läge i dag: Öppen för anmälan → **Inställd**" in found


def test_two_revisions(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = diff(capsys, "main", "forslag", "--language", "da")
    assert "1 ny side." in found
    assert "Aflyst" not in found
    assert diff(capsys, "HEAD", "HEAD~1", "--language", "en").count("1 removed page.") == 1


def test_two_folders(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(tmp_path / "old", {**SITE, "mkdocs.yml": SETTINGS, "hooks/main.py": "from katalog.hooks import *\n"})
    assert "1 ny sida, 1 ändrad sida." in diff(capsys, str(tmp_path / "old"), str(project))


def test_addresses_of_what_shows_the_proposal(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = diff(capsys, "--preview", "https://forslag.example/7", "--archive", "javascript:alert(1)")
    assert "(<https://forslag.example/7/kurser/samskabelse/index.html>)" in found
    assert "javascript" not in found


def test_the_language_can_be_set(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KATALOG_LANGUAGE", "da")
    assert "Det ændrer forslaget" in diff(capsys)


def test_nothing_is_changed_by_looking(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(project.parent.rglob("*"))
    diff(capsys, "main")
    assert [path for path in sorted(project.parent.rglob("*")) if path not in before] == []


def test_the_program_of_another_version_is_not_run(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(project, {"hooks/main.py": "from katalog.extend import check\nraise SystemExit(7)\n"})
    git(project, "commit", "--quiet", "--all", "--message", "Program")
    git(project, "switch", "--quiet", "main")
    assert "1 ny sida" in diff(capsys, "main", "forslag")


@pytest.mark.parametrize("name", ["findes-ikke", "--upload-pack=x", "HEAD:courses"])
def test_what_is_no_version_is_told(project: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert name in diff(capsys, "--language", "da", "--", name, status=2)


def test_settings_that_cannot_be_read_are_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "mkdocs.yml").write_text("a: [\n")
    assert "mkdocs.yml" in diff(capsys, "main", status=1)


def test_outside_a_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "mkdocs.yml" in diff(capsys, status=2)
