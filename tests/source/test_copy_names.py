"""A name that may be a copy's is one only beside the other file."""

import pytest

from katalog.source.copy_names import copied_from, id_copied_from


@pytest.mark.parametrize(
    "name",
    [
        "laan-en-laptop.md",
        "foto-kopi.md",
        "copy-of-nothing.md",
        "kursus-2.md",
        "kopi.md",
        "kopia.sv.md",
        "desktop-it.md",
    ],
)
def test_no_id_is_a_copy_by_itself(name: str) -> None:
    assert copied_from(name) == ""


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("kursus - Kopi (2).md", "kursus.md"),
        ("kursus.sv - Kopi.md", "kursus.sv.md"),
        ("Kopi af kursus.md", "kursus.md"),
        ("kursus.md.bak2", "kursus.md"),
        ("kursus-DESKTOP-AB12.md", "kursus.md"),
        ("kursus - Kopi.sv.md", "kursus.sv.md"),
    ],
)
def test_the_other_file_is_named(name: str, other: str) -> None:
    assert copied_from(name) == other


@pytest.mark.parametrize("name", ["kursus-kopi.md", "kursus-copy-2.md", "kopia-av-kursus.md", "kursus 2.md"])
def test_the_other_file_of_an_id_is_named(name: str) -> None:
    assert id_copied_from(name) == "kursus.md"
