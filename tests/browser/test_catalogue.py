"""The catalogue's filters: counts, combinations, an address to share, the way back, and 1,000 courses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.sites import LANGUAGES, becomes

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

    from tests.browser.sites import Opener

CARD = re.compile(r'<li class="k-card".*?</li>\n(?=<li class="k-card"|</ul>)', re.DOTALL)
SHOWN = "#k-content .k-results .k-card:visible"
PICKED = "[name={name}][value='{value}']"


def shown(page: Page) -> list[str]:
    """Return the titles in the list, in order."""
    return page.locator(f"{SHOWN} h3").all_inner_texts()


def hits(page: Page) -> int:
    """Return the number of hits as it is announced."""
    return int(page.inner_text("[data-hits]").split()[0])


def pick(page: Page, name: str, value: str) -> None:
    page.check(PICKED.format(name=name, value=value))


def counted(page: Page, choice: str) -> int:
    return int(re.findall(r"\d+", page.locator(f"[data-for='{choice}']").inner_text())[-1])


def ready(open_page: Opener, language: str = "da") -> Page:
    """Open the catalogue and wait for its script, which unfolds the filters on a wide screen."""
    page = open_page("courses", language)
    expect(page.locator(".k-filter details")).to_have_attribute("open", "")
    return page


def test_the_whole_list_says_how_long_it_is(open_page: Opener) -> None:
    page = ready(open_page)
    assert len(shown(page)) == hits(page) > 15
    assert page.locator("[data-hits]").get_attribute("role") == "status"


def test_a_count_is_what_a_choice_leaves(open_page: Opener) -> None:
    page = ready(open_page)
    for choice in ("state=open", "topic=samskabelse", "price=low", "form=online", "language=sv"):
        name, value = choice.split("=")
        promised = counted(page, choice)
        pick(page, name, value)
        becomes(lambda: (hits(page), len(shown(page))), (promised, promised))
        page.uncheck(PICKED.format(name=name, value=value))


def test_within_a_name_any_will_do_between_names_all_must(open_page: Opener) -> None:
    page = ready(open_page)
    opened, soon = counted(page, "state=open"), counted(page, "state=closing-soon")
    pick(page, "state", "open")
    pick(page, "state", "closing-soon")
    becomes(lambda: hits(page), opened + soon)
    both = counted(page, "price=low")
    assert both < opened + soon
    pick(page, "price", "low")
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
    pick(page, "price", "low")
    page.select_option("[name=sort]", "deadline")
    page.fill("[name=q]", "biblioteket")
    expect(page.locator("[data-used]")).to_have_text("(3)")
    becomes(lambda: "q=biblioteket" in page.url, expected=True)
    there = shown(page)
    assert there
    again = open_page()
    again.goto(page.url)
    expect(again.locator(".k-filter details")).to_have_attribute("open", "")
    becomes(lambda: shown(again), there)


def test_the_way_back_undoes_one_choice_at_a_time(open_page: Opener) -> None:
    page = ready(open_page)
    every = shown(page)
    promised = counted(page, "state=open")
    pick(page, "state", "open")
    becomes(lambda: len(shown(page)), promised)
    opened = shown(page)
    promised = counted(page, "language=sv")
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
    promised = counted(page, "state=open")
    pick(page, "state", "open")
    becomes(lambda: len(shown(page)), promised)
    opened = shown(page)
    becomes(lambda: "state=open" in page.url, expected=True)
    page.locator(f"{SHOWN} h3 a").first.click()
    expect(page.locator(".k-facts")).to_be_visible()
    page.go_back()
    expect(page.locator(PICKED.format(name="state", value="open"))).to_be_checked()
    becomes(lambda: shown(page), opened)


@pytest.mark.parametrize(
    ("order", "key"), [("start", "start"), ("deadline", "deadline"), ("price", "amount")]
)
def test_order(open_page: Opener, order: str, key: str) -> None:
    """Each part of the list in itself; what lacks the key comes last."""
    page = ready(open_page)
    page.select_option("[name=sort]", order)
    lists = page.locator(".k-results .k-cards").evaluate_all(
        "(lists, key) => lists.map((list) => [...list.children].map((each) => each.dataset[key] ?? null))",
        key,
    )
    assert sum(map(len, lists)) == hits(page)
    for values in lists:
        known = [float(each) if key == "amount" else each for each in values if each is not None]
        assert known == sorted(known)
        assert values[len(known) :] == [None] * (len(values) - len(known))
    assert any(len(values) > 2 for values in lists)


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
    becomes(lambda: "?" in page.url, expected=False)
    becomes(lambda: hits(page) == len(shown(page)) > 15, expected=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_other_language_keeps_page_and_filter(open_page: Opener, language: str) -> None:
    page = ready(open_page, language)
    pick(page, "state", "open")
    pick(page, "topic", "samskabelse")
    becomes(lambda: "topic=samskabelse" in page.url, expected=True)
    there = hits(page)
    page.click(".k-lang a")
    other = next(each for each in LANGUAGES if each != language)
    expect(page.locator("html")).to_have_attribute("lang", other)
    expect(page.locator(PICKED.format(name="state", value="open"))).to_be_checked()
    becomes(lambda: hits(page), there)


def test_a_thousand_courses(open_page: Opener) -> None:
    """Each card of the page many times over: the counts hold, and the address does too."""
    page = open_page()
    page.route("**/kurser/", multiply)
    page.goto(open_page.site.at("courses"))
    expect(page.locator(".k-filter details")).to_have_attribute("open", "")
    total = page.locator(".k-results .k-card").count()
    assert total > 1000
    promised = counted(page, "state=open")
    pick(page, "state", "open")
    becomes(lambda: (hits(page), page.locator(SHOWN).count()), (promised, promised))
    assert promised >= 100
    page.select_option("[name=sort]", "price")
    page.click("form [data-reset]")
    becomes(lambda: hits(page), total)


def multiply(route: Route) -> None:
    """Answer with the page, each card sixty times over."""
    answer = route.fetch()
    route.fulfill(response=answer, body=CARD.sub(lambda card: card[0] * 60, answer.text()))
