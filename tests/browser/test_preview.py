"""The preview follows edits in the browser: pages load again, problems stand over the last good page."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.sites import VIOLATIONS, becomes, script
from tests.e2e.sites import copy_project
from tests.e2e.test_serve import previewing, wait_for

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RECORD = "courses/proeve-laengst-forbi.md"
ADDRESS = "kurser/proeve-laengst-forbi/"
PATIENCE = 60_000
"""Milliseconds that a build may take on a busy machine."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A project of its own, and the address of its preview."""
    project = copy_project(tmp_path_factory.mktemp("preview") / "project")
    with previewing(project) as address:
        wait_for(address, "</html>")
        yield project, address


@pytest.fixture
def page(browser: Browser, served: tuple[Path, str]) -> Iterator[Page]:
    """A page of the preview; a policy that stops something, or a fault of a script, fails the test."""
    context = browser.new_context(viewport={"width": 1000, "height": 500}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page, faults = context.new_page(), list[str]()
    page.add_init_script(VIOLATIONS)
    page.on("console", lambda said: faults.append(said.text) if said.text.startswith("policy") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(served[1] + ADDRESS)
    expect(page.locator("h1")).to_be_visible(timeout=PATIENCE)
    yield page
    context.close()
    assert faults == []


def edit(project: Path, old: str, new: str) -> None:
    file = project / RECORD
    file.write_text(file.read_text("utf-8").replace(old, new, 1), encoding="utf-8")


def test_the_page_loads_again_after_an_edit_and_stays_where_it_was(
    served: tuple[Path, str], page: Page
) -> None:
    page.evaluate("scrollTo(0, 240)")
    edit(served[0], "title: Samskabelse", "title: Nyt om samskabelse")
    expect(page.locator("h1")).to_contain_text("Nyt om samskabelse", timeout=PATIENCE)
    becomes(lambda: page.evaluate("scrollY"), 240)
    edit(served[0], "title: Nyt om samskabelse", "title: Samskabelse")
    expect(page.locator("h1")).not_to_contain_text("Nyt om", timeout=PATIENCE)


def test_problems_stand_over_the_last_good_page_until_they_are_mended(
    served: tuple[Path, str], page: Page
) -> None:
    edit(served[0], "kind: learning-path", "kind: <b>fejl</b>")
    dialog = page.get_by_role("alertdialog")
    expect(dialog).to_be_visible(timeout=PATIENCE)
    expect(dialog).to_have_accessible_name("1 fejl, 1 advarsel")
    expect(dialog.locator("li").first).to_contain_text(f"{RECORD}:")
    expect(dialog.locator("li").first).to_contain_text("<b>fejl</b>")
    expect(dialog.get_by_role("heading")).to_be_focused()
    assert page.locator("h1").count() == 1
    page.evaluate(AXE)
    page.evaluate(script("axe"))
    assert page.evaluate("window.found") == []
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    badge = page.get_by_role("button", name="1 fejl, 1 advarsel")
    badge.click()
    expect(dialog).to_be_visible()
    edit(served[0], "kind: <b>fejl</b>", "kind: learning-path")
    expect(dialog).to_be_hidden(timeout=PATIENCE)
    expect(page.get_by_role("button", name="1 advarsel", exact=True)).to_be_visible()


def test_warnings_are_a_quiet_sign_that_opens(page: Page) -> None:
    sign = page.get_by_role("button", name="1 advarsel", exact=True)
    expect(sign).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.evaluate(AXE)
    page.evaluate(script("axe"))
    assert page.evaluate("window.found") == []
    sign.click()
    expect(page.get_by_role("dialog")).to_contain_text("proeve-lukker.sv.md")
    page.get_by_role("button", name="Luk").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(sign).to_be_focused()
