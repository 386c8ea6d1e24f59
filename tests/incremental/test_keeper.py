"""Values are handed over from build to build: in `.katalog/`, or in memory until a process ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from katalog.incremental.keeper import Keeper, MemoryKeeper

if TYPE_CHECKING:
    from pathlib import Path

NAME = "ord"


def decode(data: bytes) -> list[str]:
    return data.decode().split()


def encode(words: list[str]) -> bytes:
    return " ".join(words).encode()


@pytest.mark.parametrize("make", [Keeper, lambda root: MemoryKeeper(root, "egen-")])
def test_nothing_was_kept_at_first(make: type[Keeper], tmp_path: Path) -> None:
    assert make(tmp_path).read(NAME, decode) == []


def test_a_value_is_there_for_the_next_process(tmp_path: Path) -> None:
    Keeper(tmp_path).keep(NAME, ["a", "b"], encode)
    assert Keeper(tmp_path).read(NAME, decode) == ["a", "b"]


def test_a_value_in_memory_is_handed_out_as_it_is(tmp_path: Path) -> None:
    keeper, words = MemoryKeeper(tmp_path, "egen-"), ["a"]
    keeper.keep(NAME, words, encode, b"x")
    assert keeper.read(NAME, decode, b"x") is words
    assert keeper.read(NAME, decode, b"y") == []
    assert MemoryKeeper(tmp_path, "egen-").read(NAME, decode, b"x") == []


def test_what_was_read_once_is_in_memory(tmp_path: Path) -> None:
    Keeper(tmp_path).keep(f"egen-{NAME}", ["a"], encode)
    keeper = MemoryKeeper(tmp_path, "egen-")
    assert keeper.read(NAME, decode) is keeper.read(NAME, decode)


def test_memory_is_written_for_the_next_process_apart_from_others(tmp_path: Path) -> None:
    keeper = MemoryKeeper(tmp_path, "egen-")
    keeper.keep(NAME, ["a"], encode)
    keeper.write()
    assert MemoryKeeper(tmp_path, "egen-").read(NAME, decode) == ["a"]
    assert Keeper(tmp_path).read(NAME, decode) == []


def test_what_is_forgotten_is_as_it_was_written_last(tmp_path: Path) -> None:
    keeper = MemoryKeeper(tmp_path, "egen-")
    keeper.keep(NAME, ["a"], encode)
    keeper.write()
    keeper.read(NAME, decode).append("halvt")
    keeper.forget()
    keeper.write()
    assert keeper.read(NAME, decode) == ["a"]
