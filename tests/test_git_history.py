"""What Git knows of a file's changes: counted, dated, followed through renames, or not used at all."""

import os
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import icalendar
import pytest

from katalog.feeds.json_data.records import data_of
from katalog.git_history import is_cut_off, read_history
from tests.support import all_feeds, make_project, record

DAY = 1_800_000_000
PEOPLE = {
    f"GIT_{each}_{part}": "proeve@katalog.example"
    for each in ("AUTHOR", "COMMITTER")
    for part in ("NAME", "EMAIL")
}


def git(root: Path, *arguments: str, at: int = DAY) -> None:
    when = {f"GIT_{each}_DATE": f"{at} +0000" for each in ("AUTHOR", "COMMITTER")}
    command = ["git", "-C", str(root), *arguments]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | PEOPLE | when)


def commit(root: Path, files: Mapping[str, str], day: int) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--message", "En ændring", at=DAY + day * 86_400)


def course(day: int, **facts: object) -> str:
    return record("Kursus", "Tekst. " * 20, sessions=[{"when": f"2027-04-{day:02}"}], **facts)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "arkiv"
    root.mkdir()
    git(root, "init", "--quiet")
    commit(root, {"courses/foerst.md": course(10), "courses/andet.md": course(1)}, 0)
    commit(root, {"courses/foerst.md": course(11)}, 1)
    return root


def test_changes_are_counted_and_the_last_is_dated(repository: Path) -> None:
    found = read_history(repository)
    assert found["courses/foerst.md"].number == 2
    assert found["courses/foerst.md"].at == datetime.fromtimestamp(DAY + 86_400, UTC)
    assert found["courses/andet.md"].number == 1


def test_a_renamed_file_keeps_its_count(repository: Path) -> None:
    (repository / "courses/foerst.md").rename(repository / "courses/nyt.md")
    commit(repository, {"courses/nyt.md": course(12, redirect_from=["foerst"])}, 2)
    commit(repository, {"courses/foerst.md": record("Noget helt andet")}, 3)
    found = read_history(repository)
    assert found["courses/nyt.md"].number == 3
    assert found["courses/foerst.md"].number == 1


def test_a_project_below_the_root_of_its_repository_has_its_own_paths(repository: Path) -> None:
    commit(repository, {"site/courses/a.md": course(3)}, 2)
    assert list(read_history(repository / "site")) == ["courses/a.md"]


def test_without_a_whole_history_there_is_none(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "uden").mkdir()
    assert read_history(tmp_path / "uden") == {}
    assert not is_cut_off(tmp_path / "uden")
    git(tmp_path, "clone", "--quiet", "--depth", "1", repository.as_uri(), str(tmp_path / "del"))
    assert read_history(tmp_path / "del") == {}
    assert is_cut_off(tmp_path / "del")
    assert not is_cut_off(repository)


def events(root: Path, files: Mapping[str, str]) -> dict[str, icalendar.Event]:
    made = make_project(root, files)
    made.build.history = read_history(root)
    feeds = {each.address: each.data for each in all_feeds(made.reader())}
    found = icalendar.Calendar.from_ical(feeds["kurser.ics"]).events
    return {str(each["UID"]): each for each in found}


def test_a_moved_session_is_newer_than_it_was(repository: Path) -> None:
    before = events(repository, {})
    commit(repository, {"courses/foerst.md": course(20)}, 2)
    after = events(repository, {})
    (moved,) = (uid for uid in before if uid.startswith("foerst"))
    assert int(str(after[moved]["SEQUENCE"])) > int(str(before[moved]["SEQUENCE"]))
    assert after[moved].DTSTAMP > before[moved].DTSTAMP
    (other,) = (uid for uid in before if uid.startswith("andet"))
    assert after[other] == before[other]


def test_a_renamed_record_is_the_same_everywhere(tmp_path: Path) -> None:
    def made(root: Path, name: str, **facts: object) -> tuple[set[str], bytes, str]:
        project = make_project(root, {f"courses/{name}.md": course(10, **facts)})
        reader = project.reader()
        feeds = {each.address: each.data for each in all_feeds(reader)}
        uids = {str(each["UID"]) for each in icalendar.Calendar.from_ical(feeds["kurser.ics"]).events}
        entry = feeds["kurser.atom"].partition(b"<entry")[2]
        identity = data_of(reader, reader.entry(name)).identity
        return uids, entry.partition(b"<id>")[2].partition(b"</id>")[0], identity

    before = made(tmp_path / "foer", "gammelt")
    assert made(tmp_path / "efter", "nyest", redirect_from=["gammelt", "nyt"]) == before
    assert before[1:] == (
        b"tag:katalog.example,2026:courses/gammelt",
        "tag:katalog.example,2026:courses/gammelt",
    )
