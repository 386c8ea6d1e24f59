"""What readers come for, within so many choices and screens, in both languages on a phone and a desk."""

from dataclasses import dataclass
from itertools import pairwise

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.sites import LANGUAGES, NARROW, WIDE, Opener

DEADLINES = {"da": "/frister.ics", "sv": "/sista-dagar.ics"}
WEEK = {"da": "uge 8 2027", "sv": "vecka 8 2027"}
HEADED = ("home", "calendar", "month", "week", "mine", "my-library", "initiative", "course-open", "contacts")
LEVELS = "(all) => all.map((each) => Number(each.tagName[1]))"


@dataclass
class Reader:
    """A reader on one screen, who counts what they had to choose."""

    page: Page
    site: Opener
    language: str
    choices: int = 0

    def open(self, kind: str) -> None:
        self.page.goto(self.site.site.at(kind, self.language))

    def choose(self, what: Locator) -> None:
        what.click()
        self.choices += 1

    def type(self, where: str, words: str) -> None:
        self.page.fill(where, words)
        self.choices += 1

    def screens(self, what: Locator) -> float:
        """Return how many screens down something ends."""
        expect(what).to_be_visible()
        share = "(each) => (each.getBoundingClientRect().bottom + scrollY) / innerHeight"
        return float(what.evaluate(share))

    def holds(self, link: Locator, words: str) -> bool:
        """Return whether the file behind a link says something."""
        address = str(link.evaluate("(each) => each.href")).replace("webcal:", "http:")
        return words in self.page.request.get(address).text()


@pytest.fixture(params=[NARROW, WIDE], ids=["390", "1280"])
def screen(request: pytest.FixtureRequest) -> object:
    return request.param


@pytest.fixture(params=LANGUAGES)
def reader(request: pytest.FixtureRequest, open_page: Opener, screen: object) -> Reader:
    return Reader(open_page(viewport=screen), open_page, request.param)


def test_whom_to_call_about_a_course_stands_on_the_first_two_screens(reader: Reader) -> None:
    reader.open("course-open")
    ask = reader.page.locator(".k-facts :is(a[href^='tel:'], a[href^='mailto:']):not(.k-button)").first
    assert reader.screens(ask) <= 2


def test_a_session_and_the_deadline_are_one_step_each_from_a_calendar(reader: Reader) -> None:
    reader.open("course-open")
    assert reader.holds(reader.page.locator(".k-session a[href$='.ics']").first, "BEGIN:VEVENT")
    deadline = reader.page.locator(".k-facts a[href$='.ics']").last
    assert reader.screens(deadline) <= 2
    assert reader.holds(deadline, "BEGIN:VEVENT")


def test_the_deadlines_of_a_topic_are_subscribed_to_in_two_steps(reader: Reader) -> None:
    reader.open("topics")
    reader.choose(reader.page.locator(".k-list a").first)
    feed = reader.page.locator(f".k-buttons a[href$='{DEADLINES[reader.language]}']")
    expect(feed).to_be_visible()
    assert str(feed.get_attribute("href")).startswith("webcal:")
    assert reader.choices + 1 <= 2


def test_who_follows_and_whether_mine_does_takes_two_steps(reader: Reader) -> None:
    reader.open("initiative")
    reader.choose(reader.page.locator(".k-facts a[href='#k-followers']"))
    reader.type("[data-find=k-follow] input", "elmby")
    expect(reader.page.locator("#k-follow li:visible")).to_have_count(1)
    assert reader.choices <= 2


def test_what_an_initiative_produced_stands_on_the_first_two_screens(reader: Reader) -> None:
    reader.open("initiative-past")
    assert reader.screens(reader.page.locator("#k-results h2")) <= 2
    reader.open("initiative")
    if reader.page.locator("#k-results:visible").count():
        assert reader.screens(reader.page.locator("a[href='#k-results']")) <= 2


def test_what_is_on_in_a_week_is_one_step_from_the_calendar(reader: Reader) -> None:
    reader.open("calendar")
    reader.choose(reader.page.locator(".k-agenda-week h3 a").first)
    expect(reader.page.locator(".k-agenda-week .k-event").first).to_be_visible()
    assert reader.choices <= 2


def test_what_is_on_in_a_week_is_one_search(reader: Reader) -> None:
    reader.open("home")
    reader.choose(reader.page.locator("[data-search]"))
    reader.type("dialog [name=q]", WEEK[reader.language])
    expect(reader.page.locator("dialog .k-hits a").first).to_have_attribute(
        "href", reader.site.site.at("week", reader.language)
    )


def test_the_other_language_is_one_step_away(reader: Reader) -> None:
    other = next(tag for tag in LANGUAGES if tag != reader.language)
    for kind in ("course-open", "initiative", "week", "mine", "topic"):
        reader.open(kind)
        reader.page.click(".k-lang a")
        expect(reader.page).to_have_url(reader.site.site.at(kind, other))


def test_a_course_is_shared_by_its_own_title_and_printed_from_one_link(reader: Reader) -> None:
    reader.open("course-open")
    title = reader.page.get_attribute("meta[property='og:title']", "content")
    assert title == reader.page.inner_text("h1")
    poster = reader.page.locator(".k-foot a[href$='/']").first
    reader.choose(poster)
    expect(reader.page.locator("h1")).to_have_text(title)


def test_last_years_courses_are_one_step_from_the_catalogue(reader: Reader) -> None:
    reader.open("courses")
    reader.choose(reader.page.locator(".k-chips a", has_text="2025"))
    expect(reader.page.locator("main .k-card h3").first).to_be_visible()
    assert reader.choices == 1


def test_courses_stand_on_a_phones_first_screen_below_a_low_header(reader: Reader) -> None:
    reader.open("home")
    assert reader.screens(reader.page.locator(".k-main .k-card:visible h3").first) <= 1
    height = reader.page.locator(".k-header").evaluate("(each) => each.offsetHeight")
    assert height <= (64 if reader.page.viewport_size == NARROW else 120)


def test_five_open_leads_to_those_five(reader: Reader) -> None:
    reader.open("home")
    figure = reader.page.locator(".k-figures li").first
    count = int(figure.locator("b").inner_text())
    reader.choose(figure.locator("a"))
    expect(reader.page.locator("[data-hits]")).to_contain_text(str(count))
    expect(reader.page.locator(".k-results .k-card:visible")).to_have_count(count)


def test_a_wrong_address_offers_to_search(reader: Reader) -> None:
    reader.open("missing")
    field = reader.page.locator(f"section[lang={reader.language}] input[name=q]")
    field.fill("samskabelse")
    field.press("Enter")
    expect(reader.page.locator("[data-found] .k-hits a").first).to_be_visible()


def test_a_screen_reader_finds_its_way_by_headings_and_landmarks(reader: Reader) -> None:
    for kind in HEADED:
        reader.open(kind)
        levels: list[int] = reader.page.locator("main :is(h1, h2, h3, h4)").evaluate_all(LEVELS)
        assert levels.count(1) == 1, kind
        assert all(after - before <= 1 for before, after in pairwise(levels)), kind
        assert reader.page.locator("main").count() == 1
