"""Pages hold on a narrow screen, with large text, without motion, with forced colours and on paper."""

import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Page
from zxingcpp import read_barcodes

from tests.browser.sites import LANGUAGES, NARROW, PAGES, POSTERS, RECORDS, WIDE, Opener, address_of, script

UNFOLD = "document.querySelectorAll('details').forEach((each) => each.open = true)"
PAGE_OF_A_PDF = re.compile(rb"/Type\s*/Page\b")


@pytest.fixture(scope="module")
def page(reading: Opener) -> Page:
    return reading()


@pytest.mark.parametrize(("kind", "language"), PAGES)
def test_nothing_scrolls_sideways_at_320_pixels(
    page: Page, reading: Opener, kind: str, language: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(reading.site.at(kind, language))
    page.evaluate(UNFOLD)
    assert page.evaluate(script("too_wide")) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_amount_is_seen_beside_long_words(page: Page, reading: Opener, language: str) -> None:
    page.set_viewport_size({"width": 390, "height": 640})
    page.goto(reading.site.at("course-open", language))
    what = page.locator(".k-table tbody th").first
    what.evaluate("(each) => { each.textContent = 'Deltagerbetaling for undervisningsmaterialeproduktion' }")
    table = page.locator(".k-scroll", has=what)
    assert table.evaluate("(each) => each.scrollWidth <= each.clientWidth")


@pytest.mark.parametrize(("kind", "language"), PAGES)
def test_text_of_double_size_stays_whole(page: Page, reading: Opener, kind: str, language: str) -> None:
    page.goto(reading.site.at(kind, language))
    page.evaluate(UNFOLD)
    page.evaluate(script("double_text"))
    for size in (NARROW, WIDE):
        page.set_viewport_size(size)
        assert page.evaluate(script("too_wide")) + page.evaluate(script("cut_off")) == [], size["width"]


@pytest.mark.parametrize("kind", ["home", "courses", "course-open", "calendar"])
def test_nothing_moves_for_those_who_ask_for_less_motion(open_page: Opener, kind: str) -> None:
    page = open_page(kind, reduced_motion="reduce")
    assert page.evaluate(script("moving")) == []


@pytest.mark.parametrize("kind", ["home", "courses", "course-open", "month", "initiative", "libraries"])
def test_forced_colours_keep_what_carries_meaning(open_page: Opener, kind: str) -> None:
    page = open_page(kind, forced_colors="active")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert page.evaluate(script("bare")) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [kind for kind in RECORDS if kind.startswith("course")])
def test_a_course_fits_two_sheets(page: Page, reading: Opener, kind: str, language: str) -> None:
    page.goto(reading.site.at(kind, language))
    assert 1 <= len(PAGE_OF_A_PDF.findall(page.pdf(prefer_css_page_size=True))) <= 2, address_of(
        kind, language
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", POSTERS)
def test_a_poster_is_one_sheet_with_a_code_that_leads_to_the_course(
    open_page: Opener, kind: str, language: str
) -> None:
    page = open_page(kind, language)
    assert len(PAGE_OF_A_PDF.findall(page.pdf(prefer_css_page_size=True))) == 1
    page.emulate_media(media="print")
    picture = Image.open(BytesIO(page.screenshot(full_page=True)))
    course = address_of(kind, language).rstrip("/").rpartition("/")[0]
    assert [code.text for code in read_barcodes(picture)] == [f"https://katalog.example/{course}/"]
    assert f"katalog.example/{course}" in page.locator(".k-poster-sheet").inner_text()


def test_the_paper_has_no_tools(open_page: Opener) -> None:
    page = open_page("course-open")
    page.emulate_media(media="print")
    tools = page.locator(":is(.k-noprint, .k-tool, .k-nav, .k-skip, .k-button):visible")
    assert tools.evaluate_all("(all) => all.map((each) => each.className)") == []
    assert page.locator("h1").is_visible()
    assert page.locator(".k-facts dl").is_visible()
