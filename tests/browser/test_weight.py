"""Pages are light: what a course's page weighs besides its text, and what a first visit fetches."""

import gzip
import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Response
from selectolax.lexbor import LexborHTMLParser

from tests.browser.sites import LANGUAGES, RECORDS, Opener, Site, address_of

KIB = 1024
COURSES = [kind for kind in RECORDS if kind.startswith("course")]


def own_text(html: str) -> str:
    """Return what the record says: the words of the main column, and those told to machines in the head."""
    page = LexborHTMLParser(html)
    column = page.css_first("#k-content")
    assert column
    told = [
        each
        for data in page.css("script[type='application/ld+json']")
        for each in words(json.loads(data.text()))
    ]
    return " ".join([*column.text(separator=" ").split(), *told])


def words(data: Any) -> Iterator[str]:
    """Yield the texts in what is told to machines: no keys, no addresses, no single tokens such as dates."""
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list):
        for each in data:
            yield from words(each)
    elif isinstance(data, str) and " " in data:
        yield data


def squeezed(text: str) -> int:
    return len(gzip.compress(text.encode(), 6))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", COURSES)
def test_a_course_page_besides_its_own_text(site: Site, kind: str, language: str) -> None:
    html = (site.folder / address_of(kind, language) / "index.html").read_text("utf-8")
    text = own_text(html)
    assert len(html.encode()) - len(text.encode()) <= 15 * KIB
    assert squeezed(html) - squeezed(text) <= 5 * KIB


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_visit(open_page: Opener, language: str) -> None:
    page = open_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright cannot hold a built-in
    page.goto(open_page.site.at("home", language))
    page.wait_for_load_state("networkidle")
    weights = {each.url: each.request.sizes()["responseBodySize"] for each in answers}
    assert not [url for url in weights if "font" in url]
    assert 10 * KIB < sum(weights.values()) <= 65 * KIB, weights
