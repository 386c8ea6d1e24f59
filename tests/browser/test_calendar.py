"""The calendar: an agenda where there is no room for names, filters that live in the address, weeks."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sites import LANGUAGES, NARROW, WIDE, Opener, becomes

DEADLINES = {"da": "/frister.ics", "sv": "/sista-dagar.ics"}
EVENTS = ".k-agenda-week .k-event:visible"


def values(page: Page, name: str) -> set[str]:
    """Return what the events in sight answer to a filter."""
    found: list[str] = page.locator(EVENTS).evaluate_all(f"(all) => all.map((each) => each.dataset.{name})")
    return {value for each in found for value in (each or "").split()}


def test_a_phone_shows_an_agenda_and_a_wide_screen_names_in_the_month(open_page: Opener) -> None:
    phone, wide = open_page("month", viewport=NARROW), open_page("month", viewport=WIDE)
    expect(phone.locator(".k-weeks")).to_be_hidden()
    expect(phone.locator(EVENTS).first).to_be_visible()
    names = wide.locator(".k-bar-event[data-what]").evaluate_all("(all) => all.map((each) => each.innerText)")
    assert names
    assert all(names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filtered_calendar_is_an_address_in_both_languages(open_page: Opener, language: str) -> None:
    page = open_page("calendar", language)
    before = page.locator(EVENTS).count()
    page.select_option("[data-dates] [name=what]", "deadlines")
    page.select_option("[data-dates] [name=topic]", "samskabelse")
    becomes(lambda: values(page, "what"), {"deadlines"})
    becomes(lambda: "samskabelse" in values(page, "topic"), expected=True)
    assert 0 < page.locator(EVENTS).count() < before
    feed = page.locator("[data-dates] [data-feed]")
    expect(feed).to_be_visible()
    assert str(feed.get_attribute("href")).endswith(
        {"da": "/frister.ics", "sv": "/sista-dagar.ics"}[language]
    )
    page.reload()
    becomes(lambda: values(page, "what"), {"deadlines"})
    page.click(".k-lang a")
    expect(page.locator("html")).not_to_have_attribute("lang", language)
    becomes(lambda: values(page, "what"), {"deadlines"})


def test_choices_that_nothing_answers_say_so_and_are_taken_back_at_once(open_page: Opener) -> None:
    page = open_page()
    page.goto(open_page.site.at("calendar") + "?what=deadlines&type=webinar&topic=samskabelse")
    expect(page.locator("[data-dates] [role=status]")).not_to_be_empty()
    page.click("[data-dates] [type=reset]")
    expect(page.locator(EVENTS).first).to_be_visible()
    expect(page.locator("[data-dates] [role=status]")).to_be_empty()
    expect(page).to_have_url(open_page.site.at("calendar"))


def test_without_javascript_every_date_stands_and_weeks_are_links(open_page: Opener) -> None:
    page = open_page("month", java_script_enabled=False, viewport=NARROW)
    expect(page.locator("[data-dates]")).to_be_hidden()
    page.locator(".k-agenda-week h3 a").first.click()
    expect(page.locator("h1")).to_contain_text("Uge")
    expect(page.locator(EVENTS).first).to_be_visible()


@pytest.mark.parametrize(("language", "query"), [("da", "uge 8 2027"), ("sv", "vecka 8 2027")])
def test_a_week_is_found_by_its_number(open_page: Opener, language: str, query: str) -> None:
    page = open_page("search", language)
    page.fill("[data-search-page] [name=q]", query)
    first = page.locator(".k-hits a").first
    expect(first).to_have_attribute("href", open_page.site.at("week", language))
