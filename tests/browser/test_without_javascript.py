"""Without JavaScript everything can be read and reached."""

from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from tests.browser.sites import KINDS, LANGUAGES, NARROW, Opener, address_of, script


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_shown(open_page: Opener, language: str) -> None:
    page = open_page(java_script_enabled=False)
    found = {}
    for kind in KINDS:
        page.goto(open_page.site.at(kind, language))
        if hidden := page.evaluate(script("hidden")):
            found[kind] = hidden
    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_is_whole_without_filters(open_page: Opener, language: str) -> None:
    page = open_page("courses", language, java_script_enabled=False)
    said = int(page.inner_text("[data-hits]").split()[0])
    assert page.locator(".k-results .k-card:visible").count() == said > 15
    expect(page.locator(".k-filter")).to_be_hidden()
    expect(page.locator(".k-sort")).to_be_hidden()
    for year in page.locator("#k-content a[href*='/20']").all()[:2]:
        assert open_page.site.folder.joinpath(
            address_of("courses", language), year.get_attribute("href") or "", "index.html"
        ).is_file()
    for section in ("topics", "regions"):
        assert page.locator(f"#k-content a[href*='{address_of(section, language).split('/')[-2]}/']").count()


def test_the_menu_opens(open_page: Opener) -> None:
    page = open_page("home", viewport=NARROW, java_script_enabled=False)
    expect(page.locator("#k-nav")).to_be_hidden()
    page.click(".k-menu")
    expect(page.locator("#k-nav")).to_be_visible()
    page.click("#k-nav a >> nth=1")
    page.wait_for_url("**/kalender/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_leads_to_the_list_from_a_to_z(open_page: Opener, language: str) -> None:
    page = open_page("home", language, java_script_enabled=False)
    page.click("[data-search]")
    page.wait_for_url(f"**/{address_of('search', language)}")
    page.click(f"#k-content a[href$='{address_of('index', language).split('/')[-2]}/'] >> nth=0")
    page.wait_for_url(f"**/{address_of('index', language)}")
    letters = page.locator(".k-az a")
    assert letters.count() > 10
    letters.last.click()
    section = page.locator(f"[id='{unquote(page.url.split('#')[1])}']")
    expect(section).to_be_in_viewport()
