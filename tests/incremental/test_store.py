"""What the next build is told: whole and of the same code, or nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from katalog.incremental.store import (
    Made,
    PageNote,
    Published,
    Sources,
    Store,
    intact,
    read_store,
    written_store,
)

STORE = Store(
    inputs=[("record", "a")],
    digests=[b"d"],
    tasks={
        "da course a": Made(Sources([0], [], 1, 9), ["a/index.html"], [PageNote("a/", {"da": "a/"}, b"i")])
    },
    files={"a/index.html": Published(3, 4, b"f")},
)
SEAL = b"x" * 32
DATA = written_store(STORE, SEAL)


def test_what_is_written_is_read() -> None:
    assert read_store(DATA, SEAL).tasks == STORE.tasks
    assert read_store(DATA, SEAL) == STORE


@given(at=st.integers(0, len(DATA) - 1), bit=st.integers(0, 7))
def test_a_single_other_bit_makes_it_worth_nothing(at: int, bit: int) -> None:
    damaged = bytearray(DATA)
    damaged[at] ^= 1 << bit
    assert read_store(bytes(damaged), SEAL) == Store()


@given(length=st.integers(0, len(DATA) - 1))
def test_so_does_a_missing_end(length: int) -> None:
    assert read_store(DATA[:length], SEAL) == Store()


def test_so_does_other_code() -> None:
    assert read_store(DATA, b"y" * 32) == Store()


def test_a_published_file_is_as_it_was_by_size_and_time() -> None:
    known = {"a": Published(3, 4, b""), "b": Published(3, 4, b""), "c": Published(3, 4, b"")}
    assert intact({"a": (3, 4), "b": (3, 5)}, known) == {"a"}
