"""What was kept for the next build: whole and for the same key, or nothing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from katalog.publishing.kept_values import keep_value, read_value
from katalog.publishing.scratch import SCRATCH
from katalog.schema.annotations import LangText

KEY, NAME = b"x" * 32, "name"
VALUE = {"a": LangText("hvad en bygning ved", "da")}
KIND = dict[str, LangText]
SIZE = 47
"""Bytes of the file, checksum included."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept")


def test_what_is_kept_is_read(root: Path) -> None:
    keep_value(root, NAME, VALUE, KEY)
    assert (root / SCRATCH / NAME).stat().st_size == SIZE
    found = read_value(root, NAME, KIND, KEY)
    assert found == VALUE
    assert found["a"].lang == "da"
    assert read_value(root, NAME, KIND, b"y" * 32) is None
    assert read_value(root, "other", KIND, KEY) is None


@given(at=st.integers(0, SIZE - 1), bit=st.integers(0, 7))
def test_a_single_other_bit_makes_it_worth_nothing(root: Path, at: int, bit: int) -> None:
    keep_value(root, NAME, VALUE, KEY)
    damaged = bytearray((root / SCRATCH / NAME).read_bytes())
    damaged[at] ^= 1 << bit
    (root / SCRATCH / NAME).write_bytes(damaged)
    assert read_value(root, NAME, KIND, KEY) is None


@given(length=st.integers(0, SIZE - 1))
def test_so_does_a_missing_end(root: Path, length: int) -> None:
    keep_value(root, NAME, VALUE, KEY)
    (root / SCRATCH / NAME).write_bytes((root / SCRATCH / NAME).read_bytes()[:length])
    assert read_value(root, NAME, KIND, KEY) is None
