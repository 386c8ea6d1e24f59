"""`mkdocs serve` shows the whole site on loopback, follows an edit, and survives a wrong one."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

from tests.e2e.sites import copy_project, environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def serving(project: Path) -> Iterator[str]:
    """Serve a project on a free port until the block ends; yields the address of its front page."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"]
    with (project / "serve.log").open("w") as log:
        server = subprocess.Popen(command, cwd=project, env=environment(), stdout=log, stderr=log)
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait(timeout=30)


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


def test_serving_the_whole_site_and_following_edits(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    record = project / "courses" / "proeve-laengst-forbi.md"
    text = record.read_text(encoding="utf-8")
    with serving(project) as root:
        wait_for(f"{root}kurser/proeve-laengst-forbi/", "Samskabelse i praksis")
        wait_for(f"{root}sv/kurser/proeve-laengst-forbi/", "Samskapande i praktiken")
        record.write_text(text.replace("kind: learning-path", "kind: fejl"), encoding="utf-8")
        wait_for_log(project / "serve.log", "courses/proeve-laengst-forbi.md:")
        record.write_text(
            text.replace("title: Samskabelse i praksis", "title: Samskabelse igen"), encoding="utf-8"
        )
        wait_for(f"{root}kurser/proeve-laengst-forbi/", "Samskabelse igen")


def wait_for_log(log: Path, text: str, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while text not in log.read_text(encoding="utf-8"):
        assert time.monotonic() < until, log.read_text(encoding="utf-8")
        time.sleep(0.3)
