"""A session makes anew what an edit touches, the theme only where that is made of something else."""

from collections.abc import Callable
from pathlib import Path
from shutil import rmtree
from threading import Lock

import pytest

from katalog.preview.session import Session
from tests.e2e.sites import digests
from tests.preview.projects import PreviewProject
from tests.support import record


def codes(project: PreviewProject) -> list[str]:
    return [each.code for each in project.build().problems]


def test_an_edited_record_is_published_without_the_theme_made_anew(project: PreviewProject) -> None:
    assert project.build().problems == ()
    project.write("courses/kursus.md", record("Et nyt navn"))
    result = project.build()
    assert "Et nyt navn" in project.page("kurser/kursus")
    assert result.changes
    assert "kurser/kursus/index.html" in result.changes.files
    assert "kurser/andet/index.html" not in result.changes.files
    assert project.rendered == 1


def test_what_mkdocs_wrote_stays(project: PreviewProject) -> None:
    project.build()
    project.write("courses/nyt.md", record("Nyt kursus"))
    project.build()
    assert "Nyt kursus" in project.page("kurser/nyt")
    assert (project.site / "style.css").exists()
    assert "kurser/kursus/" in project.page("om")


CHANGES: dict[str, Callable[[PreviewProject], None]] = {
    "a hand-written page": lambda project: project.about("Om os"),
    "the settings": lambda project: project.write(
        "mkdocs.yml", (project.root / "mkdocs.yml").read_text("utf-8").replace("name: Katalog", "name: Andet")
    ),
    "a template": lambda project: project.write("overrides/main.html", "{% extends 'engine/main.html' %}"),
    "a phrase": lambda project: project.write(
        "overrides/locale/da.po", 'msgid ""\nmsgstr ""\n\nmsgid "section.courses"\nmsgstr "Forløb"\n'
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_the_theme_is_made_anew_for(what: str, project: PreviewProject) -> None:
    project.build()
    CHANGES[what](project)
    assert project.build().problems == ()
    assert project.rendered == 2


def test_the_theme_is_made_anew_for_a_record_that_a_page_leads_to(project: PreviewProject) -> None:
    project.write("projects/samarbejde.md", record("Samarbejde", kind="national-initiative"))
    project.write("content/da/om.md", "---\ntitle: Om\n---\n\n[Se](../../projects/samarbejde.md)\n")
    assert codes(project) == []
    assert "indsatsomraader/samarbejde/" in project.page("om")
    project.write("projects/samarbejde.md", record("Samarbejde", kind="project"))
    assert codes(project) == []
    assert "projekter/samarbejde/" in project.page("om")
    assert not (project.site / "indsatsomraader/samarbejde/index.html").exists()


def test_a_page_that_leads_nowhere_any_more_stops_the_build(project: PreviewProject) -> None:
    project.build()
    (project.root / "courses/kursus.md").rename(project.root / "courses/omdoebt.md")
    assert codes(project) == ["text.dead-link"]
    page = (project.root / "content/da/om.md").read_text("utf-8")
    project.write("content/da/om.md", page.replace("kursus.md", "omdoebt.md"))
    assert codes(project) == []
    assert "kurser/omdoebt/" in project.page("om")
    assert not (project.site / "kurser/kursus/index.html").exists()


def test_nothing_is_published_of_a_faulty_project(project: PreviewProject) -> None:
    project.build()
    project.write("courses/kursus.md", record("Kursus", kind="fejl"))
    result = project.build()
    assert [each.path for each in result.problems] == ["courses/kursus.md"]
    assert result.changes is None
    assert "Kursus" in project.page("kurser/kursus")
    project.write("courses/kursus.md", record("Rettet"))
    assert project.build().changes
    assert "Rettet" in project.page("kurser/kursus")


def test_a_project_that_is_faulty_at_first_comes_up_when_it_is_mended(project: PreviewProject) -> None:
    settings = (project.root / "mkdocs.yml").read_text("utf-8")
    project.write("mkdocs.yml", settings + "\textra: [")
    assert project.build().problems
    assert not project.site.exists()
    project.write("mkdocs.yml", settings)
    assert project.build().changes
    assert project.site.exists()


def test_a_project_that_changes_while_it_is_read_is_read_again(project: PreviewProject) -> None:
    assert project.session.build("da", lambda: True, project.shown.append) is None
    assert not project.site.exists()


def test_what_stops_mkdocs_is_told_and_tried_again(
    project: PreviewProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise ValueError("skabelonen er i stykker")

    with monkeypatch.context() as patched:
        patched.setattr(project, "render", fail)
        result = project.build()
        assert result.failure == "ValueError: skabelonen er i stykker"
        assert "in fail" in result.trace
    assert project.build().failure == ""
    assert "Kursus" in project.page("kurser/kursus")
    assert not list(project.root.glob(".katalog/stage-*"))


def test_a_template_that_fails_is_told_over_the_last_good_pages(project: PreviewProject) -> None:
    project.build()
    for text in ("{{ view.card.missing.field }}", "{{ view.card", "{% include 'missing.html' %}"):
        project.write("overrides/katalog/course.html", text)
        result = project.build()
        assert [each.path for each in result.problems] == ["overrides/katalog/course.html"]
        assert (result.changes, result.failure) == (None, "")
        assert "Kursus" in project.page("kurser/kursus")
    project.write("overrides/katalog/course.html", "<p>Mendet</p>")
    assert project.build().changes
    assert "<p>Mendet</p>" in project.page("kurser/kursus")


def test_pages_are_shown_before_search_finds_them(project: PreviewProject) -> None:
    project.build()
    project.write("courses/kursus.md", record("Et nyt navn"))
    result = project.build()
    (shown,) = (shown.touched for shown in project.shown)
    assert {"kurser/kursus/index.html", "kurser/index.html"} <= shown
    assert not [name for name in shown if name.startswith("search-index/")]
    assert result.changes
    assert [name for name in result.changes.files if name.startswith("search-index/")]


def test_lists_show_the_card_of_an_edited_record_on_a_site_in_one_language(project: PreviewProject) -> None:
    settings = (project.root / "mkdocs.yml").read_text("utf-8")
    settings = settings.replace(", {tag: sv, name: Svenska, path: sv/}", "").replace(", sv: Katalog", "")
    project.write("mkdocs.yml", settings)
    assert codes(project) == []
    project.write("courses/kursus.md", record("Et nyt navn"))
    project.build()
    assert "Et nyt navn" in project.page("kurser")


def test_a_removed_page_is_another(project: PreviewProject) -> None:
    project.build()
    (project.root / "courses/andet.md").unlink()
    assert "kurser/andet/index.html" in project.build().touched


def test_the_next_preview_begins_where_this_one_ended(project: PreviewProject) -> None:
    project.build()
    project.session.close()
    again = Session(project.root, project.site, "http://127.0.0.1:8123/", project.render, Lock())
    result = again.build("da", lambda: False, project.shown.append)
    assert result
    assert result.changes
    assert {name for name in result.changes.files if "kurser" in name} == set()


def test_a_folder_that_somebody_removed_is_made_anew(project: PreviewProject) -> None:
    project.build()
    rmtree(project.site)
    project.write("courses/kursus.md", record("Et nyt navn"))
    project.build()
    assert "Andet kursus" in project.page("kurser/andet")
    assert (project.site / "style.css").exists()


def test_the_pages_are_those_of_a_clean_build(project: PreviewProject, tmp_path: Path) -> None:
    project.build()
    project.write("courses/kursus.md", record("Et nyt navn"))
    (project.root / "courses/andet.md").rename(project.root / "courses/tredje.md")
    project.build()
    clean = Session(project.root, tmp_path / "clean", "http://127.0.0.1:8123/", project.render, Lock())
    assert clean.build("da", lambda: False, project.shown.append)
    assert digests(project.site) == digests(tmp_path / "clean")


def test_a_full_disk_is_a_problem(project: PreviewProject, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(project, "render", fail)
    assert codes(project) == ["system.disk-full"]


def test_the_published_folder_is_left_alone(project: PreviewProject) -> None:
    project.write("site/andres.txt", "ikke Katalogs")
    assert codes(project) == []
    assert [path.name for path in (project.root / "site").iterdir()] == ["andres.txt"]
