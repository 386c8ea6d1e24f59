"""A folder of one process's own: files are shown before all are made, and removed at the end."""

from pathlib import Path

import pytest

from katalog.publishing.published_folder import PublishedFile, stats_in
from katalog.publishing.site_folder import ExclusiveFolder, SharedFolder
from tests.publishing.folders import held
from tests.support import write_files as write


@pytest.fixture
def folder(tmp_path: Path) -> ExclusiveFolder:
    """A folder that holds two pages."""
    found = ExclusiveFolder(tmp_path / "site")
    found.publish(write(tmp_path / "first", {"a/index.html": "a", "b/index.html": "b"}), set())
    return found


def test_files_are_written_kept_and_removed(folder: ExclusiveFolder, tmp_path: Path) -> None:
    changes = folder.publish(write(tmp_path / "stage", {"c.html": "c"}), {"a/index.html"})
    assert held(folder.site) == {"a/index.html": "a", "c.html": "c"}
    assert (set(changes.files), changes.unchanged, changes.removed) == ({"c.html"}, 1, 1)
    assert not (folder.site / "b").exists()


def test_pages_are_shown_first_and_nothing_is_removed_until_the_end(
    folder: ExclusiveFolder, tmp_path: Path
) -> None:
    stage = write(tmp_path / "stage", {"a/index.html": "nyt"})
    assert folder.show(stage) == {"a/index.html"}
    assert held(folder.site) == {"a/index.html": "nyt", "b/index.html": "b"}
    changes = folder.publish(write(stage, {"search.json": "{}"}), set())
    assert held(folder.site) == {"a/index.html": "nyt", "search.json": "{}"}
    assert changes.files == {"a/index.html", "search.json"}


def test_what_is_put_there_ahead_is_made_again(folder: ExclusiveFolder, tmp_path: Path) -> None:
    known = {name: PublishedFile(1, 0, b"") for name in ("a/index.html", "b/index.html")}
    folder.put("a/index.html", b"nyt")
    assert held(folder.site) == {"a/index.html": "nyt", "b/index.html": "b"}
    assert folder.intact(known) == {"b/index.html"}
    assert folder.show(write(tmp_path / "stage", {"a/index.html": "nyt", "c.html": "c"})) == {"c.html"}
    folder.publish(tmp_path / "stage", {"b/index.html"})
    assert folder.intact(known) == {"a/index.html", "b/index.html"}


def test_what_is_put_there_during_a_build_stays_until_the_next(
    folder: ExclusiveFolder, tmp_path: Path
) -> None:
    known = {name: PublishedFile(1, 0, b"") for name in ("a/index.html", "b/index.html")}
    folder.intact(known)
    folder.put("a/index.html", b"nyere")
    folder.put("d/index.html", b"nyere")
    folder.publish(write(tmp_path / "stage", {"a/index.html": "nyt"}), {"b/index.html"})
    assert held(folder.site)["a/index.html"] == "nyere"
    assert folder.intact(known) == {"b/index.html"}
    folder.publish(write(tmp_path / "next", {"a/index.html": "nyest"}), {"b/index.html"})
    assert held(folder.site) == {"a/index.html": "nyest", "b/index.html": "b"}


def test_a_folder_and_a_file_take_each_others_place(folder: ExclusiveFolder, tmp_path: Path) -> None:
    folder.publish(write(tmp_path / "stage", {"a": "fil", "b/index.html/c": "mappe"}), set())
    assert held(folder.site) == {"a": "fil", "b/index.html/c": "mappe"}


def test_what_this_process_published_is_looked_at_no_more(folder: ExclusiveFolder) -> None:
    known = {name: PublishedFile(1, 0, b"") for name in ("a/index.html", "x.html")}
    assert folder.intact(known) == {"a/index.html"}


def test_after_a_failure_every_file_is_looked_at(folder: ExclusiveFolder, tmp_path: Path) -> None:
    status = (folder.site / "a/index.html").stat()
    known = {name: PublishedFile(1, status.st_mtime_ns, b"") for name in ("a/index.html", "b/index.html")}
    (folder.site / "b/index.html").write_text("andet", encoding="utf-8")
    folder.forget_known_files()
    assert folder.intact(known) == {"a/index.html"}
    folder.publish(write(tmp_path / "stage", {"c.html": "c"}), {"a/index.html"})
    assert held(folder.site) == {"a/index.html": "a", "c.html": "c"}


def test_what_lies_in_the_folder_is_known_without_another_look(tmp_path: Path) -> None:
    files = {"a.html": "a", "b.html": "b", "c/index.html": "c", "d.html": "d"}
    SharedFolder(tmp_path / "site").publish(write(tmp_path / "first", files), set())
    (tmp_path / "site/foreign.txt").write_text("x", encoding="utf-8")
    known = {name: PublishedFile(*each, b"") for name, each in stats_in(tmp_path / "site").items()}
    folder = SharedFolder(tmp_path / "site")
    assert "a.html" in folder.intact(known)
    folder.publish(
        write(tmp_path / "stage", {"b.html": "nyt", "d.html": "d", "e/index.html": "e"}), {"a.html"}
    )
    assert folder.stats == stats_in(tmp_path / "site")
    assert {"foreign.txt", "e/index.html"} < folder.stats.keys()
    assert "c/index.html" not in folder.stats


def test_a_published_file_is_as_it_was_by_size_and_time(tmp_path: Path) -> None:
    SharedFolder(tmp_path / "site").publish(write(tmp_path / "first", {"a": "1", "b": "2", "c": "3"}), set())
    (size, changed), stats = stats_in(tmp_path / "site")["a"], stats_in(tmp_path / "site")
    known = {
        "a": PublishedFile(size, changed, b""),
        "b": PublishedFile(stats["b"][0], stats["b"][1] + 1, b""),
    }
    known |= {"c": PublishedFile(9, stats["c"][1], b""), "gone": PublishedFile(1, changed, b"")}
    assert SharedFolder(tmp_path / "site").intact(known) == {"a"}
