"""Everything can be reached and worked with the keyboard alone, and one sees where one is."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sites import KINDS, LANGUAGES, NARROW, WIDE, Opener, becomes, script


def walk(page: Page) -> list[str]:
    """Press Tab through the whole page; return what was missed, and what had the focus unseen."""
    for _ in range(int(page.evaluate(script("focus"))) + 1):
        page.keyboard.press("Tab")
    missed = [f"missed: {each}" for each in page.evaluate("window.missed()")]
    return missed + list(page.evaluate("window.unseen"))


@pytest.fixture(scope="module")
def page(reading: Opener) -> Page:
    return reading(reduced_motion="reduce")


@pytest.mark.parametrize("kind", KINDS)
def test_tab_reaches_everything_in_sight(page: Page, reading: Opener, kind: str) -> None:
    page.set_viewport_size(WIDE)
    page.goto(reading.site.at(kind))
    assert walk(page) == []


@pytest.mark.parametrize("kind", ["home", "courses", "course-open", "libraries", "month"])
def test_tab_reaches_everything_on_a_phone(page: Page, reading: Opener, kind: str) -> None:
    page.set_viewport_size(NARROW)
    page.goto(reading.site.at(kind, "sv"))
    assert walk(page) == []


def test_the_first_stop_skips_to_the_content(open_page: Opener) -> None:
    page = open_page("courses")
    page.keyboard.press("Tab")
    expect(page.locator(".k-skip").first).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#k-content :focus")).to_have_count(1)


def test_the_menu_opens_and_closes(open_page: Opener) -> None:
    page = open_page("home", viewport=NARROW)
    menu, nav = page.locator(".k-menu"), page.locator("#k-nav")
    expect(nav).to_be_hidden()
    menu.focus()
    page.keyboard.press("Enter")
    expect(nav).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator("#k-nav a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(nav).to_be_hidden()
    expect(menu).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kurser/")


def test_the_other_language(open_page: Opener) -> None:
    page = open_page("course-open")
    page.locator(".k-lang a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sv/kurser/proeve-aaben/")
    expect(page.locator("html")).to_have_attribute("lang", "sv")


def test_the_colours(open_page: Opener) -> None:
    page = open_page("home")
    toggle, light = (
        page.locator("[data-scheme-toggle]"),
        page.evaluate("getComputedStyle(document.body).backgroundColor"),
    )
    toggle.focus()
    page.keyboard.press("Space")
    expect(toggle).to_have_attribute("aria-pressed", "true")
    expect(page.locator("body")).not_to_have_css("background-color", light)
    page.reload()
    expect(toggle).to_have_attribute("aria-pressed", "true")
    toggle.focus()
    page.keyboard.press("Enter")
    expect(toggle).to_have_attribute("aria-pressed", "false")
    becomes(lambda: page.evaluate("localStorage.length"), 0)


@pytest.mark.parametrize("opening", ["/", "Control+k", "Enter"])
def test_the_search_dialog(open_page: Opener, opening: str) -> None:
    page = open_page("home")
    link, field = page.locator("[data-search]"), page.locator("dialog input")
    if opening == "Enter":
        link.focus()
    page.keyboard.press(opening)
    expect(field).to_be_focused()
    page.keyboard.type("samskabelse")
    hits = page.locator("dialog li a")
    expect(hits.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(hits.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(hits.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    expect(link).to_be_focused()


def test_enter_opens_a_hit(open_page: Opener) -> None:
    page = open_page("home")
    page.keyboard.press("/")
    expect(page.locator("dialog input")).to_be_focused()
    page.keyboard.type("samskabelse")
    first = page.locator("dialog li a").first
    expect(first).to_be_visible()
    address = first.get_attribute("href")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(str(address))


def test_the_filters(open_page: Opener) -> None:
    page = open_page("courses", viewport=NARROW)
    opener = page.locator("[data-open-sheet]")
    expect(opener).to_be_enabled()
    opener.focus()
    page.keyboard.press("Enter")
    box = page.locator(".k-filter[data-ready] [name=join]")
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    region = page.locator("[name=region]")
    region.focus()
    page.keyboard.press("ArrowDown")
    expect(region).not_to_have_value("")
    expect(page).to_have_url(re.compile(r"\?(?=.*join=now)(?=.*region=.)"))
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    chip = page.locator("[data-chosen] button").first
    chip.focus()
    page.keyboard.press("Enter")
    becomes(lambda: page.locator("[data-chosen] button").count(), 1)
    expect(page.locator("#k-results")).to_be_focused()


def test_the_first_course_is_twelve_tabs_away(open_page: Opener) -> None:
    page = open_page("courses")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.k-card h3 a')"):
            break
        if page.evaluate("document.activeElement.matches('.k-skip')"):
            page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('.k-card h3 a')")


def test_what_unfolds(open_page: Opener) -> None:
    page = open_page("course-again")
    details = page.locator("#k-content details").first
    details.locator("summary").focus()
    before = details.evaluate("(each) => each.open")
    page.keyboard.press("Enter")
    becomes(lambda: details.evaluate("(each) => each.open"), not before)
    page.keyboard.press("Space")
    becomes(lambda: details.evaluate("(each) => each.open"), before)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_point_on_the_map_is_a_link(open_page: Opener, language: str) -> None:
    page = open_page("libraries", language)
    point = page.locator(".k-map a").first
    leads = point.evaluate("(each) => new URL(each.getAttribute('href'), location.href).href")
    point.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(str(leads))
