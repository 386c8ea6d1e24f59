"""Whether the last build is still right: whatever is another, it is not."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from katalog.catalogue.revision import Revision
from katalog.incremental.last_build import LastBuild
from katalog.incremental.last_check import CheckResult
from katalog.problems import Position, Problem
from katalog.publishing.published_folder import stats_in
from katalog.settings import read_settings
from tests.bad.table import GOOD
from tests.support import SETTINGS, TODAY, write_files

FOUND = CheckResult((Problem("a.md", Position(2, 1), "file.unused", {"name": "a.md"}),), {"found": 3})
HISTORY = {"courses/kursus.md": Revision(2, datetime(2026, 11, 1, tzinfo=UTC))}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_files(tmp_path, {**GOOD, "site/index.html": "<p>", "hooks/main.py": "", "overrides/main.html": ""})
    last_build(tmp_path).keep(FOUND, 1, stats_in(tmp_path / "site"))
    return tmp_path


def last_build(
    project: Path, today: date = TODAY, history: Mapping[str, Revision] = HISTORY, **settings: object
) -> LastBuild:
    return LastBuild(project, project / "site", read_settings(SETTINGS | settings), today, history)


def test_what_was_found_is_told_again(project: Path) -> None:
    published = last_build(project).published()
    assert published
    assert (published.found, published.count) == (FOUND, 1)


@pytest.mark.parametrize(
    "path",
    ["courses/kursus.md", "content/topics.yml", "mkdocs.yml", "hooks/main.py", "overrides/main.html",
     "site/index.html", "site/new.html", "courses/new.md", "content/da/new.md", "README.md"],
)  # fmt: skip
def test_another_file_is_another_build(path: str, project: Path) -> None:
    file = project / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(file.read_text(encoding="utf-8") + "\n" if file.exists() else "", encoding="utf-8")
    assert last_build(project).published() is None


def test_so_is_a_missing_one(project: Path) -> None:
    (project / "site/index.html").unlink()
    assert last_build(project).published() is None


def test_so_are_another_day_history_folder_and_settings(project: Path) -> None:
    assert last_build(project, date(2026, 11, 23)).published() is None
    assert last_build(project, history={}).published() is None
    assert last_build(project, time_zone="Europe/Stockholm").published() is None
    settings = read_settings(SETTINGS)
    assert LastBuild(project, project / "elsewhere", settings, TODAY, HISTORY).published() is None


def test_what_changes_during_a_build_counts_for_the_next(project: Path) -> None:
    building = last_build(project)
    (project / "mkdocs.yml").write_text("changed", encoding="utf-8")
    building.keep(FOUND, 1, stats_in(project / "site"))
    assert last_build(project).published() is None
