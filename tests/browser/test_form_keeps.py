"""Nothing that an editor typed, or somebody else wrote meanwhile, is lost in the form without a word."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from katalog.i18n.phrases import editor_phrases
from tests.browser.forms import EditingSession, Form, edited
from tests.e2e.sites import copy_project

COURSE = """\
---
title: Læsning på tværs
language: da
status: cancelled
redirect_from:
  - laesning
registration:
  closes: 1. marts 2026
price:
  - 500 kr. for medlemmer
sessions:
  - when: 7. marts 2026 kl. 9.00–16.00
    title: Besøg
  - when: uge 11 2026
---

Tekst.
"""
HAS_DRAFT = """async () => {
  const { name } = (await indexedDB.databases()).find(({ name }) => name.startsWith("gitea:"));
  const answer = (request) => new Promise((found) => (request.onsuccess = () => found(request.result)));
  const database = await answer(indexedDB.open(name));
  const store = "draft-backups";
  const drafts = database.objectStoreNames.contains(store)
    ? await answer(database.transaction(store).objectStore(store).count())
    : 0;
  database.close();
  return drafts > 0;
}"""
PATH = "courses/paa-tvaers.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = copy_project(tmp_path / "project")
    (root / PATH).write_text(COURSE, encoding="utf-8")
    return root


@pytest.fixture
def desk(root: Path) -> Iterator[EditingSession]:
    with edited(root) as desk:
        yield desk


@pytest.fixture
def form(browser: Browser, desk: EditingSession) -> Iterator[Form]:
    form = Form(browser, desk)
    yield form
    form.close()


def test_a_copy_is_marked_where_it_holds_no_longer(desk: EditingSession, form: Form) -> None:
    before = desk.texts()
    form.open("courses", "paa-tvaers")
    form.duplicate()
    form.write("title", "Læsning på tværs 2027")
    form.unfold("registration", 0)
    form.write("registration.closes", "1. marts 2027")
    form.save()
    marked = COURSE.replace("på tværs", "på tværs 2027").replace("1. marts 2026", "1. marts 2027")
    marked = marked.replace("status: cancelled\nredirect_from:\n  - laesning\n", "")
    marked = marked.replace("  - 500 kr. for", "  - amount: ⟦500 kr.⟧\n    audience:")
    marked = marked.replace("7. marts 2026 kl. 9.00–16.00", "⟦7. marts 2026 kl. 9.00–16.00⟧")
    marked = marked.replace("uge 11 2026", "⟦uge 11 2026⟧")
    copy = "courses/laesning-pa-tvaers-2027.md"
    assert desk.texts() == before | {copy: marked}
    wrong = [each for each in desk.problems() if copy in each]
    assert len(wrong) == 3
    assert all("⟦" in each for each in wrong)

    form.open("courses", "laesning-pa-tvaers-2027")
    form.unfold("sessions", 0)
    form.write("sessions.0.when", "8. marts 2027 kl. 9.00–16.00")
    form.save()
    assert "  - when: 8. marts 2027 kl. 9.00–16.00\n" in desk.texts()[copy]
    assert len([each for each in desk.problems() if copy in each]) == 2


def test_what_was_typed_is_offered_again(desk: EditingSession, form: Form) -> None:
    form.open("courses", "paa-tvaers")
    form.type("title", " igen")
    while not form.page.evaluate(HAS_DRAFT):  # it is kept half a second after the last letter
        form.page.wait_for_timeout(100)
    form.press("Annuller redigering")
    form.open("courses", "paa-tvaers")
    form.press("Gendan")
    form.save()
    assert "title: Læsning på tværs igen\n" in desk.texts()[PATH]


def test_the_form_goes_on_where_the_program_is_started_again(root: Path, browser: Browser) -> None:
    with edited(root) as desk:
        form = Form(browser, desk)
        form.open("courses", "paa-tvaers")
        form.type("title", " igen")
    form.press("Gem")
    form.page.get_by_text(editor_phrases("da")("form.workbench.ended")).wait_for()
    form.press("OK")
    assert (root / PATH).read_text("utf-8") == COURSE
    with edited(root, int(desk.address.split(":")[2].split("/")[0])):
        form.save()
    assert "title: Læsning på tværs igen\n" in (root / PATH).read_text("utf-8")
    form.close()


@pytest.mark.parametrize("goes_on", [True, False])
def test_what_somebody_else_wrote_meanwhile_is_told(goes_on: Any, desk: EditingSession, form: Form) -> None:
    form.open("courses", "paa-tvaers")
    form.type("title", " igen")
    others = COURSE.replace("Tekst.", "En andens tekst.")
    (desk.root / PATH).write_text(others, encoding="utf-8")
    form.press("Gem")
    form.page.get_by_text("Posten er ændret af andre").wait_for()
    if not goes_on:
        form.press("Annuller")
        assert desk.texts()[PATH] == others
        return
    form.press("Gem alligevel")
    form.page.get_by_text("Dokumentet er gemt.").wait_for()
    assert desk.texts()[PATH] == COURSE.replace("på tværs", "på tværs igen")


def test_a_record_that_somebody_else_removed_is_told(desk: EditingSession, form: Form) -> None:
    form.open("courses", "paa-tvaers")
    form.type("title", " igen")
    (desk.root / PATH).unlink()
    form.press("Gem")
    form.page.get_by_text("Posten er slettet et andet sted").first.wait_for()
    form.press("Gem alligevel")
    form.page.get_by_text("Dokumentet er gemt.").wait_for()
    assert "title: Læsning på tværs igen\n" in desk.texts()[PATH]


def test_a_record_with_the_ends_of_lines_of_windows(desk: EditingSession, form: Form) -> None:
    windows = COURSE.replace("\n", "\r\n").encode()
    (desk.root / PATH).write_bytes(windows)
    form.open("courses", "paa-tvaers")
    form.write("title", "Læsning")
    form.save()
    assert (desk.root / PATH).read_bytes() == windows.replace("Læsning på tværs".encode(), "Læsning".encode())


TERMS = """\
---
title: Læsning på tværs
language: da
registration:
  binding: true
participants:
  waiting_list: true
runs:
  - id: foraar
    registration:
      closes: 1. marts 2028
      binding: false
    participants:
      waiting_list: false
  - id: efteraar
    registration:
      closes: 1. september 2028
    participants:
      max: 12
---

Tekst.
"""


def test_what_a_run_says_no_to_and_what_it_does_not_say_stay_apart(desk: EditingSession, form: Form) -> None:
    (desk.root / PATH).write_text(TERMS, encoding="utf-8")
    form.open("courses", "paa-tvaers")
    form.unfold("runs", 0)
    form.write("runs.0.title", "Forår")
    form.save()
    titled = TERMS.replace("id: foraar\n", "id: foraar\n    title: Forår\n")
    assert desk.texts()[PATH] == titled

    form.open("courses", "paa-tvaers")
    form.unfold("runs", 1)
    form.unfold("runs.1.participants", 0)
    form.choose("runs.1.participants.waiting_list", "Nej")
    form.save()
    assert desk.texts()[PATH] == titled.replace("max: 12\n", "max: 12\n      waiting_list: false\n")


SLIPS = {
    "title": "Læse\N{SOFT HYPHEN}lyst\N{ZERO WIDTH SPACE} “nu” 😀  ",
    "price.0.amount": "300,- pr. bibliotek ",
    "sessions.0.when": " tirsdag d. 14. marts 2028 kl. 9-15.30",
}


def test_what_people_paste_is_saved_as_it_was_meant(desk: EditingSession, form: Form) -> None:
    wrong, before = desk.problems(), desk.texts()
    form.open("courses", "new")
    form.choose("language", "Dansk")
    form.add("price")
    form.add("sessions")
    for field, text in SLIPS.items():
        form.write(field, text)
    form.save()
    ((path, text),) = desk.texts().items() - before.items()
    assert path == "courses/laese-lyst-nu.md"  # the form takes what is between letters for the end of a word
    assert text == (
        "---\ntitle: Læselyst “nu” 😀\nlanguage: da\nprice:\n  - amount: 300,-\n    per: library\n"
        "sessions:\n  - when: tirsdag d. 14. marts 2028 kl. 9-15.30\n---\n"
    )
    assert desk.problems() == wrong
