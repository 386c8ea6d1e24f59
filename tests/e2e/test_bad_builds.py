"""What the check refuses, the build refuses in the same words and publishes nothing: one file for each."""

import logging
import os
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from katalog.adapter import on_build_error
from katalog.cli import main
from katalog.i18n.phrases import editor_phrases
from katalog.problems import Problem
from katalog.problems.codes import ProblemKind, find_kind
from katalog.problems.report import format_text
from tests.bad.table import Bad
from tests.bad.test_bad_records import CASES, check, good_files
from tests.e2e.sites import SITE, TODAY, digests

BESIDE = {"mkdocs.yml": (SITE / "mkdocs.yml").read_bytes(), "hooks/main.py": b"from katalog.hooks import *\n"}
OLD_SITE = {"site/index.html": b"an older front page", "site/.katalog-files": b"index.html\n"}


def one_for_each_problem() -> dict[str, Bad]:
    """Return the first bad file of every code; settings have a table of their own."""
    found: dict[str, Bad] = {}
    for case in CASES:
        if "mkdocs.yml" not in {case.path, *case.files}:
            found.setdefault(case.code, case)
    return found


REPRESENTATIVES = one_for_each_problem()


def kind_of(code: str) -> ProblemKind:
    kind = find_kind(code)
    assert kind
    return kind


ERRORS = [code for code in REPRESENTATIVES if kind_of(code).severity == "error"]
WARNINGS = [code for code in REPRESENTATIVES if kind_of(code).severity == "warning"]


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KATALOG_TODAY", TODAY)
    monkeypatch.setenv("KATALOG_LANGUAGE", "da")
    monkeypatch.chdir(tmp_path)


def checked(case: Bad, project: Path) -> list[Problem]:
    """Write a project with the bad file, beside a site that was published before, and check it."""
    if case.make:
        case.make(project)
    return list(check(project, good_files(case) | case.files | BESIDE | OLD_SITE))


def lines(problems: list[Problem], severity: str) -> set[str]:
    """Return what is printed of the problems of a severity."""
    phrases = editor_phrases("da")
    return {
        format_text([each], phrases).strip() for each in problems if kind_of(each.code).severity == severity
    }


def sources(project: Path) -> dict[str, str]:
    """Return everything but what the next build knows of the files, and what Python does of a hook."""
    return {
        path: each
        for path, each in digests(project).items()
        if not path.startswith((".katalog/", "hooks/__pycache__/"))
    }


@pytest.mark.parametrize("code", ERRORS)
def test_a_build_refuses_it(code: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    expected = lines(checked(REPRESENTATIVES[code], tmp_path), "error")
    before = sources(tmp_path)
    config = load_config(str(tmp_path / "mkdocs.yml"), strict=True)
    with caplog.at_level(logging.ERROR, "mkdocs"), pytest.raises(Abort):
        build(config)
    assert kind_of(code).short in caplog.text
    assert [each for each in expected if each not in caplog.text] == []
    assert sources(tmp_path) == before
    assert main(["check", "--no-cache"]) == 1


@pytest.mark.parametrize("code", WARNINGS)
def test_a_build_tells_of_it(code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    problems = checked(REPRESENTATIVES[code], tmp_path)
    config = load_config(str(tmp_path / "mkdocs.yml"), strict=True)
    mask = os.umask(0)
    try:
        config.plugins.on_config(config)
    finally:
        on_build_error(RuntimeError())
        os.umask(mask)
    printed = capsys.readouterr().out
    assert kind_of(code).short in printed
    assert [each for each in lines(problems, "warning") if each not in printed] == []


def test_every_problem_of_a_record_has_one() -> None:
    assert len(ERRORS) > 150
    assert len(WARNINGS) > 10
