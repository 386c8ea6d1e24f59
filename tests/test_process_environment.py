from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from katalog.process_environment import editor_language, find_root, load_settings, today, wants_colour

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """\
site_url: https://katalog.example/
markdown_extensions:
  - toc: {slugify: !!python/object/apply:os.system {kwds: {}}}
theme: !ENV [THEME, material]
extra:
  katalog:
    languages: [{tag: da, name: Dansk}]
    operator: {name: Katalog}
    site_name: {da: Katalog}
"""


def test_settings_are_read_without_running_tags(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(GOOD)
    settings, problems = load_settings(tmp_path)
    assert settings is not None
    assert settings.site_url == "https://katalog.example/"
    assert problems == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (None, "settings.missing"),
        ("site_name: A", "settings.missing"),
        ("extra: {katalog: }", "settings.missing"),
        ("extra: {katalog: [languages]}", "settings.missing"),
        ("extra: {katalog: languages}", "settings.missing"),
        (GOOD.replace("tag: da", "tag: dansk"), "settings.field"),
        (GOOD + "    nonsense: 1", "settings.field"),
        (GOOD.replace("operator: {name: Katalog}", ""), "settings.field"),
        ("extra: [katalog", "settings.unreadable"),
        ("a: \x07", "settings.unreadable"),
    ],
)
def test_settings_that_are_wrong_are_told(tmp_path: Path, text: str | None, code: str) -> None:
    if text is not None:
        (tmp_path / "mkdocs.yml").write_text(text)
    settings, problems = load_settings(tmp_path)
    assert settings is None
    assert {each.code for each in problems} == {code}


def test_every_setting_that_is_wrong_is_named(tmp_path: Path) -> None:
    wrong = GOOD.replace("tag: da, name: Dansk", "tag: dansk, name: Dansk").replace(
        "name: Katalog", "navn: Katalog"
    )
    (tmp_path / "mkdocs.yml").write_text(wrong + "    closing_soon_days: soon\n    nonsense: 1\n")
    _, problems = load_settings(tmp_path)
    assert [each.params["field"] for each in problems] == [
        "nonsense",
        "languages[0].tag",
        "operator.navn",
        "closing_soon_days",
    ]


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


def test_today_can_be_stated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.delenv("KATALOG_TODAY", raising=False)
    assert today("Europe/Copenhagen") == date(1970, 1, 1)
    monkeypatch.setenv("KATALOG_TODAY", "2026-11-22")
    assert today("Europe/Copenhagen") == date(2026, 11, 22)


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
