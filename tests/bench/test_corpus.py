"""The benchmark's records are good records, and the same ones every time."""

from pathlib import Path

import pytest

from bench.corpus import topic_ids, write_corpus
from bench.records import BASE, Written, generate
from katalog.building.build import prepare
from katalog.settings import read_settings

COURSES = 60
SETTINGS = {
    "languages": [{"tag": "da", "name": "Dansk"}, {"tag": "sv", "name": "Svenska", "path": "sv/"}],
    "site_name": {"da": "Katalog", "sv": "Katalog"},
    "operator": {"name": "Katalog"},
    "site_url": "https://katalog.example/",
}


def records(seed: int = 1) -> list[Written]:
    return generate(COURSES, seed, topic_ids())


def test_a_site_can_be_made_of_it_without_a_complaint(tmp_path: Path) -> None:
    write_corpus(tmp_path / "project", COURSES, 1)
    build = prepare(tmp_path / "project", read_settings(SETTINGS), BASE, tmp_path / "site")
    assert not build.problems


def test_ids_are_unique() -> None:
    originals = [record.id for record in records() if not record.language]
    assert len(set(originals)) == len(originals)


def test_a_tenth_of_the_courses_is_translated() -> None:
    assert len([record for record in records() if record.language]) == COURSES // 10


def test_courses_are_as_long_as_real_ones() -> None:
    lengths = [len(record.body.split()) for record in records() if record.folder == "courses"]
    assert min(lengths) >= 130
    assert max(lengths) <= 450


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    write_corpus(tmp_path / "one", COURSES, 7)
    write_corpus(tmp_path / "two", COURSES, 7)
    first, second = (
        {path.relative_to(root): path.read_bytes() for path in root.rglob("*.md")}
        for root in (tmp_path / "one", tmp_path / "two")
    )
    assert first == second
    assert len(first) > COURSES


def test_another_seed_gives_other_records() -> None:
    assert records(1) != records(2)


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("mine")
    with pytest.raises(FileExistsError):
        write_corpus(tmp_path, COURSES, 1)
