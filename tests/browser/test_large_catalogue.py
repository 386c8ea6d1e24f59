"""A catalogue of several parts: readers find what they look for on any of them, also without the script."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from bench.corpus import write_corpus
from bench.records import BASE
from tests.browser.sites import LANGUAGES, NARROW, WIDE, Opener, Site, becomes
from tests.e2e.sites import Run, build, made_once
from tools.audit_server import served

COURSES = 340
NOON = f"{BASE.isoformat()}T12:00:00+02:00"
CARDS = ".k-results .k-card"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Opener]:
    """The site of a generated project, whose catalogue has several parts."""

    def made(folder: Path) -> Run:
        write_corpus(folder, COURSES, seed=1)
        return build(folder, today=BASE.isoformat())

    built = made_once(tmp_path_factory, "large", made)
    assert built.run.status == 0, built.run.output
    with served(built.site) as address:
        opener = Opener(browser, Site(built.site, address))
        yield opener
        opener.close()


def hits(page: Page) -> int:
    return int(page.inner_text("[data-hits]").split()[0])


def choose(page: Page, viewport: ViewportSize, season: str) -> None:
    """Choose this autumn, the region of a town and a highest price: three choices."""
    if viewport is NARROW:
        page.click("[data-open-sheet]")
    page.check(f"[name=month][value='{season}']")
    page.select_option("[name=region]", "region-syddanmark")
    page.select_option("[name=max]", "2000")
    becomes(lambda: page.locator("[data-chosen] button").count(), 3)
    if viewport is NARROW:
        expect(page.locator("[data-show]")).to_have_text(re.compile(r"\d+ kurs"))
        page.click("[data-show]")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("viewport", [NARROW, WIDE], ids=["phone", "screen"])
def test_what_is_open_this_autumn_near_a_town_for_little(
    large: Opener, language: str, viewport: ViewportSize
) -> None:
    page = large("courses", language, viewport=viewport, clock=NOON)
    every = hits(page)
    choose(page, viewport, "2026-23")
    becomes(lambda: 0 < hits(page) < every, expected=True)
    first = page.locator(f"{CARDS}:visible").first
    expect(first).to_be_in_viewport()
    expect(first).to_have_attribute("data-state", re.compile("open|closing-soon|waiting-list|all-year"))


def test_courses_of_further_pages_are_found_and_lead_to_theirs(large: Opener) -> None:
    page = large("courses", clock=NOON)
    page.select_option("[name=year]", "2024")
    becomes(lambda: hits(page) > 24, expected=True)
    cards = page.locator(f"{CARDS}:visible")
    becomes(cards.count, 24)
    expect(page.locator("[data-parts]")).to_be_hidden()
    page.click("[data-more] button")
    becomes(cards.count, min(48, hits(page)))
    link = cards.last.locator("h3 a")
    expect(cards.nth(24).locator("h3 a")).to_be_focused()
    title = link.inner_text()
    link.click()
    expect(page.locator("h1")).to_have_text(title)
    page.go_back()
    expect(page.locator("[name=year]")).to_have_value("2024")
    becomes(cards.count, 24)


def test_without_a_filter_the_page_is_as_it_was(large: Opener) -> None:
    page = large("courses", clock=NOON)
    links = page.locator(f"{CARDS} h3 a")
    whole = links.all_inner_texts()
    page.select_option("[name=sort]", "price")
    expect(page.locator("[data-parts]")).to_be_hidden()
    becomes(lambda: links.all_inner_texts() != whole, expected=True)
    page.select_option("[name=sort]", "")
    becomes(links.all_inner_texts, whole)
    expect(page.locator("[data-parts]")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_script_every_course_is_on_some_part(large: Opener, language: str) -> None:
    page = large("courses", language, java_script_enabled=False)
    years = page.locator(".k-section a[href*='/20']").evaluate_all("(all) => all.map((each) => each.href)")
    found: set[str] = set()
    for begin in (page.url, *years):
        page.goto(begin)
        found |= courses_on(page)
        following = page.locator("[data-parts] [rel=next]")
        while following.count():
            page.goto(following.evaluate("(link) => link.href"))
            found |= courses_on(page)
    assert len(found) == COURSES


def courses_on(page: Page) -> set[str]:
    links = page.locator(".k-card h3 a").evaluate_all("(all) => all.map((each) => each.href)")
    return {link.rstrip("/").rsplit("/", 1)[1] for link in links}
