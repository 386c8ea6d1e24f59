"""A crawler that knows contradictions finds none, on the day of the build nor on pages read days later."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.sites import LANGUAGES, Opener, Site, script
from tests.e2e.sites import TODAY, Run, build, copy_project, made_once
from tools.audit_server import served

LIVELY = Path(__file__).parent / "lively"
"""Records that change within a month of the day of the build, beside the suite's own."""
NOON = datetime.fromisoformat(f"{TODAY}T12:00:00+01:00")
LATER = (0, 1, 10, 30)
OPEN = ("open", "closing-soon", "waiting-list", "all-year")
JOINABLE = f":is({', '.join(f'[data-state={state}]' for state in OPEN)})"


@pytest.fixture(scope="module")
def lively(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Opener]:
    """The site of fictional records with lively ones among them."""

    def made(folder: Path) -> Run:
        project = copy_project(folder)
        shutil.copytree(LIVELY, project, dirs_exist_ok=True)
        return build(project)

    built = made_once(tmp_path_factory, "lively", made)
    assert built.run.status == 0, built.run.output
    with served(built.site) as address:
        opener = Opener(browser, Site(built.site, address))
        yield opener
        opener.close()


def move_clock(page: Page, days: int) -> None:
    """Move the clock of an open page, as if it were looked at again."""
    page.clock.set_fixed_time(NOON + timedelta(days))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def addresses(site: Site, language: str) -> list[str]:
    """Return the pages of a language that change with time."""
    pages = [path for path in site.files if path.endswith("index.html")]
    own = [path for path in pages if path.startswith("sv/") == (language == "sv")]
    marks = ("data-state", "data-until", "data-from")
    return [path for path in own if any(mark in (site.folder / path).read_text("utf-8") for mark in marks)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_contradicts_itself(lively: Opener, language: str) -> None:
    page, found = lively(), []
    for address in addresses(lively.site, language):
        page.clock.set_fixed_time(NOON)
        page.goto(lively.site.url + address)
        for days in LATER:
            move_clock(page, days)
            found += [f"+{days} {address} {each}" for each in page.evaluate(script("contradictions"))]
    assert found == []


@pytest.mark.parametrize("days", LATER)
def test_the_front_page_counts_what_the_catalogue_lists(lively: Opener, days: int) -> None:
    page = lively("home", clock=(NOON + timedelta(days)).isoformat())
    figure = page.locator(".k-figures b").first
    listed = lively("courses", clock=(NOON + timedelta(days)).isoformat())
    assert int(figure.inner_text()) == listed.locator(f"#k-joinable > li{JOINABLE}").count()
    assert (
        listed.locator(f".k-card{JOINABLE}").count() == listed.locator(f"#k-joinable > li{JOINABLE}").count()
    )


def test_the_crawler_knows_a_contradiction(lively: Opener) -> None:
    page = lively("course-cancelled")
    assert page.evaluate(script("contradictions")) == []
    page.locator(".k-facts").evaluate(
        "(box) => box.insertAdjacentHTML('beforeend', '<a class=k-button--primary href=#>Tilmeld dig</a>')"
    )
    page.locator("article").evaluate(
        "(all) => all.insertAdjacentHTML('beforeend', '<section><h2>Tilmelding</h2></section>')"
    )
    assert len(page.evaluate(script("contradictions"))) >= 2
