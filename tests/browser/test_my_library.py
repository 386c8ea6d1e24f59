"""The reader's own library: chosen once, kept by the browser alone, forgotten on one click."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sites import LANGUAGES, NARROW, Opener, address_of, becomes

STORED = "localStorage.getItem('katalog.library')"


def choose(page: Page) -> None:
    page.click("[data-choose]")
    expect(page.locator("[data-library] [role=status]")).not_to_be_empty()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_library_is_chosen_once_and_stands_first_on_the_front_page(
    open_page: Opener, language: str
) -> None:
    page = open_page("my-library", language, viewport=NARROW)
    page.fill("[data-find] input", "elmby")
    found = page.locator("#k-libraries a:visible")
    expect(found).to_have_text(["Elmby Bibliotek"])
    found.click()
    choose(page)
    assert '"id":"elmby-bibliotek"' in page.evaluate(STORED)
    page.goto(open_page.site.at("home", language))
    expect(page.locator(".k-mine .k-card, .k-mine .k-empty").first).to_be_visible()
    links = page.locator(".k-mine a").evaluate_all("(all) => all.map((each) => each.href)")
    assert all(page.request.get(link.split("#")[0]).ok for link in links)
    page.goto(open_page.site.at("my-library", {"da": "sv", "sv": "da"}[language]))
    expect(page.locator("[data-mine] h2").first).to_be_visible()


def test_one_click_forgets(open_page: Opener) -> None:
    page = open_page("mine")
    choose(page)
    page.goto(open_page.site.at("my-library"))
    page.click("[data-mine] [data-forget]")
    expect(page.locator("[data-mine]")).to_be_hidden()
    assert page.evaluate(STORED) is None
    page.goto(open_page.site.at("home"))
    expect(page.locator(".k-mine")).to_be_hidden()


def test_the_catalogue_is_filtered_to_what_is_near_in_one_step(open_page: Opener) -> None:
    page = open_page("mine")
    choose(page)
    page.goto(open_page.site.at("courses"))
    page.click("[data-mine-filter]")
    expect(page.locator("[data-catalogue] [name=region]")).not_to_have_value("")
    expect(page.locator(".k-results .k-card:visible").first).to_be_visible()


def test_nothing_is_asked_of_anybody_else(open_page: Opener) -> None:
    page, seen = open_page.watched()
    page.goto(open_page.site.at("mine"))
    choose(page)
    page.goto(open_page.site.at("home"))
    expect(page.locator(".k-mine a").first).to_be_visible()
    assert seen.elsewhere == seen.errors == []
    asked = [url for url in seen.requests if address_of("mine", "da") in url]
    assert all("?" not in url for url in asked)


def test_a_library_that_is_gone_is_forgotten(open_page: Opener) -> None:
    page = open_page("my-library")
    page.evaluate(
        'localStorage.setItem(\'katalog.library\', \'{"id":"findes-ikke","title":"X","region":""}\')'
    )
    page.goto(open_page.site.at("home"))
    expect(page.locator(".k-mine")).to_be_hidden()
    becomes(lambda: page.evaluate(STORED), None)


def test_the_keyboard_chooses_and_forgets(open_page: Opener) -> None:
    page = open_page("mine")
    expect(page.locator("[data-choose]")).to_be_enabled()
    page.focus("[data-choose]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-library] [data-forget]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-library] [data-choose]")).to_be_focused()
    assert page.evaluate(STORED) is None


def test_without_javascript_the_list_leads_to_every_library(open_page: Opener) -> None:
    page = open_page("my-library", java_script_enabled=False)
    expect(page.locator("[data-find]")).to_be_hidden()
    page.locator("#k-libraries a").first.click()
    expect(page.locator("[data-mine-content]")).to_be_visible()
    expect(page.locator("[data-library]")).to_be_hidden()
