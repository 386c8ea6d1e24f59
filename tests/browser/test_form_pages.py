"""The pages that the form stands on: readable for everyone, and nothing comes from elsewhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from katalog.form.published import published_form
from katalog.publishing.update import Stage
from katalog.settings import read_settings
from tests.browser.forms import WORDS, edited
from tests.browser.sites import NARROW, WIDE, script
from tests.browser.test_axe import AXE
from tests.e2e.sites import copy_project
from tests.support import SETTINGS
from tools.audit_server import HEADERS, served

PATIENCE = 60_000
GITEA = {"service": "gitea", "repository": "skovby/katalog", "server": "https://git.skovby.example"}
SIGN_IN = {"da": "adgangstoken", "sv": "Access Token"}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The published form, on a host that sends no policy for its folder."""
    folder = tmp_path_factory.mktemp("published")
    stage = Stage(folder)
    for address, data in published_form(read_settings(SETTINGS | {"form": GITEA})):
        stage.write(address, data)
    (folder / "404.html").write_text("", encoding="utf-8")
    headers = {name: value for name, value in HEADERS.items() if name != "Content-Security-Policy"}
    with served(folder, headers) as address:
        yield f"{address}rediger/"


@pytest.fixture
def watched(browser: Browser) -> Iterator[tuple[Page, list[str], list[str]]]:
    """A page, the addresses that it asks, and what its console says is wrong."""
    context = browser.new_context(viewport=WIDE, reduced_motion="reduce", locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    asked: list[str] = []
    wrong: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page, asked, wrong
    context.close()


@pytest.mark.parametrize("language", SIGN_IN)
def test_the_published_form_asks_to_sign_in_and_loads_nothing_from_elsewhere(
    language: str, published: str, watched: tuple[Page, list[str], list[str]]
) -> None:
    page, asked, wrong = watched
    page.goto(f"{published}?lang={language}")
    page.get_by_role("button", name=SIGN_IN[language]).wait_for()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.lang") == language
    elsewhere = [address for address in asked if not address.startswith((published, "data:", "blob:"))]
    assert elsewhere == []
    assert wrong == []


def test_the_form_over_a_folder_loads_nothing_from_elsewhere(
    tmp_path: Path, watched: tuple[Page, list[str], list[str]]
) -> None:
    page, asked, wrong = watched
    with edited(copy_project(tmp_path / "project")) as desk:
        page.goto(f"{desk.address}sv/form/#/collections/courses/entries/proeve-aaben")
        page.get_by_role("button", name=WORDS["sv"]["save"], exact=True).wait_for()
        page.wait_for_load_state("networkidle")
        elsewhere = [each for each in asked if not each.startswith((desk.address, "data:", "blob:"))]
    assert elsewhere == []
    assert wrong == []


@pytest.mark.parametrize("language", WORDS)
def test_the_page_around_the_form_has_no_barriers(
    language: str, tmp_path: Path, watched: tuple[Page, list[str], list[str]]
) -> None:
    page, _, wrong = watched
    with edited(copy_project(tmp_path / "project")) as desk:
        page.goto(f"{desk.address}{language}/")
        page.get_by_text(language, exact=True).wait_for()  # what stands for a summary here
        page.frame_locator(".form").get_by_role("radio").first.wait_for()
        page.evaluate(AXE)
        for size in (NARROW, WIDE):
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                page.set_viewport_size(size)
                page.evaluate(script("axe"))
                assert page.evaluate("window.found") == [], (size, scheme)
    assert wrong == []
