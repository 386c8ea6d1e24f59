"""A memo of files never changes what is found: after any edit the same as without one."""

from pathlib import Path

import pytest

from katalog.incremental.last_check import keep_memo, kept_memo
from katalog.inspection import Inspection, inspect
from katalog.loading.file_memo import FileMemo, given
from katalog.schema.annotations import LangText
from katalog.settings import read_settings
from tests.bad.table import GOOD
from tests.bad.test_bad_records import CASES, SETTINGS, TODAY, good_files
from tests.good.generator import make_records
from tests.support import write_files

PLAIN = [case for case in CASES if not case.make]
OTHER_SETTINGS = read_settings({
    "languages": [{"tag": "sv", "name": "Svenska"}],
    "operator": {"name": "Katalog"},
    "site_name": {"sv": "Katalog"},
    "time_zone": "Europe/Stockholm",
})  # fmt: skip


def seen_by(root: Path, memo: FileMemo) -> Inspection:
    seen = inspect(root, SETTINGS, TODAY, memo)
    memo.finish()
    return seen


def same(one: Inspection, other: Inspection) -> bool:
    return (
        one.problems == other.problems
        and one.counts == other.counts
        and one.project.entries == other.project.entries
        and one.project.translations == other.project.translations
        and one.catalogue.outlines == other.catalogue.outlines
        and one.catalogue.back_links == other.catalogue.back_links
    )


def remove_empty_folders(path: Path, root: Path) -> None:
    """Remove the folders above a file that hold nothing more: another case may have a file of that name."""
    for folder in path.parents:
        if folder == root or any(folder.iterdir()):
            return
        folder.rmdir()


@pytest.mark.parametrize("start", range(6))
def test_after_any_fault_and_its_mending(start: int, tmp_path: Path) -> None:
    memory = FileMemo()
    for case in PLAIN[start::40]:
        files = good_files(case) | case.files
        for path, data in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(data)
        expected, disk = inspect(tmp_path, SETTINGS, TODAY), kept_memo(tmp_path)
        assert same(seen_by(tmp_path, memory), expected), case.name
        assert same(seen_by(tmp_path, disk), expected), case.name
        keep_memo(tmp_path, disk)
        for path in case.files:
            (tmp_path / path).unlink()
            remove_empty_folders(tmp_path / path, tmp_path)


def test_good_records_of_all_kinds_come_back_as_they_were(tmp_path: Path) -> None:
    for number, made in enumerate(make_records(120, seed=4)):
        write_files(tmp_path, {made.path: made.text(by_hand=number % 2 == 0)})
    memo = FileMemo()
    expected = seen_by(tmp_path, memo)
    assert same(seen_by(tmp_path, memo), expected)
    keep_memo(tmp_path, memo)
    assert same(seen_by(tmp_path, kept_memo(tmp_path)), expected)


def test_other_settings_are_other_problems(tmp_path: Path) -> None:
    write_files(tmp_path, GOOD)
    memo = FileMemo()
    inspect(tmp_path, SETTINGS, TODAY, memo)
    other = inspect(tmp_path, OTHER_SETTINGS, TODAY, memo)
    assert other.problems == inspect(tmp_path, OTHER_SETTINGS, TODAY).problems


def test_a_part_is_made_once_for_the_same_bytes_and_what_is_given() -> None:
    memo, made = FileMemo(), []

    def make() -> str:
        made.append(1)
        return "x"

    memo.see("a", b"1")
    for around in (given(1), given(1), given(2)):
        assert memo.part("a", "part", str, make, around) == "x"
    assert len(made) == 2
    memo.see("a", b"1")
    memo.part("a", "part", str, make, given(2))
    assert len(made) == 2
    memo.see("a", b"2")
    memo.part("a", "part", str, make, given(2))
    assert len(made) == 3


def test_what_was_not_seen_is_forgotten() -> None:
    memo = FileMemo()
    memo.see("a", b"1")
    assert memo.finish()
    memo.see("a", b"1")
    assert not memo.finish()
    assert memo.finish()
    assert memo.files == {}


def test_texts_know_their_language_again(tmp_path: Path) -> None:
    memo = FileMemo()
    memo.see("a", b"1")
    memo.part("a", "text", LangText, lambda: LangText("Kursus", "da"))
    keep_memo(tmp_path, memo)
    again = kept_memo(tmp_path)
    again.see("a", b"1")
    assert again.part("a", "text", LangText, lambda: LangText("", "sv")).lang == "da"
