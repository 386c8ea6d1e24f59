from datetime import date
from pathlib import Path

import pytest

from katalog.process_environment import (
    configuration,
    editor_language,
    find_root,
    site_editor_language,
    today,
    wants_colour,
)

GOOD = """\
site_name: Katalog
docs_dir: content
theme: material
hooks: [main.py]
extra:
  katalog:
    languages: [{tag: da, name: Dansk}]
    operator: {name: Katalog}
    site_name: {da: Katalog}
"""


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "en"),
        ({"LANG": "da_DK.UTF-8"}, "da"),
        ({"LANG": "sv_SE.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "C", "LC_MESSAGES": "sv_SE"}, "sv"),
        ({"LANG": "nb_NO.UTF-8"}, "da"),
        ({"LANG": "de_DE"}, "en"),
    ],
)
def test_the_locale_decides(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert editor_language() == language


@pytest.mark.parametrize(
    ("locale", "language", "of_site"),
    [("C.UTF-8", "sv", "sv"), ("", "sv", "sv"), ("da_DK.UTF-8", "da", "sv"), ("de_DE", "en", "sv")],
)
def test_a_machine_without_a_language_has_that_of_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locale: str, language: str, of_site: str
) -> None:
    settings = "extra: {katalog: {languages: [{tag: sv, name: Svenska}, {tag: da, name: Dansk}]}}"
    (tmp_path / "mkdocs.yml").write_text(settings)
    for name in ("LC_ALL", "LC_MESSAGES", "KATALOG_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", locale)
    assert editor_language(tmp_path) == language
    assert site_editor_language(tmp_path) == of_site
    monkeypatch.setenv("KATALOG_LANGUAGE", "da")
    assert {editor_language(tmp_path), site_editor_language(tmp_path)} == {"da"}


@pytest.mark.parametrize(
    "settings", ["", "a: [", "extra: {katalog: {languages: [sv]}}", "extra: {katalog: {languages: sv}}"]
)
def test_settings_that_do_not_name_a_language_leave_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str
) -> None:
    (tmp_path / "mkdocs.yml").write_text(settings)
    monkeypatch.delenv("KATALOG_LANGUAGE", raising=False)
    assert site_editor_language(tmp_path) == "en"


def test_today_can_be_stated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.delenv("KATALOG_TODAY", raising=False)
    assert today("Europe/Copenhagen") == date(1970, 1, 1)
    monkeypatch.setenv("KATALOG_TODAY", "2026-11-22")
    assert today("Europe/Copenhagen") == date(2026, 11, 22)


WRONG_DAYS = [
    ("KATALOG_TODAY", "i dag"),
    ("KATALOG_TODAY", "2026-02-30"),
    ("KATALOG_TODAY", "22-11-2026"),
    ("KATALOG_TODAY", "0001-01-01"),
    ("KATALOG_TODAY", "9999-12-31"),
    ("SOURCE_DATE_EPOCH", "x"),
    ("SOURCE_DATE_EPOCH", "1e9"),
    ("SOURCE_DATE_EPOCH", "-99999999999"),
    ("SOURCE_DATE_EPOCH", "9" * 30),
    ("SOURCE_DATE_EPOCH", "9" * 5000),
]


@pytest.mark.parametrize(("variable", "written"), WRONG_DAYS)
def test_a_day_that_is_none_is_told(
    variable: str, written: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("KATALOG_TODAY", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, written)
    (tmp_path / "content").mkdir()
    (tmp_path / "main.py").write_text("from katalog.hooks import *\n")
    (tmp_path / "mkdocs.yml").write_text(GOOD)
    found, problems = configuration(tmp_path)
    assert found is None
    code = "environment.today" if variable == "KATALOG_TODAY" else "environment.epoch"
    assert [(each.path, each.code, each.params["written"]) for each in problems] == [
        (variable, code, written)
    ]


def test_everything_around_the_records_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KATALOG_TODAY", "i dag")
    wrong = GOOD.replace("tag: da", "tag: dk").replace("operator", "operatør")
    (tmp_path / "content").mkdir()
    (tmp_path / "main.py").write_text("from katalog.hooks import *\n")
    (tmp_path / "mkdocs.yml").write_text(f"site_dir: courses\nsite_url: katalog.example\n{wrong}")
    problems = configuration(tmp_path)[1]
    assert sorted((each.position.line, each.code) for each in problems) == [
        (1, "environment.today"),
        (1, "publish.among-sources"),
        (2, "field.web-address-without-scheme"),
        (9, "settings.language"),
        (10, "field.unknown-did-you-mean"),
    ]


def test_where_it_may_not_publish_is_named(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_dir: courses/site\n{GOOD}")
    told = [each for each in configuration(tmp_path)[1] if each.code == "publish.among-sources"]
    assert [(each.path, each.position.line, each.params["folder"]) for each in told] == [
        ("mkdocs.yml", 1, "courses/site")
    ]


def test_the_project_is_found_from_below(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(GOOD)
    below = tmp_path / "courses" / "a"
    below.mkdir(parents=True)
    assert find_root(below) == tmp_path


def test_colour_can_be_declined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert wants_colour(terminal=True)
    assert not wants_colour(terminal=False)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not wants_colour(terminal=True)
