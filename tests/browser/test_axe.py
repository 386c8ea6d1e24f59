"""axe-core finds nothing on any kind of page, in both languages, at both widths, in both colour schemes.

A light and a dark page are looked at side by side, each in a process of its own: axe-core is slow.
"""

from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.sites import LANGUAGES, NARROW, PAGES, WIDE, Opener, script

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
SCHEMES = ("light", "dark")


@pytest.fixture(scope="module")
def pages(reading: Opener) -> list[Page]:
    """A page in each scheme, for all tests: quicker than new ones.  Nothing moves, so colours are final."""
    return [reading(color_scheme=scheme, reduced_motion="reduce") for scheme in SCHEMES]


def violations(pages: list[Page]) -> list[str]:
    """Return what axe finds at both widths in both schemes."""
    found: list[str] = []
    for page in pages:
        page.evaluate(AXE)
    for size in (NARROW, WIDE):
        for page in pages:
            page.set_viewport_size(size)
            page.evaluate(script("axe"))
        for page, scheme in zip(pages, SCHEMES, strict=True):
            found += [f"{size['width']} {scheme} {each}" for each in page.evaluate("window.found")]
    return found


@pytest.mark.parametrize(("kind", "language"), PAGES)
def test_no_violation(pages: list[Page], reading: Opener, kind: str, language: str) -> None:
    for page in pages:
        answer = page.goto(reading.site.at(kind, language))
        assert answer
        assert answer.status == (404 if kind == "missing" else 200)
    assert violations(pages) == []


def open_menu(page: Page) -> None:
    page.click(".k-menu")
    page.wait_for_selector("#k-nav:popover-open")


def open_filters(page: Page) -> None:
    page.click("[data-open-sheet]")
    page.check("[name=month] >> nth=0")
    page.wait_for_selector("[data-chosen] button", state="attached")


def open_search(page: Page) -> None:
    page.click("[data-search]")
    page.fill("dialog input", "bibliotek")
    page.wait_for_selector("dialog li")


def search_on_the_page(page: Page) -> None:
    page.fill("[name=q]", "bibliotek")
    page.wait_for_selector(".k-hits a")


def search_in_vain(page: Page) -> None:
    page.click("[data-search]")
    page.fill("dialog input", "qqqqxyz")
    page.wait_for_selector("dialog .k-found__ways a")


def open_details(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((each) => each.open = true)")


OPENINGS: list[tuple[str, Callable[[Page], Any]]] = [
    ("home", open_menu),
    ("courses", open_filters),
    ("home", open_search),
    ("home", search_in_vain),
    ("search", search_on_the_page),
    ("course-again", open_details),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("kind", "opening"), OPENINGS, ids=lambda each: getattr(each, "__name__", each))
def test_no_violation_in_what_opens(
    pages: list[Page], reading: Opener, kind: str, opening: Callable[[Page], Any], language: str
) -> None:
    for page in pages:
        page.set_viewport_size(NARROW)
        page.goto(reading.site.at(kind, language))
        opening(page)
    assert violations(pages) == []


def test_what_is_wrong_would_be_found(pages: list[Page]) -> None:
    for page in pages:
        page.goto("about:blank")
        page.set_content(
            "<html lang=da><title>x</title><img src=data:,><p style='color:#999;background:#fff'>grå"
        )
    rules = {each.split()[2] for each in violations(pages)}
    assert rules == {"color-contrast:", "image-alt:"}
