"""What was kept for the next build: whole and for the same key, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from katalog.incremental.checksummed import checksummed, keep_checksummed, read_checksummed, verified

if TYPE_CHECKING:
    from pathlib import Path

KEY, DATA = b"x" * 32, b"what a build has to know"
KEPT = checksummed(DATA, KEY)


def test_what_is_kept_is_read(tmp_path: Path) -> None:
    keep_checksummed(tmp_path, "name", DATA, KEY)
    assert read_checksummed(tmp_path, "name", KEY) == DATA
    assert read_checksummed(tmp_path, "name", b"y" * 32) == b""
    assert read_checksummed(tmp_path, "other", KEY) == b""


@given(at=st.integers(0, len(KEPT) - 1), bit=st.integers(0, 7))
def test_a_single_other_bit_makes_it_worth_nothing(at: int, bit: int) -> None:
    damaged = bytearray(KEPT)
    damaged[at] ^= 1 << bit
    assert verified(bytes(damaged), KEY) == b""


@given(length=st.integers(0, len(KEPT) - 1))
def test_so_does_a_missing_end(length: int) -> None:
    assert verified(KEPT[:length], KEY) == b""
