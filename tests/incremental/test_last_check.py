"""Whatever the cache of the last check holds, the next check says the same."""

import os
import random
from pathlib import Path

import pytest

from katalog.incremental.last_check import CheckResult, check, checked
from katalog.settings import read_settings
from tests.bad.table import GOOD, course
from tests.support import SETTINGS, TODAY, write_files

CACHE_FILE = ".katalog/check"
BAD = course("kind: fest", "price: 100", "topics: [samskabelse]")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_files(tmp_path, GOOD | {"courses/kursus.md": BAD})


def last_or_new(project: Path) -> CheckResult:
    return checked(project, read_settings(SETTINGS), TODAY)


def anew(project: Path) -> CheckResult:
    return check(project, read_settings(SETTINGS), TODAY)


def test_what_was_written_is_read(project: Path) -> None:
    first = last_or_new(project)
    assert first.problems
    before = (project / CACHE_FILE).stat().st_mtime_ns
    assert last_or_new(project) == first
    assert (project / CACHE_FILE).stat().st_mtime_ns == before


def test_no_flipped_bit_changes_a_check(project: Path) -> None:
    expected, rng = anew(project), random.Random(1)  # noqa: S311 - no secret
    last_or_new(project)
    whole = (project / CACHE_FILE).read_bytes()
    for _ in range(60):
        damaged = bytearray(whole)
        damaged[rng.randrange(len(whole))] ^= 1 << rng.randrange(8)
        (project / CACHE_FILE).write_bytes(damaged)
        assert last_or_new(project) == expected


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("kurser/a.md", "file.folder-other-name"),
        ("a.md", "file.unused"),
        ("mkdocs.yml", "person.national-id"),
        ("content/assets/a.js", "file.executable"),
        ("overrides/main.html", "file.symlink"),
        ("noter", "file.symlink"),
    ],
)
def test_what_comes_beside_the_records_is_seen(path: str, code: str, project: Path) -> None:
    assert code not in {each.code for each in last_or_new(project).problems}
    file = project / path
    file.parent.mkdir(parents=True, exist_ok=True)
    if code == "file.symlink":
        file.symlink_to("/etc")
    else:
        file.write_text("---\ntitle: Ane 070761-4285\nlanguage: da\n---\n", encoding="utf-8")
    assert code in {each.code for each in last_or_new(project).problems}


@pytest.mark.parametrize("junk", [b"", b"\n", b"\xff" * 100, b"[" * 100_000, b"{}"])
def test_junk_is_thrown_away(junk: bytes, project: Path) -> None:
    expected = last_or_new(project)
    (project / CACHE_FILE).write_bytes(junk)
    assert last_or_new(project) == expected
    assert (project / CACHE_FILE).read_bytes() != junk


def test_half_a_file_is_thrown_away(project: Path) -> None:
    expected = last_or_new(project)
    whole = (project / CACHE_FILE).read_bytes()
    for length in range(0, len(whole), 97):
        (project / CACHE_FILE).write_bytes(whole[:length])
        assert last_or_new(project) == expected


@pytest.mark.parametrize("kind", ["pipe", "folder", "link"])
def test_what_is_no_file_is_no_cache(kind: str, project: Path) -> None:
    expected = last_or_new(project)
    (project / CACHE_FILE).unlink()
    elsewhere = project / "elsewhere"
    elsewhere.write_text("keep", encoding="utf-8")
    if kind == "pipe":
        os.mkfifo(project / CACHE_FILE)
    elif kind == "folder":
        (project / CACHE_FILE).mkdir()
    else:
        (project / CACHE_FILE).symlink_to(elsewhere)
    assert last_or_new(project) == expected
    assert elsewhere.read_text(encoding="utf-8") == "keep"


def test_a_linked_scratch_folder_is_left_alone(project: Path) -> None:
    (project / "elsewhere").mkdir()
    (project / ".katalog").symlink_to("elsewhere")
    last_or_new(project)
    assert list((project / "elsewhere").iterdir()) == []
