"""Tests write into memory only where it has room."""

import tempfile
from pathlib import Path

from tests.temporary_folder import temporary_folder


def test_memory_without_room_is_left_alone(tmp_path: Path) -> None:
    assert temporary_folder(tmp_path, 1 << 60) == tempfile.gettempdir()


def test_without_such_a_folder_the_systems_own_is_taken(tmp_path: Path) -> None:
    assert temporary_folder(tmp_path / "none", 1) == tempfile.gettempdir()


def test_a_folder_with_room_is_taken(tmp_path: Path) -> None:
    assert temporary_folder(tmp_path, 0) == str(tmp_path)
