"""The preview answers this machine's own pages with what is built, and says when nothing is."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from katalog.preview.status import Status
from katalog.problems import Position, Problem
from tests.preview.requests import HOST, PORT, Asker

ERROR = Problem("courses/<b>.md", Position(3, 7), "field.unknown", {"field": "<i>", "suggestion": "title"})


def test_a_page_comes_with_the_script_that_follows_edits(asker: Asker) -> None:
    answered = asker.ask("/kurser/")
    assert answered.code == 200
    assert answered.headers["Content-Type"] == "text/html; charset=utf-8"
    page = answered.text
    assert 'src="/.katalog/preview.js" data-version="proces-1"></script></head>' in page
    assert "script" not in (asker.site / "kurser/index.html").read_text("utf-8")


def test_other_files_come_as_they_are(asker: Asker) -> None:
    answered = asker.ask("/logo.svg")
    assert answered.headers["Content-Type"] == "image/svg+xml"
    assert answered.text == "<svg></svg>"


def test_a_folder_without_its_slash_leads_to_its_page(asker: Asker) -> None:
    answered = asker.ask("/kurser")
    assert (answered.code, answered.headers["Location"]) == (301, "/kurser/")


@pytest.mark.parametrize(
    "path",
    ["/findes-ikke/", "/../hemmeligt.html", "/%2e%2e/hemmeligt.html", "/..%5chemmeligt.html", "/a%00b"],
)
def test_what_is_not_there_is_the_page_for_missing_addresses(path: str, asker: Asker) -> None:
    answered = asker.ask(path)
    assert answered.code == 404
    assert "404.html" in answered.text


def test_a_link_leads_nowhere(asker: Asker) -> None:
    (asker.site / "ud.html").symlink_to(asker.site.parent / "hemmeligt.html")
    assert "hemmeligt" not in asker.ask("/ud.html").text


def test_a_site_below_a_folder_is_served_there(asker: Asker) -> None:
    asker.mount = "/katalog/"
    assert asker.ask("/katalog/kurser/").code == 200
    assert asker.ask("/").headers["Location"] == "/katalog/"


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({}, 200),
        ({"HTTP_HOST": f"localhost:{PORT}"}, 200),
        ({"HTTP_SEC_FETCH_SITE": "same-origin"}, 200),
        ({"HTTP_HOST": "ondt.example"}, 403),
        ({"HTTP_HOST": f"ondt.example:{PORT}"}, 403),
        ({"HTTP_SEC_FETCH_SITE": "cross-site"}, 403),
        ({"HTTP_SEC_FETCH_SITE": "same-site"}, 403),
        ({"HTTP_ORIGIN": "http://ondt.example"}, 403),
        ({"HTTP_ORIGIN": f"http://{HOST}"}, 200),
        (
            {
                "HTTP_SEC_FETCH_SITE": "cross-site",
                "HTTP_SEC_FETCH_MODE": "navigate",
                "HTTP_SEC_FETCH_DEST": "document",
            },
            200,
        ),
        (
            {
                "HTTP_SEC_FETCH_SITE": "cross-site",
                "HTTP_SEC_FETCH_MODE": "navigate",
                "HTTP_SEC_FETCH_DEST": "iframe",
            },
            403,
        ),
    ],
)
@pytest.mark.parametrize("path", ["/kurser/", "/.katalog/events"])
def test_only_pages_of_its_own_and_links_are_answered(
    path: str, headers: dict[str, str], code: int, asker: Asker
) -> None:
    assert asker.ask(path, **headers).code == code


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_is_written(method: str, asker: Asker) -> None:
    assert asker.ask("/kurser/", method).code == 405


def test_a_head_has_no_body(asker: Asker) -> None:
    answered = asker.ask("/kurser/", "HEAD")
    assert (answered.code, answered.text) == (200, "")


@pytest.mark.parametrize("name", ["preview.js", "preview.css"])
def test_the_script_and_its_styles_are_served(name: str, asker: Asker) -> None:
    answered = asker.ask(f"/.katalog/{name}")
    assert answered.code == 200
    assert "katalog" in answered.text


@pytest.mark.parametrize("name", ["app.py", "../app.py", ""])
def test_nothing_else_of_the_program_is(name: str, asker: Asker) -> None:
    assert asker.ask(f"/.katalog/{name}").code == 404


@pytest.mark.parametrize(("language", "words"), [("da", "1 fejl"), ("sv", "1 fel"), ("en", "1 error")])
def test_problems_stand_for_pages_that_are_not_there(language: str, words: str, tmp_path: Path) -> None:
    asker = Asker(tmp_path, language=language)
    asker.channel.tell(Status(problems=(ERROR,)))
    answered = asker.ask("/kurser/")
    assert answered.code == 503
    assert "script-src 'self'" in answered.headers["Content-Security-Policy"]
    page = answered.text
    assert f'<html lang="{language}">' in page
    assert f"<h1>{words}</h1>" in page
    assert "courses/&lt;b&gt;.md:3:7" in page
    assert "<b>" not in page
    assert "<i>" not in page


def heard(events: Iterator[bytes]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(next(events).decode().partition("data: ")[2])
    return found


def test_browsers_hear_of_each_status(asker: Asker) -> None:
    events = iter(asker.ask("/.katalog/events?/kurser/").body)
    first = heard(events)
    assert (first["version"], first["good"], first["title"]) == ("proces-1", True, "")
    asker.channel.tell(Status(True, (ERROR,)))
    second = heard(events)
    assert (second["version"], second["good"], second["title"]) == ("proces-1", False, "1 fejl")
    assert second["problems"][0]["place"] == "courses/<b>.md:3:7"
    assert second["state"] != first["state"]


@pytest.mark.parametrize(
    ("touched", "version"),
    [
        ("kurser/index.html", "proces-2"),
        ("index.html", "proces-1"),
        ("kurser.json", "proces-1"),
        ("assets/katalog.css", "proces-2"),
    ],
)
def test_a_page_is_another_when_it_or_its_styles_are(touched: str, version: str, asker: Asker) -> None:
    asker.mount = "/katalog/"
    asker.channel.tell(Status(has_pages=True), [touched])
    assert f'data-version="{version}"' in asker.ask("/katalog/kurser/").text
    assert heard(iter(asker.ask("/.katalog/events?/katalog/kurser/").body))["version"] == version
