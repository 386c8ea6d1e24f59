"""Good records are taken, whoever wrote them, and slips on them are told."""

from pathlib import Path

import pytest

from bench.fuzz import fuzz
from bench.fuzz_bodies import fuzz_bodies
from katalog.inspection import inspect
from katalog.problems.codes import severity_of
from katalog.source import read_source
from tests.bad.test_bad_records import SETTINGS, TODAY
from tests.good.generator import TOPICS, make_records, with_one_alone

BY_CHANCE = {"record.same-content", "record.same-title"}
"""What two records drawn from few titles and dates may be reported for."""
TOPIC_LIST = "".join(f"- id: {topic}\n  name: {{da: {topic}}}\n" for topic in TOPICS)


def test_two_thousand_records_of_every_kind_are_taken(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/topics.yml").write_text(TOPIC_LIST)
    for number, made in enumerate(make_records(2_004, seed=2)):
        file = tmp_path / made.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(made.text(by_hand=number % 2 == 0), encoding="utf-8")
    seen = inspect(tmp_path, SETTINGS, TODAY)
    errors = {each.code for each in seen.problems if severity_of(each.code) == "error"}
    assert errors <= BY_CHANCE
    assert len(seen.project.entries) == 2_004


@pytest.mark.parametrize("by_hand", [True, False])
def test_what_was_written_is_what_is_read(by_hand: bool) -> None:
    for made in make_records(120, seed=3):
        source, problems = read_source(made.path, made.text(by_hand=by_hand).encode())
        assert problems == []
        assert source is not None
        assert source.tree.data == (with_one_alone(made.data) if by_hand else made.data)
        assert source.body.strip() == made.body.strip()


def test_slips_are_told_and_nothing_is_lost() -> None:
    tally = fuzz(600, seed=4)
    assert tally.crashes == []
    assert tally.losses == []
    assert tally.told > 100


def test_no_word_of_a_text_vanishes() -> None:
    tally = fuzz_bodies(600, seed=5)
    assert tally.crashes == []
    assert tally.losses == []
    assert tally.told > 50
