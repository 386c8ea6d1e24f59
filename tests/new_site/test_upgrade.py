"""A site made by every earlier format is brought up to date, comments and all."""

from importlib.metadata import version
from pathlib import Path

import pytest

from katalog.cli import main
from katalog.new_site.upgrade import BINDING, parsed, upgrades, with_format

OLD_SETTINGS = """\
# our settings
site_name: Kurser
hooks: [hooks/main.py]
watch: [courses, projects, overrides, hooks]  # folders

extra:
  katalog:
    # the languages we write in
    languages: [{tag: da, name: Dansk}]
    operator: {name: Bibliotek}
    site_name: {da: Kurser}
"""
NEW_SETTINGS = """\
# our settings
site_name: Kurser
hooks: [hooks/main.py]

extra:
  katalog:
    format: "0.2.0"
    # the languages we write in
    languages: [{tag: da, name: Dansk}]
    operator: {name: Bibliotek}
    site_name: {da: Kurser}
"""
OLD_MAIN = "from katalog.adapter import on_config, on_env\n"
FROM_0_1 = {
    "mkdocs.yml": OLD_SETTINGS,
    "hooks/main.py": OLD_MAIN,
    "hooks/katalog/adapter.py": "",
    "overrides/main.html": "{# a copy #}",
    "overrides/assets/logo.svg": "<svg/>",
}


def test_a_site_of_the_first_format() -> None:
    changes = list(upgrades(FROM_0_1, "", "0.2.0"))
    after = FROM_0_1 | {change.path: change.text for change in changes if change.text is not None}
    assert after["mkdocs.yml"] == NEW_SETTINGS
    assert after["hooks/main.py"] == BINDING
    by_hand = [change.path for change in changes if change.text is None]
    assert by_hand == ["hooks/katalog/", "overrides/main.html"]


def test_an_upgraded_site_has_nothing_left_to_change() -> None:
    files = {"mkdocs.yml": NEW_SETTINGS, "hooks/main.py": BINDING}
    assert list(upgrades(files, "0.2.0", "0.2.0")) == []


@pytest.mark.parametrize(("version", "expected"), [("", (0, 1)), ("0.2.0", (0, 2)), ("1.12.3", (1, 12))])
def test_a_site_that_states_no_version_is_of_the_first(version: str, expected: tuple[int, int]) -> None:
    assert parsed(version) == expected


def test_settings_without_a_place_stay_as_they_are() -> None:
    assert with_format("site_name: Kurser\n", "0.2.0") == ""


@pytest.fixture
def old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for path, text in FROM_0_1.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "da_DK.UTF-8")
    return tmp_path


def test_the_command_writes_and_lists_the_rest(old_site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["upgrade", "--check"]) == 1
    assert (old_site / "mkdocs.yml").read_text(encoding="utf-8") == OLD_SETTINGS
    assert main(["upgrade"]) == 1
    assert (old_site / "hooks/main.py").read_text(encoding="utf-8") == BINDING
    out = capsys.readouterr().out
    assert "overrides/main.html: filen skjuler" in out
    assert "logo.svg" not in out


def test_an_engine_in_the_repository_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mkdocs.yml").write_text(with_format(NEW_SETTINGS, "9.0"), encoding="utf-8")
    (tmp_path / "requirements.txt").write_text("./engine/katalog-0.0.1-py3-none-any.whl\n", encoding="utf-8")
    (tmp_path / "engine").mkdir()
    (tmp_path / "engine/katalog-0.0.1-py3-none-any.whl").touch()
    wheel = tmp_path / f"katalog-{version('katalog')}-py3-none-any.whl"
    wheel.write_bytes(b"PK")
    monkeypatch.chdir(tmp_path)
    assert main(["upgrade", "--check", "--language", "en"]) == 0
    assert capsys.readouterr().out.startswith("requirements.txt: ")
    assert main(["upgrade", "--engine", wheel.name, "--language", "en"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in out] == [
        "requirements.txt",
        "engine/katalog-0.0.1-py3-none-any.whl",
    ]
    assert [each.name for each in (tmp_path / "engine").iterdir()] == [wheel.name]
    assert (tmp_path / "requirements.txt").read_text("utf-8").startswith(f"./engine/{wheel.name} ")
    assert main(["upgrade", "--engine", wheel.name, "--language", "en"]) == 0
    assert "nothing" in capsys.readouterr().out


def test_an_engine_that_is_not_there_is_no_upgrade(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mkdocs.yml").write_text(with_format(NEW_SETTINGS, "9.0"), encoding="utf-8")
    (tmp_path / "requirements.txt").write_text("katalog\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["upgrade", "--engine", "none.whl"]) == 1


def test_nothing_to_do_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mkdocs.yml").write_text(with_format(NEW_SETTINGS, "9.0"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["upgrade", "--language", "sv"]) == 0
    assert "inget behöver ändras" in capsys.readouterr().out
