"""A page that was built earlier tells the truth later: the browser's clock is moved, the page is not."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.sites import Opener
from tests.e2e.sites import TODAY

BADGE = ".k-facts .k-badge"
ENROL = ".k-facts .k-button--primary"
# proeve-aaben closes on 25 January and runs from 15 February to 21 March 2027.
MOMENTS = [
    (f"{TODAY}T12:00:00+01:00", "open", "Tilmeldingen er åben", True),
    ("2027-01-20T12:00:00+01:00", "closing-soon", "Fristen udløber snart", True),
    ("2027-01-25T23:59:00+01:00", "closing-soon", "Fristen udløber snart", True),
    ("2027-01-26T00:00:00+01:00", "closed", "Tilmeldingen er lukket", False),
    ("2027-02-15T08:00:00+01:00", "running", "I gang", False),
    ("2027-03-22T00:00:00+01:00", "finished", "Afholdt", False),
]


@pytest.mark.parametrize(("clock", "state", "words", "joins"), MOMENTS)
def test_a_course_turns_over(open_page: Opener, clock: str, state: str, words: str, joins: bool) -> None:
    page = open_page("course-open", clock=clock)
    badge, enrol = page.locator(BADGE), page.locator(ENROL)
    expect(badge).to_have_text(words)
    expect(badge).to_have_attribute("data-state", state)
    expect(enrol).to_be_visible() if joins else expect(enrol).to_be_hidden()


@pytest.mark.parametrize("abroad", ["America/Los_Angeles", "Pacific/Auckland"])
def test_the_organisers_midnight_counts_wherever_the_reader_is(open_page: Opener, abroad: str) -> None:
    page = open_page("course-open", clock="2027-01-26T00:00:00+01:00", timezone_id=abroad)
    expect(page.locator(BADGE)).to_have_attribute("data-state", "closed")


def countdown(page: Page) -> str:
    return page.locator(".k-facts .k-countdown").inner_text()


@pytest.mark.parametrize(
    ("clock", "language", "words"),
    [
        ("2027-01-22T12:00:00+01:00", "da", "om 3 dage"),
        ("2027-01-24T23:00:00+01:00", "da", "i morgen"),
        ("2027-01-25T08:00:00+01:00", "sv", "i dag"),
    ],
)
def test_the_countdown_follows_the_day(open_page: Opener, clock: str, language: str, words: str) -> None:
    assert countdown(open_page("course-open", language, clock=clock)) == words


def test_the_build_and_the_browser_count_alike(open_page: Opener) -> None:
    """What stands in the page on the day of its build is what the script writes there."""
    with_script, without = open_page("course-open"), open_page("course-open", java_script_enabled=False)
    assert countdown(with_script) == countdown(without) != ""


def test_a_deadline_that_passes_while_one_reads(open_page: Opener) -> None:
    page = open_page()
    page.clock.install(time="2027-01-25T23:58:00+01:00")
    page.goto(open_page.site.at("course-open"))
    expect(page.locator(ENROL)).to_be_visible()
    page.clock.run_for(3 * 60_000)
    expect(page.locator(BADGE)).to_have_attribute("data-state", "closed")
    expect(page.locator(ENROL)).to_be_hidden()


def test_the_catalogue_counts_by_todays_states(open_page: Opener) -> None:
    page = open_page("courses", clock="2027-01-26T12:00:00+01:00")
    box = page.locator("[name=state][value=closed]")
    box.evaluate("(box) => box.closest('details')?.setAttribute('open', '')")
    box.check()
    expect(page.locator(".k-results .k-card:visible h3", has_text="Byhaver på biblioteket")).to_be_visible()


def test_what_is_over_stands_with_the_newest_first(open_page: Opener) -> None:
    page = open_page("courses", clock="2029-01-01T12:00:00+01:00")
    starts = page.locator("[data-holds][data-newest-first] > li:visible").evaluate_all(
        "(all) => all.map((each) => each.dataset.start ?? '')"
    )
    assert len(starts) > 3
    assert starts == sorted(starts, reverse=True)


def test_the_filters_of_a_page_built_earlier_count_as_the_page_does(open_page: Opener) -> None:
    label = "label:has([name=join][value=now]) [data-count]"
    built = open_page("courses", java_script_enabled=False).locator(label).text_content()
    page = open_page("courses", clock="2027-01-26T12:00:00+01:00")
    joinable = str(page.locator("#k-joinable > li:visible").count())
    assert joinable != built
    expect(page.locator(label)).to_have_text(joinable)


def test_today_is_marked_in_the_calendar(open_page: Opener) -> None:
    page = open_page("month", clock="2027-02-09T12:00:00+01:00")
    marked = page.locator("[aria-current=date]")
    assert set(marked.evaluate_all("(all) => all.map((each) => each.dataset.date)")) == {"2027-02-09"}


@pytest.mark.parametrize(
    ("zone", "day"), [("Europe/Copenhagen", "2027-02-09"), ("Europe/Helsinki", "2027-02-10")]
)
def test_the_day_is_that_of_the_sites_time_zone(open_page: Opener, zone: str, day: str) -> None:
    page = open_page(clock="2027-02-09T23:30:00+01:00")
    address = open_page.site.at("month")

    def answer(route: Route) -> None:
        there = route.fetch()
        named = f'<head><meta name="time-zone" content="{zone}">'
        route.fulfill(response=there, body=there.text().replace("<head>", named, 1))

    page.route(address, answer)
    page.goto(address)
    expect(page.locator("[data-date][aria-current=date]").first).to_have_attribute("data-date", day)
