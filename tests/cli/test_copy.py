"""A record begun from another: all of it, and what holds no longer marked to be filled in."""

from pathlib import Path

import pytest

from katalog.cli import main
from katalog.inspection import inspect
from katalog.settings import read_settings
from tests.support import SETTINGS, TODAY, TOPICS, write_files

COURSE = """\
---
title: Kursus  # som i fjor
language: da
redirect_from:
  - aeldre
  - aeldst
registration: {closes: 1. februar 2026 kl. 12, via: "https://tilmelding.example/"}
price:
  - amount: 1.450 kr.  # uden moms
    until: 1. januar 2026
  - 2.000 kr.
  - 900 kr. for studerende
  - Forplejning: 250 kr.
status: cancelled
sessions:
  - when: "7. marts 2026 kl. 9–16"
    title: Opstart
  - {when: 2026-03-14, status: postponed, place: online}
  - 2026-03-21
---

Teksten fra 7. marts 2026.
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    files = {
        "mkdocs.yml": "site_name: A\n",
        "content/topics.yml": TOPICS,
        "courses/kursus/plan.txt": "En plan.",
    }
    write_files(tmp_path, files | {"courses/kursus.sv.md": "---\ntitle: Kurs\n---\n"})
    (tmp_path / "courses/kursus.md").write_text(COURSE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def copy(old: str, new: str) -> int:
    return main(["copy", "--language", "da", old, new])


def test_what_holds_no_longer_is_marked_and_the_rest_is_kept(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert copy("kursus", "kursus-2027") == 0
    assert "11 steder" in capsys.readouterr().out
    text = (project / "courses/kursus-2027.md").read_text("utf-8")
    for part in (
        "title: Kursus  # som i fjor\nlanguage: da\nregistration:",
        '{closes: "⟦1. februar 2026 kl. 12⟧", via: "https://tilmelding.example/"}',
        '  - amount: "⟦1.450 kr.⟧"  # uden moms\n    until: "⟦1. januar 2026⟧"\n',
        'status: "⟦cancelled⟧"',
        '  - when: "⟦7. marts 2026 kl. 9–16⟧"\n    title: Opstart\n',
        '  - "⟦2.000 kr.⟧"\n',
        '  - "⟦900 kr. for studerende⟧"\n',
        '  - Forplejning: "⟦250 kr.⟧"\n',
        '  - "⟦2026-03-21⟧"\n',
        '{when: "⟦2026-03-14⟧", status: "⟦postponed⟧", place: online}',
        "---\n\nTeksten fra 7. marts 2026.\n",
    ):
        assert part in text
    assert (project / "courses/kursus-2027.sv.md").exists()
    assert (project / "courses/kursus-2027/plan.txt").read_text("utf-8") == "En plan."
    assert (project / "courses/kursus.md").read_text("utf-8") == COURSE


def test_a_price_and_a_session_alone_are_marked_too(project: Path) -> None:
    alone = "title: A\nlanguage: da\nprice: {}\nsessions: {}\nform: online\n"
    written = alone.format("2.000 kr.", "7. marts 2026 kl. 9–16")
    (project / "courses/kursus.md").write_text(f"---\n{written}---\n", encoding="utf-8")
    assert copy("kursus", "kursus-2027") == 0
    marked = alone.format('"⟦2.000 kr.⟧"', '"⟦7. marts 2026 kl. 9–16⟧"')
    assert (project / "courses/kursus-2027.md").read_text("utf-8") == f"---\n{marked}---\n"


def test_the_check_leads_to_every_mark(project: Path) -> None:
    assert copy("kursus", "kursus-2027") == 0
    problems = inspect(project, read_settings(SETTINGS), TODAY).problems
    marked = (project / "courses/kursus-2027.md").read_text("utf-8").split("\n")
    lines = {number for number, line in enumerate(marked, start=1) if "⟦" in line}
    told = {each.position.line for each in problems if each.path == "courses/kursus-2027.md"}
    assert lines <= told


@pytest.mark.parametrize(("old", "new"), [("kurs", "ny"), ("kursus", "Ny"), ("kursus", "kursus")])
def test_nothing_is_written_where_something_stands_in_the_way(project: Path, old: str, new: str) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    assert copy(old, new) == 2
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("there", ["ny.md", "ny.sv.md", "ny/plan.txt"])
def test_a_file_that_is_no_record_is_not_written_over(project: Path, there: str) -> None:
    write_files(project, {f"courses/{there}": "Noget, der ikke kan læses."})
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    assert copy("kursus", "ny") == 2
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_a_record_that_is_not_there_has_a_nearest_or_none(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert project.is_dir()
    assert main(["copy", "xyzzy", "ny", "--language", "sv"]) == 2
    assert capsys.readouterr().err == "Ingen post har id:t ”xyzzy”.\n"
    known = next(each.stem for each in (project / "courses").glob("*.md"))
    assert main(["copy", f"{known}r", "ny", "--language", "sv"]) == 2
    assert capsys.readouterr().err == f"Ingen post har id:t ”{known}r”. Närmast: {known}\n"
