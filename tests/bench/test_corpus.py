"""The benchmark's records are good records, and the same ones every time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench.corpus import front_matter, topic_ids, write_corpus
from bench.records import Written, generate
from katalog.schema.records import FOLDERS
from katalog.schema.validate import read_entry, read_translation
from katalog.source import read_source

if TYPE_CHECKING:
    from pathlib import Path

    from katalog.problems import Problem

COURSES = 60


def records(seed: int = 1) -> list[Written]:
    return list(generate(COURSES, seed, topic_ids()))


def problems_of(record: Written) -> list[Problem]:
    source, problems = read_source(record.path, (front_matter(record) + record.body).encode())
    if source is None:
        return problems
    collection = FOLDERS[record.folder]
    if record.language:
        return read_translation(source, record.id, collection, record.language)[1]
    return read_entry(source, record.id, collection)[1]


def test_every_record_is_valid() -> None:
    assert [problem for record in records() for problem in problems_of(record)] == []


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
