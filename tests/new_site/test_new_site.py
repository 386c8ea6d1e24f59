"""A new site as another library begins it: from the wheel, in an environment of its own."""

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from katalog.cli import main
from katalog.i18n.phrases import editor_phrases
from katalog.new_site import LANGUAGES, Answers, SiteLanguage, site_files
from katalog.schema.topics import read_topics
from tests.new_site.conftest import RECORDS, files, run


def test_it_has_few_files_before_its_first_record(site: Path) -> None:
    own = [name for name in files(site) if not name.startswith((*RECORDS, "site/", ".katalog/"))]
    assert len(own) <= 18, own  # one of them is the wheel, where the engine was not taken from an index


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


def _begun(language: str, country: str) -> dict[str, str]:
    languages = (SiteLanguage(language, "X"),)
    day = date(2027, 3, 1)
    answers = Answers("Kurser", "", "Biblioteket", languages, country, "Europe/Stockholm", day, "", "1")
    return dict(site_files(answers, editor_phrases("sv")))


@pytest.mark.parametrize(
    ("locale", "stated"),
    [("nb_NO.UTF-8", "nb"), ("nn_NO", "nb"), ("sv_FI", "sv"), ("fi_FI", "en"), ("C", "en")],
)
def test_a_site_is_begun_in_the_language_of_who_begins_it(locale: str, stated: str, tmp_path: Path) -> None:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("KATALOG_")}
    wheel = tmp_path / "a.whl"
    command = [sys.executable, "-m", "katalog", "init", str(tmp_path / "a"), "--yes", "--engine", str(wheel)]
    wheel.touch()
    subprocess.run(command, cwd=tmp_path, env=environment | {"LC_ALL": locale}, check=False)
    assert f"\n  language: {stated}\n" in (tmp_path / "a/mkdocs.yml").read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_file_of_a_new_site_keeps_what_should_have_been_filled_in(language: str) -> None:
    for path, text in _begun(language, "SE").items():
        assert "{%" not in text, path
        assert "{{ " not in text.replace("${{ ", ""), path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("country", "host"), [("DK", "digst.dk"), ("SE", "www.digg.se"), ("NO", "www.uutilsynet.no")]
)
def test_complaints_go_to_the_authority_of_the_country(language: str, country: str, host: str) -> None:
    pages = "".join(
        text for path, text in _begun(language, country).items() if path.startswith(f"content/{language}/")
    )
    assert re.findall(r"https://([^/)]+)", pages) == [host]
    assert ("was.digst.dk" in pages) == (country == "DK" and language == "da")


@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_work_where_no_environment_is_active(language: str) -> None:
    for path, text in _begun(language, "SE").items():
        if path.endswith(".md"):
            assert "`python" not in text, path


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_site_says_how_topics_are_written(language: str, tmp_path: Path) -> None:
    text = _begun(language, "SE")["content/topics.yml"]
    file = tmp_path / "topics.yml"
    file.write_text(text, "utf-8")
    assert read_topics(file, "topics.yml") == ((), [])
    file.write_text(text.replace("\n# ", "\n"), "utf-8")
    topics, problems = read_topics(file, "topics.yml")
    assert [each.name.keys() for each in topics] == [{language}]
    assert not problems


@pytest.mark.parametrize(
    ("flag", "stated", "told"),
    [
        ("--country", "Sverige", "SE"),
        ("--country", "XX", "SE"),
        ("--time-zone", "Europe/Stokholm", "Europe/Stockholm"),
        ("--time-zone", "../etc", "../etc"),
        ("--address", "kurser.se", "https://kurser.se"),
    ],
)
def test_an_answer_that_cannot_be_is_told(
    flag: str, stated: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", str(tmp_path / "a"), "--yes", "--engine", __file__, flag, stated]) == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / "a").exists()


def test_a_question_is_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter(
        ["sv, sv da", "Kurser", "Sverige", "SE", "Svensk tid", "", "kurser.se", "https://kurser.se", ""]
    )
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    assert main(["init", str(tmp_path / "a"), "--engine", __file__]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 4
    settings = (tmp_path / "a/mkdocs.yml").read_text("utf-8")
    assert 'site_url: "https://kurser.se/"' in settings
    assert settings.count("tag: sv") == 1
    assert "time_zone: Europe/Stockholm" in settings


def test_a_language_that_is_not_there_is_a_message(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "katalog", "init", str(tmp_path / "a"), "--yes", "--languages", "tlh"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert "tlh" in done.stderr
    assert not (tmp_path / "a").exists()
