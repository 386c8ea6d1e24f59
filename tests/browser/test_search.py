"""Search: each language finds its own pages by words as people bend them; nothing is loaded unused."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.sites import LANGUAGES, NARROW, Opener, address_of

HITS = "dialog li a"
DANISH_WORD, SWEDISH_WORD = "kompostbunkerne", "komposthögarna"  # in the text of proeve-aaben
# As it stands in the text, and bent otherwise: the stem is what is looked for.
WORDS = [
    ("da", DANISH_WORD),
    ("da", "kompostbunken"),
    ("sv", SWEDISH_WORD),
    ("sv", "komposthögar"),
]
CASES = json.loads((Path(__file__).parents[1] / "search/keys.json").read_text("utf-8"))
READ = """async (texts) => {
  const { Keys } = await import("/assets/search/keys.js");
  const first = await (await fetch("/search-index/da/index.json")).json();
  const keys = new Keys(first.tables);
  return texts.map((text) => keys.tokens(text).flatMap((token) => token.terms));
}"""


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
    expect(first.locator("small > span").first).to_have_text({"da": "Kursus", "sv": "Kurs"}[language])
    expect(first.locator(".k-badge")).to_have_attribute("data-state", "open")
    expect(first.locator("mark").first).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_hits_are_pages_of_the_readers_language(open_page: Opener, language: str) -> None:
    hits = search(open_page("course-past", language), "bibliotek")
    leads = hits.evaluate_all("(all) => all.map((each) => new URL(each.href).pathname)")
    assert len(leads) > 5
    assert {each.startswith("/sv/") for each in leads} == {language == "sv"}
    assert all(hits.locator("b").all_inner_texts())


def test_nothing_is_loaded_before_search_is_used(open_page: Opener) -> None:
    page, seen = open_page.watched()
    page.goto(open_page.site.at("home"))
    page.wait_for_load_state("networkidle")
    assert [url for url in seen.requests if "search-index" in url or "/results.js" in url] == []
    search(page, "bibliotek")
    assert any("/search-index/" in url for url in seen.requests)


def test_query_and_index_read_texts_alike(open_page: Opener) -> None:
    read = open_page("home").evaluate(READ, [text for text, _ in CASES])
    assert dict(zip([text for text, _ in CASES], read, strict=True)) == dict(CASES)


def test_the_number_of_hits_is_said(open_page: Opener) -> None:
    page = open_page("home")
    status = page.locator("dialog [role=status]")
    search(page, DANISH_WORD)
    expect(status).to_have_text("1 resultat")
    page.fill("dialog input", "qqqqxyz")
    expect(status).to_contain_text("Ingen resultater.")
    expect(page.locator("dialog .k-found__note")).to_have_text("Findes ikke i kataloget: qqqqxyz")
    expect(page.locator(HITS)).to_have_count(0)
    expect(page.locator("dialog .k-found__ways a").first).to_be_visible()


def test_every_hit_can_be_reached(open_page: Opener) -> None:
    page = open_page("home")
    hits = search(page, "bibliotek")
    said = page.locator("dialog [role=status]")
    expect(said).to_contain_text("resultater")
    count = int(said.inner_text().split()[0])
    assert count > 20
    while page.locator("dialog .k-found > .k-button").is_visible():
        before = hits.count()
        page.click("dialog .k-found > .k-button")
        expect(hits.nth(before)).to_be_focused()
    expect(hits).to_have_count(count)


def test_a_slip_is_searched_as_what_was_meant(open_page: Opener) -> None:
    page = open_page("home")
    search(page, "samskablse")
    note = page.locator("dialog .k-found__note")
    expect(note).to_contain_text("Mente du samskabelse?")
    note.locator("button").click()
    expect(page.locator("dialog input")).to_have_value("samskabelse")
    expect(note).to_be_hidden()


def test_hits_are_filtered(open_page: Opener) -> None:
    page = open_page("home")
    hits = search(page, "kursus")
    status = page.locator("dialog [role=status]")
    expect(status).to_contain_text("resultater")
    every = status.inner_text()
    page.click("dialog [name=joinable]")
    expect(status).not_to_have_text(every)
    states = hits.locator(".k-badge").evaluate_all("(all) => all.map((each) => each.dataset.state)")
    assert states
    assert set(states) <= {"open", "closing-soon", "waiting-list"}
    page.click("dialog [name=joinable]")
    expect(status).to_have_text(every)
    page.select_option("dialog select", label=page.locator("dialog option").nth(1).inner_text())
    expect(status).not_to_have_text(every)
    expect(hits.first).to_be_visible()


def test_hits_are_filtered_by_topic(open_page: Opener) -> None:
    page = open_page("home")
    hits = search(page, "kursus")
    status = page.locator("dialog [role=status]")
    expect(status).to_contain_text("resultater")
    every = status.inner_text()
    page.select_option("dialog [name=topic]", label="Samskabelse")
    expect(status).not_to_have_text(every)
    expect(hits.first).to_be_visible()
    expect(page.locator("dialog [name=topic]")).to_have_value("~samskabelse")


def test_no_letter_is_lost_after_the_slash(open_page: Opener) -> None:
    page = open_page("home")
    page.route("**/search/results.js", lambda _: None)
    page.keyboard.type("/samskabelse")
    expect(page.locator("dialog input")).to_have_value("samskabelse")


def test_a_fast_enter_opens_a_hit_of_this_query(open_page: Opener) -> None:
    page = open_page("home")
    search(page, "bibliotek")
    page.fill("dialog input", DANISH_WORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{address_of('course-open', 'da')}")


def test_back_returns_to_the_search(open_page: Opener) -> None:
    page = open_page("home")
    search(page, DANISH_WORD).first.click()
    page.wait_for_url(f"**/{address_of('course-open', 'da')}")
    page.go_back()
    expect(page.locator("dialog input")).to_have_value(DANISH_WORD)
    expect(page.locator(HITS)).to_have_count(1)


def test_letters_typed_on_a_hit_go_on_in_the_field(open_page: Opener) -> None:
    page = open_page("home")
    search(page, "bibliotek").first.focus()
    page.keyboard.type("x")
    expect(page.locator("dialog input")).to_be_focused()
    expect(page.locator("dialog input")).to_have_value("bibliotekx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_has_a_page(open_page: Opener, language: str) -> None:
    page, seen = open_page.watched(viewport=NARROW)
    page.goto(f"{open_page.site.at('search', language)}?q=bibliotek")
    hits = page.locator(".k-hits a")
    expect(hits.first).to_be_visible()
    expect(page.locator("[name=q]")).to_have_value("bibliotek")
    page.keyboard.press("/")
    page.keyboard.type("x")
    expect(page).to_have_url(f"{open_page.site.at('search', language)}?q=bibliotekx")
    page.fill("[name=q]", DANISH_WORD if language == "da" else SWEDISH_WORD)
    page.keyboard.press("Enter")
    expect(hits.first).to_be_focused()
    assert seen.errors == []


def test_letters_typed_before_the_script_has_come_are_searched(open_page: Opener) -> None:
    page = open_page()
    waiting: list[Route] = []
    page.route("**/search/results.js", lambda route: waiting.append(route))  # noqa: PLW0108 - as in watched()
    with page.expect_request("**/search/results.js"):
        page.goto(open_page.site.at("search"), wait_until="domcontentloaded")
    page.fill("#k-content [name=q]", DANISH_WORD)
    waiting[0].continue_()
    expect(page.locator(".k-hits a")).to_have_count(1)


def test_a_query_in_an_address_opens_the_search(open_page: Opener) -> None:
    page = open_page()
    page.goto(f"{open_page.site.at('home')}?q={DANISH_WORD}")
    expect(page.locator(HITS)).to_have_count(1)


def test_what_is_open_on_the_front_page_leads_there_too(open_page: Opener) -> None:
    page = open_page("home")
    page.click("[data-opens-search]")
    expect(page.locator("dialog input")).to_be_focused()


def test_a_failure_is_told(open_page: Opener) -> None:
    page = open_page()
    page.route("**/search-index/**", lambda route: route.abort())
    page.goto(open_page.site.at("home"))
    page.click("[data-search]")
    page.fill("dialog input", "bibliotek")
    expect(page.locator("dialog [role=status]")).to_have_text(
        "Søgningen kunne ikke indlæses. Prøv igen om lidt."
    )
