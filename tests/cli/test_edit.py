"""`katalog edit` says where the form is, how the project stands, and builds its pages beside it."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from time import monotonic, sleep
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from katalog.cli import main
from katalog.cli.edit import EditingSession, token
from katalog.process_environment import Configuration
from katalog.settings import read_settings
from tests.e2e.sites import copy_project, environment
from tests.support import SETTINGS, record, write_files

PATIENCE = 240
"""Seconds that a build may take on a busy machine."""


def desk_of(root: Path) -> EditingSession:
    return EditingSession(
        root, Configuration(read_settings(SETTINGS), date(2026, 11, 22), None), root / "site"
    )


def test_what_is_wrong_is_told_in_the_editors_language(tmp_path: Path) -> None:
    write_files(tmp_path, {"courses/kursus.md": record("Kursus", lessons="mange")})
    desk = desk_of(tmp_path)
    for language, summary in (("da", "1 fejl"), ("sv", "1 fel")):
        state = desk.state(language)
        assert state["summary"].startswith(summary)
        assert [line.split(":")[0] for line in state["problems"]] == ["courses/kursus.md"]
    assert "1 fejl" not in desk.state("sv")["summary"]


def test_what_was_mended_is_no_longer_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"courses/kursus.md": record("Kursus", lessons="mange")})
    desk = desk_of(tmp_path)
    monkeypatch.setattr(desk, "_build", lambda: None)
    before = desk.state("da")
    write_files(tmp_path, {"courses/kursus.md": record("Kursus", lessons="12")})
    assert desk.state("da") == before
    desk.changed()
    after = desk.state("da")
    assert after["problems"] == []
    assert after["revision"] != before["revision"]


def test_what_was_saved_last_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {"courses/a.md": record("A", lessons="mange"), "courses/b.md": record("B", lessons="mange")}
    write_files(tmp_path, {**wrong, "courses/c.md": record("C")})
    desk = desk_of(tmp_path)
    monkeypatch.setattr(desk, "_build", lambda: None)
    assert (desk.state("da")["own_summary"], desk.state("da")["own"]) == ("", [])
    desk.changed(["courses/b.md"])
    state = desk.state("da")
    assert [line.split(":")[0] for line in state["own"]] == ["courses/b.md"]
    assert [line.split(":")[0] for line in state["problems"]] == ["courses/a.md"]
    desk.changed(["courses/c.md", "courses/c/plan.pdf"])
    assert desk.state("sv")["own_summary"].startswith("Det du sparade senast är i sin ordning")
    assert desk.state("da")["page"] == "kurser/c/"
    desk.changed(["courses/c.sv.md"])
    assert desk.state("da")["page"] == ""
    write_files(tmp_path, {"courses/c.sv.md": "---\ntitle: C\n---\n"})
    desk.changed(["courses/c.sv.md"])
    assert desk.state("da")["page"] == "sv/kurser/c/"
    write_files(
        tmp_path, {"courses/d.md": record("D", language="sv"), "courses/d.da.md": "---\ntitle: D\n---\n"}
    )
    desk.changed(["courses/d.da.md", "courses/d.md"])
    assert desk.state("da")["page"] == "sv/kurser/d/"  # the original's, whichever name sorts first


def test_the_address_is_the_same_after_a_new_start(tmp_path: Path) -> None:
    secret = token(tmp_path)
    assert re.fullmatch(r"[\w-]{32}", secret)
    assert token(tmp_path) == secret
    kept = tmp_path / ".katalog/form-token"
    assert kept.stat().st_mode & 0o077 == 0
    kept.write_text("kort", encoding="ascii")
    assert re.fullmatch(r"[\w-]{32}", token(tmp_path))


def test_the_configuration_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copy_project(tmp_path / "project")
    monkeypatch.chdir(tmp_path / "project")
    assert main(["edit", "--configuration", "--language", "sv"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["collections"][0]["label"] == "Kurser"


def test_without_a_project_there_is_nothing_to_edit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["edit", "--no-browser"]) == 2


@contextmanager
def running(root: Path) -> Iterator[str]:
    """Run the command in a process of its own; yields the address that it prints."""
    command = [sys.executable, "-m", "katalog", "edit", "--no-browser", "--language", "da"]
    with subprocess.Popen(
        command,
        cwd=root,
        env=environment() | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout
            found = re.search(r"http://\S+", process.stdout.readline())
            assert found
            yield found[0]
        finally:
            process.terminate()  # a shell may have its programs ignore the interrupt


def answer(address: str, method: str = "GET", data: bytes | None = None, **headers: str) -> bytes:
    with urlopen(Request(address, data, headers, method=method)) as answered:
        return bytes(answered.read())


def test_the_command_serves_the_form_and_the_pages_as_they_will_be(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "project")
    with running(root) as address:
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{32}/da/", address)
        assert b"<h1>Rediger kataloget</h1>" in answer(address)
        with pytest.raises(HTTPError, match="404"):
            answer(re.sub(r"/[\w-]{32}/", "/" + "a" * 32 + "/", address))
        with pytest.raises(HTTPError, match="403"):
            answer(address, Host="ondt.example")
        until = monotonic() + PATIENCE
        while not json.loads(answer(f"{address}state"))["built"]:
            assert monotonic() < until
            sleep(0.5)
        preview = answer(f"{address}../preview/".replace("da/../", ""))
        assert b"<html" in preview
    assert not (root / "site").exists()
