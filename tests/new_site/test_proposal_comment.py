"""The scripts that put a comment beside a proposal, run against a stand-in for the host on this machine."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from tests.test_workflows import new_site

MARK = "<!-- katalog diff -->"
HIDDEN = "secret"
TEXT = f"{MARK}\n\n## Det ændrer forslaget\n\n- Ny side af @nogen\n/close\n"
BOT = {"login": "github-actions[bot]"}


class Host(BaseHTTPRequestHandler):
    """Answers as GitHub's and GitLab's interfaces do, and remembers what it was asked to write."""

    pages: ClassVar[list[list[dict[str, Any]]]] = []
    pulls: ClassVar[list[dict[str, Any]]] = []
    written: ClassVar[list[tuple[str, str, str]]] = []
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        where = urlsplit(self.path)
        query = parse_qs(where.query)
        self.asked.append(self.path)
        if where.path.endswith("/pulls"):
            self.answer(self.pulls)
        elif where.path.endswith("/user"):
            self.answer({"id": 7})
        else:
            page = int(query["page"][0]) - 1
            self.answer(self.pages[page] if page < len(self.pages) else [])

    def do_POST(self) -> None:
        data = self.rfile.read(int(self.headers["Content-Length"])).decode("utf-8")
        body = json.loads(data) if data.startswith("{") else {"body": parse_qs(data)["body"][0]}
        assert HIDDEN in (self.headers["Authorization"] or self.headers["PRIVATE-TOKEN"])
        self.written.append((self.command, urlsplit(self.path).path, body["body"]))
        self.answer({})

    do_PATCH = do_POST  # noqa: N815 - the names that http.server looks for
    do_PUT = do_POST  # noqa: N815

    def answer(self, found: object) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(found).encode())

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@pytest.fixture(autouse=True)
def address() -> Iterator[str]:
    Host.pages, Host.pulls, Host.written, Host.asked = [], [], [], []
    with serving() as port:
        yield f"http://127.0.0.1:{port}"


@contextmanager
def serving() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


def run(folder: Path, script: str, shell: str, **variables: str) -> None:
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8", **variables}
    done = subprocess.run(
        [shell, "-c", script], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr


def github(folder: Path, address: str, text: str | None = TEXT) -> None:
    (folder / "proposal").mkdir(exist_ok=True)
    if text is not None:
        (folder / "proposal/proposal.md").write_text(text, "utf-8")
    steps = yaml.safe_load(new_site()[".github/workflows/proposal.yml"])["jobs"]["comment"]["steps"]
    names = {"OWNER": "laaner", "BRANCH": "nyt; touch ond", "COMMIT": "abc", "TOKEN": HIDDEN}
    where = {"GITHUB_API_URL": address, "GITHUB_REPOSITORY": "bibliotek/kurser"}
    run(folder, steps[-1]["run"], "bash", **names, **where)


def gitlab(folder: Path, address: str) -> None:
    (folder / "proposal.md").write_text(TEXT, "utf-8")
    (script,) = yaml.safe_load(new_site()[".gitlab-ci.yml"])["comment"]["script"]
    names = {"CI_MERGE_REQUEST_PROJECT_ID": "3", "CI_MERGE_REQUEST_IID": "4"}
    run(folder, script, "sh", CI_API_V4_URL=address, KATALOG_TOKEN=HIDDEN, **names)


def pull(commit: str = "abc") -> dict[str, Any]:
    return {"number": 12, "head": {"sha": commit}}


def test_github_gets_a_comment(tmp_path: Path, address: str) -> None:
    Host.pulls = [pull("other"), pull()]
    Host.pages = [[{"id": 1, "user": {"login": "nogen"}, "body": f"{MARK}\nIkke min"}]]
    github(tmp_path, address)
    ((method, path, body),) = Host.written
    assert (method, path) == ("POST", "/repos/bibliotek/kurser/issues/12/comments")
    assert body == TEXT.replace("@", "@\u200b")
    assert parse_qs(urlsplit(Host.asked[0]).query)["head"] == ["laaner:nyt; touch ond"]


def test_github_keeps_to_its_one_comment(tmp_path: Path, address: str) -> None:
    Host.pulls = [pull()]
    others = [{"id": n, "user": BOT, "body": "Noget andet"} for n in range(100)]
    Host.pages = [others, [{"id": 500, "user": BOT, "body": f"{MARK}\n\nGammelt"}]]
    github(tmp_path, address)
    assert [each[:2] for each in Host.written] == [("PATCH", "/repos/bibliotek/kurser/issues/comments/500")]


def test_a_proposal_that_has_moved_on_is_left_alone(tmp_path: Path, address: str) -> None:
    Host.pulls = [pull("nyere")]
    github(tmp_path, address)
    assert Host.written == []


def test_what_a_proposal_left_beside_its_text_is_not_run(tmp_path: Path, address: str) -> None:
    Host.pulls = [pull()]
    (tmp_path / "proposal").mkdir()
    for folder in (tmp_path, tmp_path / "proposal"):
        (folder / "json.py").write_text("open('ond', 'w')\nraise SystemExit(1)\n")
        (folder / ".curlrc").write_text('output = "ond"\n') if folder != tmp_path else None
    github(tmp_path, address)
    assert len(Host.written) == 1
    assert list(tmp_path.rglob("ond*")) == []


def test_a_link_to_a_file_of_the_machine_is_not_followed(tmp_path: Path, address: str) -> None:
    Host.pulls = [pull()]
    (tmp_path / "proposal").mkdir()
    (tmp_path / "hemmelig").write_text("hemmelig")
    (tmp_path / "proposal/proposal.md").symlink_to("../hemmelig")
    github(tmp_path, address, text=None)
    assert Host.written == []


def test_without_a_text_nothing_happens(tmp_path: Path, address: str) -> None:
    github(tmp_path, address, text="")
    assert Host.asked == []


def test_a_text_of_any_size_and_beginning_is_cut_and_marked(tmp_path: Path, address: str) -> None:
    Host.pulls = [pull()]
    github(tmp_path, address, text="æ" * 100_000)
    assert Host.written[0][2] == MARK + "æ" * 30_000


def test_gitlab_gets_a_comment(tmp_path: Path, address: str) -> None:
    Host.pages = [[{"id": 1, "author": {"id": 8}, "body": f"{MARK}\nIkke min"}]]
    gitlab(tmp_path, address)
    ((method, path, body),) = Host.written
    assert (method, path) == ("POST", "/projects/3/merge_requests/4/notes")
    assert body.startswith(f"{MARK}\n## Det ændrer")
    assert "\n\u200b/close" in body
    assert "@\u200bnogen" in body


def test_gitlab_keeps_to_its_one_comment(tmp_path: Path, address: str) -> None:
    Host.pages = [[], [{"id": 55, "author": {"id": 7}, "body": f"{MARK}\nGammelt"}]]
    gitlab(tmp_path, address)
    assert [each[:2] for each in Host.written] == [("PUT", "/projects/3/merge_requests/4/notes/55")]
