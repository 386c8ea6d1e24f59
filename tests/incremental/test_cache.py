"""Values are handed over from build to build: in `.katalog/`, or in memory until a process ends."""

from pathlib import Path

import pytest

from katalog.incremental.cache import Cache, MemoryCache

NAME = "ord"
KIND = list[str]
KEY = b"k" * 32


@pytest.mark.parametrize("make", [Cache, lambda root: MemoryCache(root, "egen-")])
def test_nothing_was_kept_at_first(make: type[Cache], tmp_path: Path) -> None:
    assert make(tmp_path).read(NAME, KIND, KEY) == []


def test_a_value_is_there_for_the_next_process(tmp_path: Path) -> None:
    Cache(tmp_path).keep(NAME, ["a", "b"], KEY)
    assert Cache(tmp_path).read(NAME, KIND, KEY) == ["a", "b"]


def test_a_value_in_memory_is_handed_out_as_it_is(tmp_path: Path) -> None:
    cache, words = MemoryCache(tmp_path, "egen-"), ["a"]
    cache.keep(NAME, words, KEY)
    assert cache.read(NAME, KIND, KEY) is words
    assert cache.read(NAME, KIND, b"y") == []
    assert MemoryCache(tmp_path, "egen-").read(NAME, KIND, KEY) == []


def test_what_was_read_once_is_in_memory(tmp_path: Path) -> None:
    Cache(tmp_path).keep(f"egen-{NAME}", ["a"], KEY)
    cache = MemoryCache(tmp_path, "egen-")
    assert cache.read(NAME, KIND, KEY) is cache.read(NAME, KIND, KEY)


def test_memory_is_written_for_the_next_process_apart_from_others(tmp_path: Path) -> None:
    cache = MemoryCache(tmp_path, "egen-")
    cache.keep(NAME, ["a"], KEY)
    cache.write()
    assert MemoryCache(tmp_path, "egen-").read(NAME, KIND, KEY) == ["a"]
    assert Cache(tmp_path).read(NAME, KIND, KEY) == []


def test_what_is_forgotten_is_as_it_was_written_last(tmp_path: Path) -> None:
    cache = MemoryCache(tmp_path, "egen-")
    cache.keep(NAME, ["a"], KEY)
    cache.write()
    cache.read(NAME, KIND, KEY).append("halvt")
    cache.forget()
    cache.write()
    assert cache.read(NAME, KIND, KEY) == ["a"]
