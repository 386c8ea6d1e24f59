"""`katalog site` and plain `mkdocs serve` show the site on loopback, follow edits, and survive wrong ones."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from tests.e2e.sites import copy_project, environment


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@contextmanager
def running(project: Path, port: int, *command: str) -> Iterator[str]:
    """Run a server until the block ends; yields the address of its front page."""
    with (project / "serve.log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=project,
            env=environment() | {"PYTHONPATH": os.pathsep.join(sys.path)},
            stdout=log,
            stderr=log,
        )
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait(timeout=30)
    if command[0] == "katalog":  # which takes that for Ctrl+C
        assert server.returncode == 0, (project / "serve.log").read_text(encoding="utf-8")


@contextmanager
def previewing(project: Path) -> Iterator[str]:
    """Serve a project by `katalog site` on a free port."""
    port = free_port()
    with running(project, port, "katalog", "site", "--port", str(port), "--language", "da") as address:
        yield address


def wait_for(address: str, text: str, seconds: float = 60) -> str:
    """Ask for a page until it holds `text`; fails when it does not in time."""
    seen, until = "", time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            with urlopen(address, timeout=5) as answer:
                seen = answer.read().decode()
        except (URLError, ConnectionError, TimeoutError):
            seen = ""
        if text in seen:
            return seen
        time.sleep(0.3)
    raise AssertionError(f"{address} never said {text!r}: {seen[:500]}")


def wait_for_log(log: Path, text: str, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while text not in log.read_text(encoding="utf-8"):
        assert time.monotonic() < until, log.read_text(encoding="utf-8")
        time.sleep(0.3)


RECORD = "courses/proeve-laengst-forbi.md"


def test_the_preview_follows_edits_and_survives_wrong_ones(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    record, log = project / RECORD, project / "serve.log"
    text = record.read_text(encoding="utf-8")
    with previewing(project) as root:
        page = wait_for(f"{root}kurser/proeve-laengst-forbi/", "Samskabelse i praksis")
        assert 'src="/.katalog/preview.js"' in page
        wait_for(f"{root}sv/kurser/proeve-laengst-forbi/", "Samskapande i praktiken")
        record.write_text(text.replace("kind: learning-path", "kind: fejl"), encoding="utf-8")
        wait_for_log(log, f"{RECORD}:")
        wait_for(f"{root}kurser/proeve-laengst-forbi/", "Samskabelse i praksis")
        record.write_text(text.replace("title: Samskabelse i praksis", "title: Samskabelse igen"), "utf-8")
        wait_for(f"{root}kurser/proeve-laengst-forbi/", "Samskabelse igen")
        (project / "content/da/ny.md").write_text("---\ntitle: Ny\n---\n\nHelt nyt.\n", encoding="utf-8")
        wait_for(f"{root}ny/", "Helt nyt.")
        (project / "hooks/main.py").write_text("from katalog.hooks import *\n# Ny.\n", encoding="utf-8")
        until = time.monotonic() + 60
        while log.read_text(encoding="utf-8").count(root) < 2:  # a new process says where it is
            assert time.monotonic() < until
            time.sleep(0.3)
        wait_for(f"{root}ny/", "Helt nyt.")
    assert not (project / "site").exists()
    assert "Traceback" not in log.read_text(encoding="utf-8")


def test_a_project_that_is_wrong_from_the_beginning_comes_up_when_it_is_mended(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    record = project / RECORD
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("kind: learning-path", "kind: fejl"), encoding="utf-8")
    with previewing(project) as root:
        wait_for_log(project / "serve.log", f"{RECORD}:")
        with pytest.raises(HTTPError, match="503") as refused:
            urlopen(root)
        with refused.value as answer:
            assert f"{RECORD}:" in answer.read().decode()
        record.write_text(text, encoding="utf-8")
        wait_for(f"{root}kurser/proeve-laengst-forbi/", "Samskabelse i praksis")


def test_a_port_that_is_taken_is_said_in_a_line(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "katalog", "site", "--port", port, "--language", "en"]
        done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"Port {port} is in use by another program. Choose another one with --port.\n"


def test_plain_mkdocs_follows_edits_too(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    record, port = project / RECORD, free_port()
    text = record.read_text(encoding="utf-8")
    with running(project, port, "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}") as root:
        wait_for(f"{root}kurser/proeve-laengst-forbi/", "Samskabelse i praksis")
        record.write_text(text.replace("title: Samskabelse i praksis", "title: Samskabelse igen"), "utf-8")
        wait_for(f"{root}kurser/proeve-laengst-forbi/", "Samskabelse igen")
