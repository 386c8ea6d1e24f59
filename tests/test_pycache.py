"""What is kept where Python keeps compiled modules: whole, for what it was made of, or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import msgspec
import pytest

from katalog.pycache import code_of, fetch, keep, made_once


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def files(folder: Path) -> list[Path]:
    return sorted(each for each in folder.rglob("*") if each.is_file())


def test_what_is_kept_is_fetched(tmp_path: Path) -> None:
    assert fetch("a", b"source") is None
    keep("a", b"source", b"made")
    assert fetch("a", b"source") == b"made"
    assert [each.name for each in files(tmp_path)] == ["a"]


def test_it_counts_only_for_what_it_was_made_of() -> None:
    keep("a", b"source", b"made")
    assert fetch("a", b"sourc") is None
    assert fetch("a", b"other") is None
    keep("a", b"other", b"made")
    assert fetch("a", b"source") is None


@pytest.mark.parametrize("length", [0, 5, 31, 32, 33, 35])
def test_half_a_file_is_nothing(tmp_path: Path, length: int) -> None:
    keep("a", b"source", b"made")
    [file] = files(tmp_path)
    file.write_bytes(file.read_bytes()[:length])
    assert fetch("a", b"source") is None


@pytest.mark.parametrize("at", [0, 31, 32, 35])
def test_a_damaged_file_is_nothing(tmp_path: Path, at: int) -> None:
    keep("a", b"source", b"made")
    [file] = files(tmp_path)
    damaged = bytearray(file.read_bytes())
    damaged[at] ^= 1
    file.write_bytes(damaged)
    assert fetch("a", b"source") is None


def test_nothing_is_kept_where_python_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    keep("a", b"source", b"made")
    assert not files(tmp_path)


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "file"))
    keep("a", b"source", b"made")
    assert fetch("a", b"source") is None


def test_a_file_that_cannot_be_replaced_leaves_no_other(tmp_path: Path) -> None:
    keep("a", b"source", b"made")
    [file] = files(tmp_path)
    file.unlink()
    file.mkdir()
    keep("a", b"source", b"made")
    assert not files(tmp_path)


def test_a_file_is_whole_before_it_takes_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    keep("a", b"old", b"made")
    replace, met = Path.replace, []

    def look_first(half: Path, place: Path) -> Path:
        met.append(fetch("a", b"old"))
        return replace(half, place)

    monkeypatch.setattr(Path, "replace", look_first)
    keep("a", b"new", b"made")
    assert met == [b"made"]
    assert fetch("a", b"new") == b"made"


def test_processes_do_not_write_into_each_others_file(monkeypatch: pytest.MonkeyPatch) -> None:
    halves = set()
    monkeypatch.setattr(Path, "replace", lambda half, _place: halves.add(half.name))
    for process in (1, 2):
        monkeypatch.setattr(os, "getpid", lambda process=process: process)
        keep("a", b"source", b"made")
    assert len(halves) == 2


def test_code_is_a_librarys_version_and_the_source_of_modules() -> None:
    code = code_of("kept.py", "html/csp.py", library=msgspec)
    assert code.startswith(msgspec.__version__.encode())
    assert b"class kept" in code
    assert b"def policy" in code


def test_a_value_is_made_once() -> None:
    made: list[tuple[str, ...]] = []

    def make() -> tuple[str, ...]:
        made.append(("å", "b"))
        return made[-1]

    for _ in range(2):
        assert made_once("a", b"source", tuple[str, ...], make) == ("å", "b")
    assert len(made) == 1
    made_once("a", b"another source", tuple[str, ...], make)
    assert len(made) == 2
