"""Nothing vanishes: every file below the record folders is accounted for, whatever is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from katalog.inspection import _check_nothing_lost, inspect
from katalog.settings import read_settings
from tests.support import SETTINGS, TODAY, record, write_files

if TYPE_CHECKING:
    from pathlib import Path

FOLDERS = (
    "courses",
    "projects",
    "content/libraries",
    "content/organisations",
    "content/contacts",
    "content/news",
)


def files_below(root: Path) -> int:
    """Count files the plain way, apart from how the package does it."""
    return sum(path.is_file() for folder in FOLDERS for path in (root / folder).rglob("*"))


def test_every_file_is_a_record_a_translation_an_attachment_or_refused(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "courses/kursus.md": record("Kursus"),
            "courses/kursus.sv.md": "---\ntitle: Kurs\n---\n",
            "courses/kladde.md": record("Kladde", draft=True),
            "courses/kursus/program.pdf": "%PDF-1.7\n",
            "courses/kursus/program.exe": "MZ",
            "courses/Forkert Navn.md": record("Forkert"),
            "courses/brudt.md": "---\ntitle: 'a\n---\n",
            "courses/.DS_Store": "x",
            "content/libraries/et-bibliotek.md": record("Et Bibliotek", kind="public", country="DK"),
            "content/news/tom.md": "",
        },
    )
    counts = inspect(tmp_path, read_settings(SETTINGS), TODAY).counts
    assert counts["found"] == files_below(tmp_path)
    assert counts == {
        "found": 10,
        "records": 3,
        "drafts": 1,
        "translations": 1,
        "attachments": 1,
        "refused": 4,
        "ignored": 1,
    }


def test_a_file_unaccounted_for_is_a_bug() -> None:
    counts = {"found": 3, "records": 1, "drafts": 0, "translations": 0, "attachments": 0, "refused": 1}
    counts["ignored"] = 0
    with pytest.raises(AssertionError, match="unaccounted"):
        _check_nothing_lost(counts)
