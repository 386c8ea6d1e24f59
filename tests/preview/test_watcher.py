"""Every change of a source is noticed, with the system's help and without; what programs write is not."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from katalog.preview import watcher as watching
from katalog.preview.watcher import Watcher, snapshot

COURSE = "courses/kursus.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path in (COURSE, "content/da/index.md", "mkdocs.yml", "site/index.html", "hooks/main.py"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("x", encoding="utf-8")
    return tmp_path


@pytest.fixture
def watcher(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watcher]:
    """A watcher that depends on the system's notice: looking at every file comes too late for a test."""
    monkeypatch.setattr(watching, "POLL_SECONDS", 3600)
    made = Watcher(root)
    made.start()
    made.begin()
    yield made
    made.stop()


def _save_by_renaming(root: Path) -> None:
    (root / "courses/.kursus.md.tmp").write_text("xyz", encoding="utf-8")
    (root / "courses/.kursus.md.tmp").replace(root / COURSE)


def _new_folder(root: Path) -> None:
    (root / "projects").mkdir()
    (root / "projects/indsats.md").write_text("x", encoding="utf-8")


CHANGES: dict[str, Callable[[Path], object]] = {
    "saved": lambda root: (root / COURSE).write_text("xyz", encoding="utf-8"),
    "saved by renaming": _save_by_renaming,
    "deleted": lambda root: (root / COURSE).unlink(),
    "renamed": lambda root: (root / COURSE).rename(root / "courses/andet.md"),
    "moved away": lambda root: (root / COURSE).rename(root / "site/kursus.md"),
    "a new file": lambda root: (root / "content/da/om.md").write_text("x", encoding="utf-8"),
    "settings": lambda root: (root / "mkdocs.yml").write_text("xyz", encoding="utf-8"),
    "a program": lambda root: (root / "hooks/main.py").write_text("xyz", encoding="utf-8"),
    "a new folder": _new_folder,
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_noticed_at_once(what: str, root: Path, watcher: Watcher) -> None:
    CHANGES[what](root)
    watcher.wait()
    assert not watcher.has_changed


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_found_where_the_system_says_nothing(
    what: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "POLL_SECONDS", 0.01)
    watcher = Watcher(root)
    watcher.begin()
    CHANGES[what](root)
    watcher.wait()
    assert not watcher.has_changed


def test_a_folder_that_came_later_is_watched_too(root: Path, watcher: Watcher) -> None:
    (root / "projects").mkdir()
    watcher.wait()
    watcher.begin()
    (root / "projects/indsats.md").write_text("x", encoding="utf-8")
    watcher.wait()


def test_a_folder_in_the_place_of_another_is_watched_too(root: Path, watcher: Watcher) -> None:
    (root / "courses").rename(root / "site/courses")
    (root / "courses").mkdir()
    watcher.wait()
    watcher.begin()
    (root / COURSE).write_text("x", encoding="utf-8")
    watcher.wait()


def test_what_programs_write_for_themselves_is_no_change(root: Path, watcher: Watcher) -> None:
    before = snapshot(root)
    for path in (".katalog/preview/index.html", "hooks/__pycache__/main.pyc", ".git/index", "serve.log"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("x", encoding="utf-8")
    assert snapshot(root) == before
    watcher.settle()
    assert not watcher.has_changed


def test_reading_is_no_change(root: Path, watcher: Watcher) -> None:
    for path in root.rglob("*.md"):
        path.read_bytes()
    watcher.settle()
    assert not watcher.has_changed


def test_many_changes_count_as_one(root: Path, watcher: Watcher) -> None:
    for number in range(300):
        (root / f"courses/kursus-{number}.md").write_text("x", encoding="utf-8")
    watcher.wait()
    watcher.begin()
    watcher.settle()
    assert not watcher.has_changed


def test_a_change_while_files_are_read_is_seen(root: Path, watcher: Watcher) -> None:
    (root / COURSE).write_text("xyz", encoding="utf-8")
    watcher.wait()
    watcher.begin()
    os.utime(root / COURSE)
    (root / COURSE).write_text("xyzx", encoding="utf-8")
    watcher.wait()


def test_a_system_without_notice_is_no_fault(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watcher = Watcher(root)

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(watcher._observer, "schedule", fail)
    watcher.start()
    watcher.begin()
    watcher.stop()


def test_whoever_waits_can_be_stopped(root: Path) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Watcher(root, stop).wait()


def test_it_says_which_files_are_others_than_before(root: Path) -> None:
    watcher = Watcher(root)
    assert COURSE in watcher.begin()
    assert watcher.begin() == frozenset()
    (root / COURSE).write_text("xyz", encoding="utf-8")
    (root / "mkdocs.yml").unlink()
    (root / "content/da/om.md").write_text("x", encoding="utf-8")
    assert watcher.begin() == {COURSE, "mkdocs.yml", "content/da/om.md"}
