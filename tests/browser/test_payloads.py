"""Forty texts that try to run a script, in every field of text of every kind of record, run nowhere.

Every page of such a site is opened with the policy switched off, because a policy that catches a script
would hide that it was let in; the kinds of page are opened with it on as well.
"""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from katalog.building.build import prepare
from katalog.schema.records import RECORD_FOLDERS
from katalog.settings import read_settings
from tests.browser.payloads import PAYLOADS, PICTURE, all_carriers, topics
from tests.browser.sites import Opener, Site, address_of, script
from tests.e2e.sites import TODAY, Run, build, copy_project, made_once
from tests.support import SETTINGS, record, write_files
from tools.audit_server import served

HOOKS = """for (const name of ["alert", "confirm", "prompt"]) {
  window[name] = () => console.error("a script ran");
}"""
NUMBERED = re.compile(r"-(\d\d)/index\.html$")
TAG = re.compile(r"<[A-Za-z/!?][^>]*>")
KATALOG = "\n  katalog:\n"
FIELDS = "    fields: [{id: lokale, name: {da: Lokale, sv: Lokal}}]\n"
"""A field of the site's own, in which a payload stands too."""
XML = (".atom", ".opml", "sitemap.xml")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site of records that are nothing but payloads."""
    built = made_once(tmp_path_factory, "payloads", _build)
    assert built.run.status == 0, built.run.output[-3000:]
    with served(built.site) as address:
        yield Site(built.site, address)


def _build(folder: Path) -> Run:
    project = copy_project(folder)
    for each in RECORD_FOLDERS:
        shutil.rmtree(project / each)
    settings = project / "mkdocs.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace(KATALOG, KATALOG + FIELDS), encoding="utf-8"
    )
    carriers = dict(all_carriers())
    write_files(project, carriers | {"content/topics.yml": topics()})
    for path in carriers:
        write_picture(project / path.partition(".")[0] / PICTURE)
    return build(project)


def write_picture(path: Path) -> None:
    """Write a PNG of one grey pixel."""
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(
        bytes.fromhex(
            "89504e470d0a1a0a0000000d494844520000000100000001080000000"
            "03a7e9b550000000a49444154789c6368000000820081e7bd5dbe0000000049454e44ae426082"
        )
    )


def look(page: Page) -> list[str]:
    """Return what is wrong with a page."""
    return [f"{page.url}: {each}" for each in page.evaluate(script("suspicious"))]


def is_looked_at(name: str) -> bool:
    """Tell whether a page is opened: of a record's pages the Danish or the Swedish one, by turns.

    So each field is seen with half the payloads in one language and with half in the other.
    """
    number = NUMBERED.search(name)
    return number is None or (int(number[1]) % 2 == 0) == name.startswith("sv/")


def test_nothing_runs_on_any_page_without_the_policy(browser: Browser, hostile: Site) -> None:
    opener = Opener(browser, hostile)
    page, seen = opener.watched(bypass_csp=True)
    page.add_init_script(HOOKS)
    names = [name for name in hostile.files if name.endswith("index.html") and is_looked_at(name)]
    assert len(names) > 6 * len(PAYLOADS)
    found = []
    for name in names:
        page.goto(hostile.url + name.removesuffix("index.html"))
        found += look(page)
    opener.close()
    assert found + seen.errors + seen.elsewhere == []


@pytest.mark.parametrize("language", ["da", "sv"])
def test_nothing_is_left_for_the_policy_to_stop(browser: Browser, hostile: Site, language: str) -> None:
    opener = Opener(browser, hostile)
    page, seen = opener.watched()
    page.add_init_script(HOOKS)
    for section in (
        "home",
        "courses",
        "calendar",
        "initiatives",
        "libraries",
        "contacts",
        "topics",
        "news",
        "index",
    ):
        page.goto(hostile.url + address_of(section, language))
        page.locator("#k-content a[href]:visible").last.click()
        assert look(page) == []
    opener.close()
    assert (seen.errors, seen.elsewhere) == ([], [])


@pytest.mark.parametrize("bypass", [True, False], ids=["without the policy", "with the policy"])
def test_nothing_runs_in_search(browser: Browser, hostile: Site, bypass: bool) -> None:
    opener = Opener(browser, hostile)
    page, seen = opener.watched(bypass_csp=bypass)
    page.add_init_script(HOOKS)
    page.goto(hostile.url)
    page.click("[data-search]")
    for words in ("alert", "script", "onerror", "constructor", '"><img src=x onerror=alert(1)>'):
        page.fill("dialog input", words)
        expect(page.locator("dialog li mark").first).to_be_visible()
        assert page.locator("dialog ol :not(li, a, b, small, span, mark)").count() == 0
    opener.close()
    assert (seen.errors, seen.elsewhere) == ([], [])


def test_nothing_runs_in_feeds_put_into_a_page(browser: Browser, hostile: Site) -> None:
    opener = Opener(browser, hostile)
    page, seen = opener.watched(bypass_csp=True)
    page.add_init_script(HOOKS)
    page.goto(hostile.url)
    feeds = [name for name in hostile.files if name.endswith(XML)]
    assert len(feeds) > 5
    for name in feeds:
        page.evaluate(script("adopt"), (hostile.folder / name).read_text("utf-8"))
    opener.close()
    assert (seen.errors, seen.elsewhere) == ([], [])


REFUSING = {
    "courses": [
        "language", "kind", "organiser", "initiative", "registration.via", "registration.closes",
        "participants.min", "lessons", "status", "draft",
    ],
    "projects": ["period", "website"],
    "content/libraries": ["country", "email", "phone", "website", "isil", "location.lat", "parent"],
    "content/contacts": ["email", "phone", "show_until", "organisation"],
    "content/news": ["date", "author", "publisher"],
}  # fmt: skip
NEEDED = {
    "projects": {"kind": "project"},
    "content/libraries": {"kind": "public", "country": "DK"},
    "content/contacts": {"show_until": "2028-12-31"},
    "content/news": {"date": "2026-10-01"},
}


@pytest.mark.parametrize(
    ("folder", "field"), [(folder, field) for folder, fields in REFUSING.items() for field in fields]
)
def test_a_field_that_is_no_text_refuses_every_payload(tmp_path: Path, folder: str, field: str) -> None:
    outer, _, inner = field.partition(".")
    for number, payload in enumerate(PAYLOADS):
        value = {inner: payload} if inner else payload
        facts = NEEDED.get(folder, {}) | {outer: value}
        write_files(tmp_path, {f"{folder}/nummer-{number}.md": record("Prøve", **facts)})
    assert refused(tmp_path) >= {f"{folder}/nummer-{number}.md" for number in range(len(PAYLOADS))}


def test_raw_html_and_code_in_a_text_is_refused(tmp_path: Path) -> None:
    """What is left, because it is no HTML, is tried on the pages above."""
    write_files(
        tmp_path, {f"courses/nummer-{n}.md": record("Prøve", each) for n, each in enumerate(PAYLOADS)}
    )
    found = refused(tmp_path)
    left = [each for n, each in enumerate(PAYLOADS) if f"courses/nummer-{n}.md" not in found]
    assert [each for each in left if TAG.search(each)] == []
    assert "[alert](javascript:alert(1))" not in left


def test_names_of_files_are_refused(tmp_path: Path) -> None:
    names = [
        f"courses/{payload.replace('/', '-')}{ending}"
        for payload in PAYLOADS
        for ending in (".md", ".sv.md", ".pdf")
    ]
    write_files(tmp_path, dict.fromkeys(names, record("Prøve")))
    assert refused(tmp_path) >= set(names)


def refused(root: Path) -> set[str]:
    """Return the files that a build would refuse."""
    build = prepare(root, read_settings(SETTINGS), date.fromisoformat(TODAY), root / "site")
    return {problem.path for problem in build.problems}
