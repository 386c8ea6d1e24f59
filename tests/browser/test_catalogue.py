"""The catalogue's filters: counts, combinations, chips, an address to share, the way back."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sites import LANGUAGES, NARROW, Opener, becomes

SHOWN = "#k-content .k-results .k-card:visible"
AT_ONCE = 24
"""How many courses a filtered list shows before more are asked for."""
PICKED = "[name={name}][value='{value}']"


def shown(page: Page) -> list[str]:
    """Return the titles in the list, in order."""
    return page.locator(f"{SHOWN} h3").all_inner_texts()


def hits(page: Page) -> int:
    """Return the number of hits as it is announced."""
    return int(page.inner_text("[data-hits]").split()[0])


def pick(page: Page, name: str, value: str) -> None:
    box = page.locator(PICKED.format(name=name, value=value))
    box.evaluate("(box) => box.closest('details')?.setAttribute('open', '')")
    box.check()


def counted(page: Page, name: str, value: str) -> int:
    count = page.locator(f"label:has({PICKED.format(name=name, value=value)}) [data-count]")
    return int(count.text_content() or "")


def ready(open_page: Opener, language: str = "da", **options: Any) -> Page:
    """Open the catalogue and wait for its script, which has the filters' data once they have the focus."""
    page = open_page("", **options)
    with page.expect_response(re.compile(r"filter\.json$"), timeout=30_000) as answer:
        page.goto(open_page.site.at("courses", language))
        page.locator(".k-filter[data-ready] [name=q]").focus()
    assert answer.value.ok
    becomes(lambda: page.locator("[data-count]").first.inner_text() != "", expected=True)
    return page


def test_the_whole_list_says_how_long_it_is(open_page: Opener) -> None:
    page = ready(open_page)
    assert len(shown(page)) == hits(page) > 15
    assert page.locator("[data-hits]").get_attribute("role") == "status"


def test_a_count_is_what_a_choice_leaves(open_page: Opener) -> None:
    page = ready(open_page)
    for choice in ("state=open", "topic=samskabelse", "join=now", "form=online", "language=sv"):
        name, value = choice.split("=")
        promised = counted(page, name, value)
        pick(page, name, value)
        becomes(lambda: (hits(page), len(shown(page))), (promised, promised))
        page.uncheck(PICKED.format(name=name, value=value))


def test_within_a_name_any_will_do_between_names_all_must(open_page: Opener) -> None:
    page = ready(open_page)
    opened, soon = counted(page, "state", "open"), counted(page, "state", "closing-soon")
    pick(page, "state", "open")
    pick(page, "state", "closing-soon")
    becomes(lambda: hits(page), opened + soon)
    both = counted(page, "form", "online")
    assert both < opened + soon
    pick(page, "form", "online")
    becomes(lambda: hits(page), both)
    expect(page.locator("[data-used]")).to_have_text("(3)")


def test_words_are_looked_for_as_they_are_typed(open_page: Opener) -> None:
    page = ready(open_page)
    page.fill("[name=q]", "BYHAVER")
    becomes(lambda: shown(page), ["Byhaver på biblioteket"])
    expect(page.locator("[data-hits]")).to_have_text("1 kursus")
    page.fill("[name=q]", "findes slet ikke")
    expect(page.locator("[data-no-hits]")).to_be_visible()
    page.click("[data-no-hits] [data-reset]")
    expect(page.locator("[data-no-hits]")).to_be_hidden()
    becomes(lambda: hits(page) > 15, expected=True)


def test_the_address_gives_the_same_list_anew(open_page: Opener) -> None:
    page = ready(open_page)
    pick(page, "state", "open")
    page.select_option("[name=max]", "1000")
    page.select_option("[name=sort]", "deadline")
    page.fill("[name=q]", "biblioteket")
    expect(page.locator("[data-used]")).to_have_text("(3)")
    expect(page).to_have_url(re.compile("q=biblioteket"))
    there = shown(page)
    assert there
    again = open_page()
    again.goto(page.url)
    becomes(lambda: shown(again), there)


def test_the_way_back_undoes_one_choice_at_a_time(open_page: Opener) -> None:
    page = ready(open_page)
    every = shown(page)
    promised = counted(page, "state", "open")
    pick(page, "state", "open")
    becomes(lambda: len(shown(page)), promised)
    opened = shown(page)
    promised = counted(page, "language", "sv")
    assert promised < len(opened)
    pick(page, "language", "sv")
    becomes(lambda: len(shown(page)), promised)
    page.go_back()
    becomes(lambda: shown(page), opened)
    expect(page.locator(PICKED.format(name="language", value="sv"))).not_to_be_checked()
    page.go_back()
    becomes(lambda: shown(page), every)
    page.go_forward()
    becomes(lambda: shown(page), opened)


def test_a_course_and_back_keeps_the_list(open_page: Opener) -> None:
    page = ready(open_page)
    promised = counted(page, "state", "open")
    pick(page, "state", "open")
    becomes(lambda: len(shown(page)), promised)
    opened = shown(page)
    expect(page).to_have_url(re.compile("state=open"))
    page.locator(f"{SHOWN} h3 a").first.click()
    expect(page.locator(".k-facts")).to_be_visible()
    page.go_back()
    expect(page.locator(PICKED.format(name="state", value="open"))).to_be_checked()
    becomes(lambda: shown(page), opened)


STARTS = "lists => lists.map((list) => [...list.children].map((each) => each.dataset.start ?? '9999'))"


def test_order(open_page: Opener) -> None:
    """Each part of the list in itself; what has no date comes last."""
    page = ready(open_page)
    page.select_option("[name=sort]", "start")
    lists = page.locator(".k-results .k-cards")
    becomes(lambda: [sorted(each) == each for each in lists.evaluate_all(STARTS)], [True] * lists.count())
    assert sum(map(len, lists.evaluate_all(STARTS))) == min(hits(page), AT_ONCE)
    by_start = shown(page)
    for order in ("price", "deadline", ""):
        page.select_option("[name=sort]", order)
        becomes(lambda: shown(page) != by_start, expected=True)


def test_the_cheapest_come_first(open_page: Opener) -> None:
    page = ready(open_page)
    page.select_option("[name=sort]", "price")
    links = page.locator("#k-joinable .k-card h3 a")
    expect(links.first).to_have_attribute("href", re.compile("proeve-svensk/$"))
    expect(links.last).to_have_attribute("href", re.compile("proeve-dyrt/$"))


def test_what_is_chosen_can_be_taken_back_chip_by_chip(open_page: Opener) -> None:
    page = ready(open_page)
    every = shown(page)
    pick(page, "join", "now")
    page.select_option("[name=max]", "2000")
    chips = page.locator("[data-chosen] button")
    becomes(chips.all_inner_texts, ["Kan tilmeldes nu", "Højst 2.000\xa0kr."])
    expect(chips.first).to_have_accessible_name("Fjern Kan tilmeldes nu")
    chips.first.click()
    becomes(chips.all_inner_texts, ["Højst 2.000\xa0kr."])
    expect(page).not_to_have_url(re.compile("join"))
    chips.first.click()
    expect(page.locator("[data-chosen]")).to_be_hidden()
    becomes(lambda: shown(page), every)


def test_seasons_and_months_several_at_once(open_page: Opener) -> None:
    page = ready(open_page)
    seasons = page.locator("[name=month]").evaluate_all("(all) => all.map((each) => each.value)")
    first, second = seasons[0], seasons[1]
    promised = counted(page, "month", first)
    pick(page, "month", first)
    becomes(lambda: hits(page), promised)
    pick(page, "month", second)
    becomes(lambda: hits(page) > promised, expected=True)
    expect(page).to_have_url(re.compile(rf"(?=.*month={first}\b)(?=.*month={second}\b)"))


def test_online_courses_stay_when_a_region_is_chosen(open_page: Opener) -> None:
    page = ready(open_page)
    online, every = counted(page, "form", "online"), hits(page)
    page.select_option("[name=region]", index=1)
    becomes(lambda: 0 < hits(page) < every, expected=True)
    pick(page, "form", "online")
    becomes(lambda: hits(page), online)


def test_what_can_be_joined_comes_first(open_page: Opener) -> None:
    page = ready(open_page)
    states = page.evaluate(
        "[...document.querySelectorAll('.k-results .k-card')].map((each) => each.dataset.state)"
    )
    joinable = {"open", "closing-soon", "waiting-list"}
    first = [state in joinable for state in states]
    assert first == sorted(first, reverse=True)
    assert states[-1] == "finished"


def test_the_reset_button(open_page: Opener) -> None:
    page = ready(open_page)
    reset = page.locator("form [data-reset]")
    expect(reset).to_be_hidden()
    pick(page, "state", "open")
    reset.click()
    expect(reset).to_be_hidden()
    expect(page.locator("#k-results")).to_be_focused()
    expect(page).to_have_url(open_page.site.at("courses"))
    becomes(lambda: hits(page) == len(shown(page)) > 15, expected=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_other_language_keeps_page_and_filter(open_page: Opener, language: str) -> None:
    page = ready(open_page, language)
    pick(page, "state", "open")
    pick(page, "topic", "samskabelse")
    expect(page).to_have_url(re.compile("topic=samskabelse"))
    there = hits(page)
    page.click(".k-lang a")
    other = next(each for each in LANGUAGES if each != language)
    expect(page.locator("html")).to_have_attribute("lang", other)
    expect(page.locator(PICKED.format(name="state", value="open"))).to_be_checked()
    becomes(lambda: hits(page), there)


def test_on_a_phone_the_filters_are_a_sheet(open_page: Opener) -> None:
    page = open_page("courses", viewport=NARROW)
    expect(page.locator(".k-results .k-card").first).to_be_in_viewport()
    expect(page.locator("[name=join]")).to_be_hidden()
    page.click("[data-open-sheet]")
    sheet = page.get_by_role("dialog")
    expect(sheet).to_have_accessible_name("Filtre")
    sheet.get_by_label("Kan tilmeldes nu").check()
    show = sheet.locator("[data-show]")
    expect(show).to_have_text(re.compile(r"^Vis \d+ kurser$"))
    promised = counted(page, "join", "now")
    expect(show).to_have_text(f"Vis {promised} kurser")
    show.click()
    expect(sheet).to_be_hidden()
    becomes(lambda: (hits(page), len(shown(page))), (promised, promised))
    expect(page.locator("#k-results")).to_be_focused()
    expect(page.locator("[data-chosen] button")).to_have_text(["Kan tilmeldes nu"])


def test_a_page_that_cannot_be_fetched_is_said(open_page: Opener) -> None:
    page = open_page("")
    page.route("**/*.filter.json", lambda route: route.abort())
    page.goto(open_page.site.at("courses"))
    every = shown(page)
    pick(page, "join", "now")
    expect(page.locator("[data-failed]")).to_be_visible()
    assert shown(page) == every
    page.unroute_all()
    page.uncheck(PICKED.format(name="join", value="now"))
    pick(page, "form", "online")
    expect(page.locator("[data-failed]")).to_be_hidden()
    becomes(lambda: 0 < hits(page) < len(every), expected=True)
