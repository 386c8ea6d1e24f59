"""Search: each language finds its own pages by words as people bend them; nothing is loaded unused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.sites import LANGUAGES, address_of

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.sites import Opener

HITS = "dialog li a"
DANISH_WORD, SWEDISH_WORD = "kompostbunkerne", "komposthögarna"  # in the text of proeve-aaben
# As it stands in the text, and bent otherwise: the stem is what is looked for.
WORDS = [
    ("da", DANISH_WORD),
    ("da", "kompostbunken"),
    ("sv", SWEDISH_WORD),
    ("sv", "komposthögar"),
]


def search(page: Page, words: str) -> Locator:
    """Search in the dialog; return the hits once they are there."""
    page.click("[data-search]")
    page.fill("dialog input", words)
    expect(page.locator(HITS).first).to_be_visible()
    return page.locator(HITS)


@pytest.mark.parametrize(("language", "word"), WORDS)
def test_a_course_is_found_by_a_word_of_its_text(open_page: Opener, language: str, word: str) -> None:
    page = open_page("home", language)
    first = search(page, word).first
    assert str(first.get_attribute("href")).endswith(f"/{address_of('course-open', language)}")
    expect(first.locator("b")).to_have_text(
        {"da": "Byhaver på biblioteket", "sv": "Stadsodling på biblioteket"}[language]
    )
    expect(first.locator("small")).to_have_text({"da": "Kursus", "sv": "Kurs"}[language])
    expect(first.locator("mark").first).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_hits_are_pages_of_the_readers_language(open_page: Opener, language: str) -> None:
    hits = search(open_page("course-past", language), "bibliotek")
    leads = hits.evaluate_all("(all) => all.map((each) => new URL(each.href).pathname)")
    assert len(leads) > 5
    assert {each.startswith("/sv/") for each in leads} == {language == "sv"}
    assert all(hits.locator("b").all_inner_texts())
    assert len(hits.locator("small").all_inner_texts()) == len(leads)


def test_nothing_is_loaded_before_search_is_used(open_page: Opener) -> None:
    page, seen = open_page.watched()
    page.goto(open_page.site.at("home"))
    page.wait_for_load_state("networkidle")
    assert [url for url in seen.requests if "pagefind" in url or "search.js" in url] == []
    search(page, "bibliotek")
    assert any("/pagefind/" in url for url in seen.requests)


def test_the_number_of_hits_is_said(open_page: Opener) -> None:
    page = open_page("home")
    status = page.locator("dialog [role=status]")
    search(page, DANISH_WORD)
    expect(status).to_have_text("1 resultat")
    page.fill("dialog input", "qqqqxyz")
    expect(status).to_have_text("Ingen resultater. Prøv færre eller andre ord.")
    assert page.locator(HITS).count() == 0


def test_what_is_open_on_the_front_page_leads_there_too(open_page: Opener) -> None:
    page = open_page("search")
    page.click("[data-opens-search]")
    expect(page.locator("dialog input")).to_be_focused()


def test_a_failure_is_told(open_page: Opener) -> None:
    page = open_page()
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(open_page.site.at("home"))
    page.click("[data-search]")
    page.fill("dialog input", "bibliotek")
    expect(page.locator("dialog [role=status]")).to_have_text(
        "Søgningen kunne ikke indlæses. Prøv igen om lidt."
    )
