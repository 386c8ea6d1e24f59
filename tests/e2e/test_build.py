"""A site builds strictly, the same bytes every time, and is never touched by an error."""

import json
import shutil
from pathlib import Path

import pytest

from katalog.publishing.published_folder import OWN_LIST, list_of
from tests.e2e.sites import Built, build, copy_project, digests


def test_strict_build_has_no_warning(built: Built) -> None:
    assert built.run.status == 0, built.run.output
    assert "WARNING" not in built.run.output
    assert (built.site / "kurser/proeve-laengst-forbi/index.html").is_file()
    assert (built.site / "sv/kurser/proeve-laengst-forbi/index.html").is_file()


def test_builds_are_byte_identical_in_any_folder_cold_and_warm(built: Built, tmp_path: Path) -> None:
    other = copy_project(tmp_path / "somewhere" / "else")
    assert build(other).status == 0
    cold = digests(other / "site")
    assert cold == digests(built.site)
    assert build(other).status == 0
    assert digests(other / "site") == cold


def test_an_unchanged_site_is_not_touched(built: Built, tmp_path: Path) -> None:
    project = shutil.copytree(built.project, tmp_path / "project")
    before = times(project / "site")
    assert build(project).status == 0
    assert times(project / "site") == before


def times(site: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}


def test_a_strict_build_with_a_warning_publishes_nothing(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("nav: [nowhere.md]\n")
    run = build(project)
    assert run.status == 1
    assert "nowhere.md" in run.output
    assert not (project / "site").exists()


def test_no_scratch_folder_is_left(built: Built) -> None:
    assert not list((built.project / ".katalog").glob("stage-*"))


def test_a_project_where_nothing_can_be_made_is_built(built: Built, tmp_path: Path) -> None:
    """Root writes everywhere, so the scratch folder's name is taken."""
    project = copy_project(tmp_path / "project")
    (project / ".katalog").write_text("no folder", encoding="utf-8")
    assert build(project).status == 0
    assert digests(project / "site") == digests(built.site)


BAD = {
    "price": ("courses/proeve-laengst-forbi.md", "amount: 9.950 kr.", "amount: 9.950"),
    "date": ("courses/proeve-laengst-forbi.md", "kind: learning-path", "kind: learning-path\nstatus: snart"),
    "reference": (
        "projects/proeve-afsluttet.md",
        "coordinator: lindeby-bibliotek",
        "coordinator: lindeby",
    ),
    "yaml": ("content/contacts/laerer-opdigtet.md", "title: ", "title: 'a"),
}


@pytest.mark.parametrize("name", BAD)
def test_an_error_names_its_place_and_leaves_the_site_alone(name: str, built: Built, tmp_path: Path) -> None:
    path, good, bad = BAD[name]
    project = copy_project(tmp_path / "project")
    file = project / path
    text = file.read_text(encoding="utf-8")
    assert good in text
    file.write_text(text.replace(good, bad, 1), encoding="utf-8")
    (project / "site").mkdir()
    (project / "site" / "before.html").write_text("as it was", encoding="utf-8")
    before = digests(project / "site")
    run = build(project)
    assert run.status == 1
    assert f"{path}:" in run.output
    assert "Traceback" not in run.output
    assert digests(project / "site") == before


def test_a_page_that_is_gone_is_removed(built: Built, tmp_path: Path) -> None:
    project = shutil.copytree(built.project, tmp_path / "project")
    site = project / "site"
    (site / "gammel").mkdir(parents=True)
    (site / "gammel" / "index.html").write_text("old", encoding="utf-8")
    own = json.loads((site / OWN_LIST).read_text("utf-8"))
    (site / OWN_LIST).write_text(list_of([*own, "gammel/index.html"]), encoding="utf-8")
    assert build(project).status == 0
    assert not (site / "gammel").exists()
    assert digests(site) == digests(built.site)
