import os
import sys
from pathlib import Path

import pytest

from bench.compare import CHANGES, Figures, pages_of
from bench.corpus import write_corpus
from bench.measured import Cost, measured


def test_the_report_has_medians_and_compares_within_a_turn(capsys: pytest.CaptureFixture[str]) -> None:
    figures = Figures()
    for ours, theirs in ((1.0, 10.0), (4.0, 20.0), (9.0, 10.0)):
        figures.note("Katalog", Cost(ours, 2.0, 100.0), Cost(theirs, 1.0, 50.0))
    assert "| Katalog | 4.00 | 2.00 | 100 | 0.200 |" in figures.report()
    assert capsys.readouterr().out.count("Katalog") == 3


def test_a_command_is_measured_with_what_it_starts(tmp_path: Path) -> None:
    busy = "sum(range(3_000_000))"
    both = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}], check=True); {busy}"
    alone = measured((sys.executable, "-c", "pass"), tmp_path, os.environ)
    assert measured((sys.executable, "-c", both), tmp_path, os.environ).cpu > alone.cpu


def test_a_command_that_fails_is_no_figure(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="status 3"):
        measured((sys.executable, "-c", "raise SystemExit(3)"), tmp_path, os.environ)


def test_every_change_finds_what_it_changes(tmp_path: Path) -> None:
    write_corpus(tmp_path / "project", 20, 1)
    for change in CHANGES.values():
        change.make(tmp_path / "project")


def test_pages_are_told_by_the_addresses_of_their_side(tmp_path: Path) -> None:
    page = tmp_path / "courses/kursus-00010/index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<main><p>Tekst</p></main>", "utf-8")
    assert pages_of(tmp_path) == "1 files, 0 MB; course 0.0, 2"
