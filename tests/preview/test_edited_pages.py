"""What an editor saves is shown at once, as the build after it makes it."""

from collections.abc import Callable
from errno import ENOSPC
from pathlib import Path
from shutil import rmtree
from threading import Lock

import pytest

from katalog.preview.session import FEW, Session
from katalog.publishing.site_folder import ExclusiveFolder
from tests.e2e.sites import digests
from tests.preview.projects import PreviewProject
from tests.support import record

COURSE, PAGE = "courses/kursus.md", "kurser/kursus/index.html"
SWEDISH = "---\ntranslates: {mark}\ntitle: {title}\n---\n"


@pytest.fixture
def built(project: PreviewProject) -> PreviewProject:
    project.write("courses/kursus.sv.md", SWEDISH.format(mark="x", title="En kurs"))
    project.build()
    project.shown.clear()
    return project


def save(project: PreviewProject, text: str, path: str = COURSE) -> set[str]:
    """Save a record; returns which files are shown before anything is built."""
    project.write(path, text)
    project.shown.clear()
    project.session.show_edited({path}, project.shown.append)
    return {name for each in project.shown for name in each.touched}


EDITS: dict[str, Callable[[PreviewProject], set[str]]] = {
    "a title": lambda project: save(project, record("Et nyt navn")),
    "a text": lambda project: save(project, record("Kursus", "## Indhold\n\nNyt [her](andet.md).\n")),
    "a heading and a link to it": lambda project: save(
        project, record("Kursus", "## Indhold\n\nSe [indholdet](#indhold) og [teksten](kursus.md#indhold).\n")
    ),
    "a date": lambda project: save(project, record("Kursus", sessions=[{"when": "2026-10-01 09:00/16:00"}])),
    "a translation": lambda project: save(
        project, SWEDISH.format(mark="x", title="Ett nytt namn"), "courses/kursus.sv.md"
    ),
}


@pytest.mark.parametrize("what", EDITS)
def test_the_page_is_shown_as_the_build_makes_it(what: str, built: PreviewProject) -> None:
    before = built.page("kurser/kursus"), built.page("sv/kurser/kursus")
    shown = EDITS[what](built)
    early = {name: (built.site / name).read_bytes() for name in shown}
    assert (built.page("kurser/kursus"), built.page("sv/kurser/kursus")) != before
    built.build()
    assert early == {name: (built.site / name).read_bytes() for name in shown}
    assert shown.isdisjoint(name for each in built.shown for name in each.touched)


def test_lists_follow_with_the_build(built: PreviewProject) -> None:
    assert PAGE in save(built, record("Et nyt navn"))
    assert "Et nyt navn" not in built.page("kurser")
    built.build()
    assert "Et nyt navn" in built.page("kurser")


NOT_SHOWN = {
    "an unknown field": record("Et nyt navn", colour="red"),
    "no front matter": "Et nyt navn",
    "a draft": record("Et nyt navn", draft=True),
    "an unknown library": record("Et nyt navn", organiser="findes-ikke"),
    "a dead link": record("Et nyt navn", "Se [her](findes-ikke.md).\n"),
    "a link to no heading": record("Et nyt navn", "Se [her](#findes-ikke).\n"),
    "a missing file": record("Et nyt navn", image={"file": "kursus/findes-ikke.jpg", "alt": "Et rum"}),
    "the same session twice": record("Et nyt navn", sessions=[{"when": "2026-10-01"}] * 2),
}


@pytest.mark.parametrize("what", NOT_SHOWN)
def test_what_cannot_be_published_is_not_shown(what: str, built: PreviewProject) -> None:
    assert save(built, NOT_SHOWN[what]) == set()
    assert "Et nyt navn" not in built.page("kurser/kursus")


def test_what_is_not_published_yet_waits_for_the_build(built: PreviewProject) -> None:
    assert save(built, record("Nyt kursus"), "courses/nyt.md") == set()
    built.build()
    assert "Nyt kursus" in built.page("kurser/nyt")


def test_many_files_wait_for_the_build(built: PreviewProject) -> None:
    built.write(COURSE, record("Et nyt navn"))
    others = [f"content/news/{number}.md" for number in range(FEW)]
    built.session.show_edited({COURSE, *others}, built.shown.append)
    assert built.shown == []


def test_nothing_is_shown_in_a_folder_that_somebody_removed(built: PreviewProject) -> None:
    rmtree(built.site)
    assert save(built, record("Et nyt navn")) == set()
    built.build()
    assert "Et nyt navn" in built.page("kurser/kursus")
    assert (built.site / "style.css").exists()


def test_a_folder_that_is_removed_after_a_page_was_shown_is_made_anew(built: PreviewProject) -> None:
    assert PAGE in save(built, record("Et nyt navn"))
    rmtree(built.site)
    built.build()
    assert built.build().failure == ""
    assert "Et nyt navn" in built.page("kurser/kursus")


def test_a_page_that_cannot_be_written_waits_for_the_build(
    built: PreviewProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr(ExclusiveFolder, "put", full)
        assert save(built, record("Et nyt navn")) == set()
    built.build()
    assert "Et nyt navn" in built.page("kurser/kursus")


def test_what_is_taken_back_before_the_build_is_gone(built: PreviewProject) -> None:
    before = (built.root / COURSE).read_text("utf-8")
    save(built, record("Et nyt navn"))
    built.write(COURSE, before)
    built.build()
    assert "Et nyt navn" not in built.page("kurser/kursus")


def test_a_record_that_is_deleted_before_the_build_has_no_page(built: PreviewProject) -> None:
    save(built, record("Nyt navn"), "courses/andet.md")
    (built.root / "courses/andet.md").unlink()
    built.build()
    assert not (built.site / "kurser/andet").exists()


def test_it_is_shown_while_everything_is_read(built: PreviewProject) -> None:
    pages: list[str] = []

    def between() -> None:
        if not pages:
            save(built, record("Et nyt navn"))
        pages.append(built.page("kurser/kursus"))

    assert built.session.build("da", lambda: True, built.shown.append, between) is None
    assert len(pages) > 1
    assert "Et nyt navn" in pages[0]


def test_nothing_is_shown_by_settings_that_are_others_now(built: PreviewProject, tmp_path: Path) -> None:
    settings = (built.root / "mkdocs.yml").read_text("utf-8")
    built.write("mkdocs.yml", settings.replace("da: Katalog", "da: Andet"))
    saved: list[set[str]] = []

    def between() -> None:
        if not saved and any((built.root / ".katalog").glob("stage-*")):
            saved.append(save(built, record("Et nyt navn")))

    assert built.session.build("da", lambda: False, built.shown.append, between)
    assert saved == [set()]
    built.build()
    clean = Session(built.root, tmp_path / "clean", "http://127.0.0.1:8123/", built.render, Lock())
    assert clean.build("da", lambda: False, built.shown.append)
    assert digests(built.site) == digests(tmp_path / "clean")


def test_what_is_saved_during_a_build_is_not_written_over(built: PreviewProject, tmp_path: Path) -> None:
    built.write(COURSE, record("Et nyt navn"))
    saved: list[set[str]] = []

    def between() -> None:
        if not saved and "Et nyt navn" in built.page("kurser/kursus"):
            raise AssertionError("shown too early to say anything")
        if not saved and any((built.root / ".katalog").glob("stage-*")):
            saved.append(save(built, record("Et nyere navn")))

    assert built.session.build("da", lambda: False, built.shown.append, between)
    assert [PAGE in each for each in saved] == [True]
    assert "Et nyere navn" in built.page("kurser/kursus")
    built.build()
    clean = Session(built.root, tmp_path / "clean", "http://127.0.0.1:8123/", built.render, Lock())
    assert clean.build("da", lambda: False, built.shown.append)
    assert digests(built.site) == digests(tmp_path / "clean")
