"""What is different on Windows, as far as another system can pretend to be it."""

import ast
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

import katalog
from katalog.cli import listening
from katalog.inspection import Inspection, inspect
from katalog.schema.entries import Entry
from katalog.settings.settings_file import read_settings_file, settings_in
from tests.e2e.sites import TODAY, copy_project
from tests.support import record, write_files

TEXTS = {".md", ".yml"}


def inspected(root: Path) -> Inspection:
    settings, wrong = settings_in(read_settings_file(root, "mkdocs.yml"))
    assert settings, wrong
    return inspect(root, settings, date.fromisoformat(TODAY))


def read(seen: Inspection) -> list[Entry]:
    """Return what is read of each record, whatever the bytes of its file."""
    return [replace(each, digest=b"") for each in seen.catalogue.entries.values()]


def test_records_that_git_wrote_with_the_ends_of_lines_of_windows_are_the_same(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "project")
    before = inspected(root)
    for path in (each for each in root.rglob("*") if each.suffix in TEXTS and not each.is_symlink()):
        path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    after = inspected(root)
    assert before.problems == after.problems
    assert read(before) == read(after)
    assert dict(before.catalogue.outlines) == dict(after.catalogue.outlines)


def test_what_is_printed_into_another_program_is_utf_8(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "project")
    write_files(root, {"courses/a.md": record("Å 😀", lessons="⟦mange⟧")})
    said = subprocess.run(
        [sys.executable, "-m", "katalog", "check", "--language", "sv"],
        cwd=root,
        env=os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=False,
    )
    assert "Traceback" not in said.stderr.decode()
    assert "är inte ifylld" in (said.stdout + said.stderr).decode()


def test_a_port_that_another_program_listens_at_is_not_free(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows lets two programs listen at one port where both ask for `SO_REUSEADDR`, and asks neither."""
    asked: list[int] = []

    class Probe(socket.socket):
        def setsockopt(self, *options: object) -> None:
            asked.extend(each for each in options if isinstance(each, int))

    monkeypatch.setattr(socket, "socket", Probe)
    monkeypatch.setattr(listening, "shares_ports", lambda: True)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        assert not listening.is_free(other.getsockname()[1])
    assert asked == []


def text_calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if node.func.attr in {"read_text", "write_text"}:
            yield node


def test_no_file_is_read_or_written_as_the_system_would_have_it() -> None:
    """Windows has another encoding (cp1252) and other ends of lines by itself."""
    found = []
    for path in sorted(Path(katalog.__file__).parent.rglob("*.py")):
        for call in text_calls(ast.parse(path.read_text("utf-8"))):
            names = {each.arg for each in call.keywords}
            stated = [each for each in call.args if isinstance(each, ast.Constant)]
            is_encoded = "encoding" in names or any(each.value == "utf-8" for each in stated)
            is_written = isinstance(call.func, ast.Attribute) and call.func.attr == "write_text"
            if (is_written and "newline" not in names) or not (is_encoded or path.name == "engine.py"):
                found.append(f"{path.name}:{call.lineno}")
    assert found == []
