"""Scripts come late on a slow line: nothing a reader does before they have come is lost.

What only a script serves is disabled until it listens, and what can be filled in before counts when it does.
"""

from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, ViewportSize, expect

from tests.browser.sites import KINDS, NARROW, VARIANTS, WIDE, Opener, becomes

FIRST = "theme.js"
"""The script that a page waits for before anything of it is drawn: no reader is faster."""
NATIVE = "[popovertarget], form[method=get] [type=submit]"
AWAY = "[hidden], [hidden] *, dialog *"
TEXTS = "input[type=search]:enabled:visible"
LISTS = "select:enabled:visible"
BOXES = "input[type=checkbox]:enabled:visible"
WORD = "bibliotek"


class Late:
    """A page whose scripts, but for the first, are held until they are let go."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.held: list[Route] = []
        self.holding = True
        page.route("**/*.js", self._hold)

    def _hold(self, route: Route) -> None:
        if self.holding and not route.request.url.endswith(FIRST):
            self.held.append(route)
        else:
            route.continue_()

    def goto(self, url: str) -> None:
        self.page.goto(url, wait_until="commit")
        self.page.locator(".k-footer").wait_for()  # the last of a page

    def let_go(self) -> None:
        self.holding = False
        for route in self.held:
            route.continue_()


def late(open_page: Opener, url: str, viewport: ViewportSize) -> Late:
    page = Late(open_page(viewport=viewport))
    page.goto(url)
    return page


def soon(open_page: Opener, url: str, viewport: ViewportSize) -> Page:
    """Open a page and wait until its scripts have come and nothing more is fetched."""
    page = open_page(viewport=viewport)
    page.goto(url, wait_until="networkidle")
    return page


def sources(elements: Locator) -> list[str]:
    return list(elements.evaluate_all("(all) => all.map((each) => each.outerHTML)"))


def fill_in(page: Page) -> None:
    """Fill in what stands in sight before: each text field, each list, a box of every name."""
    texts, lists, boxes = page.locator(TEXTS).all(), page.locator(LISTS).all(), page.locator(BOXES)
    names = boxes.evaluate_all("(all) => all.map((each) => each.name)")
    for field in texts:
        field.fill(WORD)
    for field in lists:
        field.select_option(index=1)
    for name in sorted(set(names)):
        boxes.locator(f"xpath=self::*[@name='{name}']").first.check()


def shown(page: Page) -> tuple[str, list[tuple[str, str]], str]:
    """Return what a page is and shows: its path, the choices in its address, and every word in sight."""
    address = urlsplit(page.url)
    return address.path, sorted(parse_qsl(address.query)), page.locator("body").inner_text()


def same(one: Page, other: Page) -> None:
    becomes(lambda: shown(one) == shown(other), expected=True)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in VARIANTS])
def test_what_only_a_script_serves_waits_for_it(open_page: Opener, kind: str) -> None:
    early = late(open_page, open_page.site.at(kind), WIDE)
    buttons = early.page.locator(f"button:not({NATIVE}, {AWAY})")
    assert sources(buttons.and_(early.page.locator(":enabled"))) == []
    assert sources(early.page.locator(f":is(a[href=''], a:not([href]), [contenteditable]):not({AWAY})")) == []
    early.let_go()
    for button in buttons.all():
        expect(button).to_be_enabled()


@pytest.mark.parametrize("enter", [False, True], ids=["filled in", "sent"])
@pytest.mark.parametrize(
    ("kind", "viewport"),
    [
        ("courses", WIDE), ("courses", NARROW), ("calendar", NARROW), ("month", WIDE), ("my-library", NARROW),
        ("search", NARROW),
    ],
)  # fmt: skip
def test_what_is_filled_in_before_counts(
    open_page: Opener, kind: str, viewport: ViewportSize, *, enter: bool
) -> None:
    url = open_page.site.at(kind)
    early, other = late(open_page, url, viewport), soon(open_page, url, viewport)
    before = shown(other)
    for page in (early.page, other):
        fill_in(page)
        if enter and page.locator(TEXTS).count():
            page.locator(TEXTS).first.press("Enter")
    becomes(lambda: shown(other) != before, expected=True)
    early.let_go()
    same(early.page, other)


@pytest.mark.parametrize(("kind", "query"), [("courses", "q=kursus"), ("calendar", "what=deadlines")])
def test_what_the_address_says_counts_beside_it(open_page: Opener, kind: str, query: str) -> None:
    early = late(open_page, f"{open_page.site.at(kind)}?{query}", WIDE)
    early.page.select_option("#k-content select[name=region], #k-content select[name=topic]", index=1)
    early.let_go()
    becomes(lambda: len(parse_qsl(early.page.evaluate("location.search.slice(1)"))), 2)


def test_the_other_language_keeps_the_filter(open_page: Opener) -> None:
    early = late(open_page, f"{open_page.site.at('courses')}?join=now", WIDE)
    early.page.click(".k-lang a", no_wait_after=True)
    early.page.wait_for_url(f"{open_page.site.at('courses', 'sv')}?join=now", wait_until="commit")
