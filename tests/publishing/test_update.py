"""The published folder: changed files replaced, unchanged ones left alone, vanished ones removed."""

from pathlib import Path

import pytest

from katalog.publishing.published_folder import INCOMING, OWN_LIST, list_of
from katalog.publishing.update import Stage, bring_up_to_date, file_at
from tests.publishing.folders import held
from tests.support import write_files as write


def published(folder: Path, files: dict[str, str]) -> Path:
    """Make what an earlier build published."""
    write(folder, files)
    (folder / OWN_LIST).write_text(list_of(files), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("address", "file"), [("", "index.html"), ("a/", "a/index.html"), ("a.ics", "a.ics")]
)
def test_the_file_of_an_address(address: str, file: str) -> None:
    assert file_at(address) == file


def test_two_outputs_at_one_address_are_a_bug(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    stage.write("a/", b"one")
    with pytest.raises(FileExistsError):
        stage.write("a/", b"two")


def test_a_stage_makes_folders_that_are_not_there_yet(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    stage = Stage(tmp_path)
    for address in ("", "made/a.ics", "new/a/b/", "new/a/b.ics", "new/c.json"):
        stage.write(address, address.encode())
    files = {"index.html", "made/a.ics", "new/a/b/index.html", "new/a/b.ics", "new/c.json"}
    assert set(held(tmp_path)) == files


def test_a_folder_that_is_not_there_is_the_whole_stage(tmp_path: Path) -> None:
    stage = write(tmp_path / "stage", {"a": "x", "b/c": "y"})
    assert [*bring_up_to_date(stage, tmp_path / "out" / "site").counts.values()] == [2, 0, 2, 0]
    assert held(tmp_path / "out" / "site") == {"a": "x", "b/c": "y"}


def test_bringing_a_folder_up_to_date(tmp_path: Path) -> None:
    site = published(tmp_path / "site", {"same": "s", "old/x": "gone", "changed": "before"})
    untouched = (site / "same").stat().st_mtime_ns
    stage = write(tmp_path / "stage", {"same": "s", "changed": "after", "new/y": "n"})
    assert [*bring_up_to_date(stage, site).counts.values()] == [3, 0, 2, 1]
    assert held(site) == {"same": "s", "changed": "after", "new/y": "n"}
    assert (site / "same").stat().st_mtime_ns == untouched
    assert not (site / "old").exists()


def test_a_folder_becomes_a_file_and_a_file_a_folder(tmp_path: Path) -> None:
    site = published(tmp_path / "site", {"a/b": "x", "c": "y"})
    bring_up_to_date(write(tmp_path / "stage", {"a": "file", "c/d": "z"}), site)
    assert held(site) == {"a": "file", "c/d": "z"}


def test_what_a_killed_build_left_is_repaired(tmp_path: Path) -> None:
    site = published(tmp_path / "site", {f"{INCOMING}/index.html": "half", "index.html": "old"})
    bring_up_to_date(write(tmp_path / "stage", {"index.html": "new"}), site)
    assert held(site) == {"index.html": "new"}
