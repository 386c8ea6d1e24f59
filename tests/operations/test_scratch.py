"""Scratch folders: one build at a time, and nothing left of those that died."""

import os
import threading
from pathlib import Path

import pytest

from katalog.publishing.scratch import Scratch, keep, read_kept, scratch_folder
from tests.operations.rights import without_privileges


def never() -> None:
    raise AssertionError("nobody is to wait here")


def test_a_scratch_folder_is_the_projects_own(tmp_path: Path) -> None:
    scratch = Scratch(tmp_path, never)
    assert scratch.folder.parent == tmp_path / ".katalog"
    scratch.remove()
    assert not scratch.folder.exists()


def test_what_dead_builds_left_is_removed(tmp_path: Path) -> None:
    dead = [tmp_path / ".katalog" / f"stage-{name}" for name in ("a", "b")]
    for folder in dead:
        (folder / "kurser").mkdir(parents=True)
        (folder / "kurser" / "index.html").write_text("half", encoding="utf-8")
    (tmp_path / ".katalog" / "check").write_text("kept", encoding="utf-8")
    scratch = Scratch(tmp_path, never)
    assert not any(folder.exists() for folder in dead)
    assert (tmp_path / ".katalog" / "check").is_file()
    scratch.remove()


def test_a_linked_folder_of_a_dead_build_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "courses").mkdir()
    (tmp_path / "courses" / "kursus.md").touch()
    (tmp_path / ".katalog").mkdir()
    (tmp_path / ".katalog" / "stage-a").symlink_to("../courses")
    Scratch(tmp_path, never).remove()
    assert (tmp_path / "courses" / "kursus.md").is_file()


def test_the_second_build_waits_and_says_so(tmp_path: Path) -> None:
    first, waiting, order = Scratch(tmp_path, never), threading.Event(), []

    def second() -> None:
        scratch = Scratch(tmp_path, waiting.set)
        order.append("second")
        scratch.remove()

    thread = threading.Thread(target=second)
    thread.start()
    assert waiting.wait(timeout=60)
    assert first.folder.is_dir()  # the second has not taken it for a dead build's
    order.append("first")
    first.remove()
    thread.join(timeout=60)
    assert order == ["first", "second"]


@pytest.mark.parametrize("name", [".katalog", ".katalog/build.lock"])
def test_a_link_is_not_written_through(name: str, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "precious.md").write_text("keep", encoding="utf-8")
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).symlink_to("elsewhere" if name == ".katalog" else "../precious.md")
    Scratch(tmp_path, never).remove()
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert (tmp_path / "precious.md").read_text(encoding="utf-8") == "keep"


def test_a_project_that_cannot_be_written_is_built_elsewhere() -> None:
    with without_privileges() as folder:
        folder.chmod(0o555)
        assert scratch_folder(folder) is None
        scratch = Scratch(folder, never)
        assert folder not in scratch.folder.parents
        scratch.remove()
        folder.chmod(0o755)


def test_what_is_kept_is_read(tmp_path: Path) -> None:
    assert read_kept(tmp_path, "search-da") == b""
    keep(tmp_path, "search-da", b"one")
    keep(tmp_path, "search-da", b"two")
    assert read_kept(tmp_path, "search-da") == b"two"
    assert [path.name for path in (tmp_path / ".katalog").iterdir()] == ["search-da"]


@pytest.mark.parametrize("name", ["search-da", "search-da.new"])
def test_nothing_is_kept_through_a_link(name: str, tmp_path: Path) -> None:
    (tmp_path / "precious.md").write_text("keep", encoding="utf-8")
    (tmp_path / ".katalog").mkdir()
    (tmp_path / ".katalog" / name).symlink_to("../precious.md")
    keep(tmp_path, "search-da", b"new")
    assert (tmp_path / "precious.md").read_text(encoding="utf-8") == "keep"
    assert read_kept(tmp_path, "search-da") == b"new"


def test_a_pipe_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / ".katalog").mkdir()
    os.mkfifo(tmp_path / ".katalog" / "search-da")
    assert read_kept(tmp_path, "search-da") == b""
    keep(tmp_path, "search-da", b"new")
    assert read_kept(tmp_path, "search-da") == b"new"
