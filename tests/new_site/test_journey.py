"""A library's whole way, from the wheel alone: begin, records, check, build, test, serve, upgrade."""

import re
import shutil
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urldefrag, urljoin
from urllib.request import urlopen

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.e2e.sites import REPOSITORY, digests
from tests.new_site.conftest import RECORDS, begin, run

COUNTRIES = {"da": "DK", "sv": "SE", "nb": "NO"}
COURSE = """---
title: Et kursus
language: {language}
organiser: proevebiblioteket
sessions: [{{when: 2027-03-08 09:00/16:00, place: proevebiblioteket}}]
---

Text.
"""
LIBRARY = "---\ntitle: Prøvebiblioteket\nlanguage: {language}\nkind: public\ncountry: {country}\n---\n"
MAIN_0_1 = "from katalog.adapter import on_config, on_env  # the engine beside it\n"
ATTRIBUTES = {"a": "href", "link": "href", "img": "src", "script": "src", "image": "href"}


@pytest.mark.parametrize("languages", ["da,sv", "sv,da", "sv", "nb,en"])
def test_from_nothing_to_an_upgraded_site(site: Path, wheel: Path, tmp_path: Path, languages: str) -> None:
    project = begin(tmp_path / "site", languages, "Kurser", wheel)
    python = str(site / ".venv/bin/python")
    run(project, python, "-m", "katalog", "check")
    fill_in(project, languages.split(","))
    for command in (["katalog", "check"], ["katalog", "build"], ["unittest", "discover", "-s", "tests"]):
        run(project, python, "-m", *command)
    built = digests(project / "site")
    assert not shipped_ids() & {each for path in built for each in path.split("/")}
    assert len(crawl(project / "site", tmp_path / "served")) > 20
    make_old(project)
    run(project, python, "-m", "katalog", "upgrade", "--engine", str(wheel))
    run(project, python, "-m", "katalog", "check")
    run(project, python, "-m", "katalog", "build")
    assert digests(project / "site") == built


def fill_in(project: Path, languages: list[str]) -> None:
    """Put two records in the place of the examples, an address and the duty texts in that of nothing."""
    for folder in RECORDS:
        shutil.rmtree(project / folder, ignore_errors=True)
    first = languages[0]
    for path, text in (("courses/et-kursus.md", COURSE), ("content/libraries/proevebiblioteket.md", LIBRARY)):
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text.format(language=first, country=COUNTRIES[first]), "utf-8")
    settings = (project / "mkdocs.yml").read_text("utf-8")
    assert 'site_url: ""' in settings
    settings = settings.replace('site_url: ""', "site_url: https://lan.example/kurser/")
    (project / "mkdocs.yml").write_text(settings, "utf-8")
    for page in project.glob("content/*/*.md"):
        page.write_text(re.sub("⟦.*?⟧", "Udfyldt.", page.read_text("utf-8")), "utf-8")


def make_old(project: Path) -> None:
    """Make the site look as one of 0.1 did: no version, folders to watch, events bound one by one."""
    settings = (project / "mkdocs.yml").read_text("utf-8")
    settings = re.sub(r"(?m)^ +format: .*\n", "", settings)
    (project / "mkdocs.yml").write_text(settings + "watch: [courses, projects, overrides, hooks]\n", "utf-8")
    (project / "hooks/main.py").write_text(MAIN_0_1, "utf-8")


def shipped_ids() -> set[str]:
    """Return the ids of this repository's own records: none may be in another library's site."""
    return {path.stem for folder in RECORDS for path in (REPOSITORY / folder).glob("*.md")}


def crawl(site: Path, served: Path) -> set[str]:
    """Serve a site below a path of another one, follow every link from its front page, and return them."""
    shutil.copytree(site, served / "kurser")
    handler = partial(_Silent, directory=str(served))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        front = f"http://127.0.0.1:{server.server_port}/kurser/"
        seen, waiting = {front}, [front]
        while waiting:
            found = {each for each in links(waiting.pop()) if each.startswith(front)} - seen
            seen |= found
            waiting += found
        server.shutdown()
    return seen


def links(address: str) -> set[str]:
    """Return where a page leads, without fragments; an address that is not there fails the test."""
    with urlopen(address, timeout=10) as answer:
        if "text/html" not in answer.headers["Content-Type"]:
            return set()
        tree = LexborHTMLParser(answer.read().decode("utf-8"))
    nodes = ((node, key) for tag, key in ATTRIBUTES.items() for node in tree.css(f"{tag}[{key}]"))
    return {urldefrag(urljoin(address, str(node.attributes[key]))).url for node, key in nodes}


class _Silent(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        """Leave the test's output alone."""
