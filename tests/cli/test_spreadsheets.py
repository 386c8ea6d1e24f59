"""`katalog import` and `katalog export`, from a file to records and back."""

import json
from pathlib import Path

import pytest

from katalog.cli import main
from tests.spreadsheets.sheets import FILES
from tests.support import record, write_files

MKDOCS = """
site_name: Katalog
extra:
  katalog:
    languages: [{tag: da, name: Dansk}]
    site_name: {da: Katalog}
    operator: {name: Katalog}
"""
SHEET = "Titel;Dato;Arrangør\nLæs højt;9. marts 2027;Vejby Bibliotek\nFortæl;snart;Sundby\nGammelt;;\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    there = {"courses/gammelt.md": record("Gammelt", audience="Alle")}
    write_files(tmp_path, FILES | there | {"mkdocs.yml": MKDOCS, "kurser.csv": SHEET})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KATALOG_TODAY", "2026-11-22")
    return tmp_path


def courses(project: Path) -> list[str]:
    return sorted(path.name for path in (project / "courses").iterdir())


def test_what_can_be_written_is_and_the_rest_is_said(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "kurser.csv", "--language", "da"]) == 1
    printed = capsys.readouterr()
    assert "kurser.csv:kurser!B3  K419  " in printed.out
    assert "kurser.csv:kurser!A4  K996  " in printed.out
    assert printed.err.splitlines()[-1].startswith(
        "Nye: 1. Som kladde: 1. Uændrede: 0. Findes, og røres ikke: 1."
    )
    assert courses(project) == ["fortael.md", "gammelt.md", "laes-hoejt.md"]
    assert "⟦snart⟧" in (project / "courses/fortael.md").read_text("utf-8")
    assert "audience: Alle" in (project / "courses/gammelt.md").read_text("utf-8")


def test_one_may_look_first(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "kurser.csv", "--check", "--format", "json", "--language", "en"]) == 1
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert [each["cell"] for each in problems] == ["kurser!B3", "kurser!A4"]
    assert courses(project) == ["gammelt.md"]


def test_a_look_claims_nothing_was_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "kurser.csv", "--check", "--language", "en"]) == 1
    assert "courses written" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "id_", "run"), [("da", "paa-vaegen", "vaar"), ("sv", "pa-vaegen", "var")]
)
def test_an_id_is_spelt_as_its_language_does(language: str, id_: str, run: str, project: Path) -> None:
    sheet = "Titel;Dato;Hold\nPå vægen;9. marts 2027;vår\n"
    (project / "kurser.csv").write_text(sheet, encoding="utf-8")
    assert main(["import", "kurser.csv", "--record-language", language]) == 0
    assert f"id: {run}\n" in (project / f"courses/{id_}.md").read_text("utf-8")


def test_a_good_sheet_ends_well(project: Path) -> None:
    (project / "kurser.csv").write_text("Titel;Dato\nLæs højt;9. marts 2027\n", encoding="utf-8")
    assert main(["import", "kurser.csv"]) == 0
    assert main(["import", "kurser.csv"]) == 0  # unchanged
    assert main(["check", "courses"]) == 0


@pytest.mark.parametrize("file", ["ud.xlsx", "ud.csv"])
def test_what_is_exported_is_unchanged(file: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", file, "--language", "da"]) == 0
    assert f"{file}: 1 kurser i 1 rækker." in capsys.readouterr().err
    assert main(["import", file, "--language", "da"]) == 0
    assert "Nye: 0. Som kladde: 0. Uændrede: 1." in capsys.readouterr().err
    assert main(["export", file]) == 2  # the file is there


@pytest.mark.parametrize("command", [["import", "kurser.csv"], ["export", "a.csv"]])
def test_there_must_be_a_project(command: list[str], project: Path) -> None:
    (project / "mkdocs.yml").unlink()
    assert main(command) == 2


def test_only_spreadsheets_are_written(project: Path) -> None:
    assert main(["export", "kurser.pdf"]) == 2
    assert not Path("kurser.pdf").exists()


@pytest.mark.usefixtures("project")
def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "nej.csv", "--language", "en"]) == 2
    assert capsys.readouterr().err == "There is no file or folder “nej.csv”.\n"
