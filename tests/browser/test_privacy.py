"""Reading every kind of page asks nobody else, breaks no policy, leaves nothing behind and says no error."""

import re

import pytest
from playwright.sync_api import Page

from katalog.html.csp import policy
from tests.browser.sites import KINDS, LANGUAGES, NARROW, Opener, Site

FOUND = [kind for kind in KINDS if kind != "missing"]
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')

REFRESH = '<meta http-equiv="refresh"'  # a page that leads on to another holds nothing else


def use(page: Page) -> None:
    """Press what can be pressed without leaving the page."""
    page.evaluate(
        """() => {
          const every = "summary, [data-scheme-toggle], #k-content [type=checkbox]";
          for (const each of document.querySelectorAll(every)) each.click();
          scrollTo(0, document.body.scrollHeight);
        }"""
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_walk_through_every_kind_of_page(open_page: Opener, site: Site, language: str) -> None:
    page, seen = open_page.watched(viewport=NARROW)
    for kind in FOUND:
        page.goto(site.at(kind, language))
        use(page)
    page.goto(site.at("home", language))
    page.click("[data-search]")
    page.fill("dialog input", "bibliotek")
    page.wait_for_selector("dialog li")
    page.click("dialog li a")
    page.wait_for_load_state()
    assert (seen.errors, seen.elsewhere) == ([], [])
    assert page.context.cookies() == []
    assert set(page.evaluate("Object.keys(localStorage)")) <= {"katalog.scheme"}
    assert page.evaluate("sessionStorage.length") == 0
    assert page.evaluate("indexedDB.databases()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations()") == []


def test_a_missing_page_says_no_more_than_that(open_page: Opener, site: Site) -> None:
    page, seen = open_page.watched()
    page.goto(site.at("missing"))
    assert page.locator("h1").is_visible()
    assert [each for each in seen.errors if "404" not in each] == []
    assert seen.elsewhere == []


def test_links_are_followed_from_the_front_page(open_page: Opener, site: Site) -> None:
    page, seen = open_page.watched()
    page.goto(site.url)
    sections = page.locator("#k-nav a")
    for place in range(sections.count()):
        sections.nth(place).click()
        page.wait_for_load_state()
        assert page.locator("#k-nav a[aria-current]").count() == 1, page.url
        page.locator("#k-content a[href]:visible").nth(2).press("Enter")
        page.wait_for_load_state()
    assert (seen.errors, seen.elsewhere) == ([], [])


def test_every_page_carries_the_policy(site: Site) -> None:
    pages = {name: (site.folder / name).read_text("utf-8") for name in site.files if name.endswith(".html")}
    found = {name: POLICY.findall(html) for name, html in pages.items() if REFRESH not in html}
    assert len(found) > 100
    assert {name: each for name, each in found.items() if each != [policy()]} == {}


def test_what_the_policy_forbids_would_be_seen(open_page: Opener, site: Site) -> None:
    page, seen = open_page.watched()
    page.goto(site.url)
    forbidden = '<p style="color:red">x</p><img src="https://elsewhere.example/x.png">'
    with page.expect_console_message(lambda said: "img-src" in said.text):
        page.evaluate("(html) => document.body.insertAdjacentHTML('beforeend', html)", forbidden)
    assert any("style-src" in each for each in seen.errors)
