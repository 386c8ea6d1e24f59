"""The form's guide tells what works: its steps, one after the other, make the courses that it speaks of."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from katalog.inspection import inspect
from katalog.problems import Problem
from katalog.problems.codes import severity_of
from katalog.settings.settings_file import read_settings_file, settings_in
from tools.form_guide import GUIDES, REPOSITORY, Walker, minutes, steps, words_of
from tools.form_pictures import OTHER, SIZE, is_built
from tools.guide_site import TODAY, begin, edited

FIRST_COURSE = 8
"""The step that saves it."""
SAYS: dict[str, dict[str, Any]] = {
    "da": {
        "ids": ("laeselyst-i-praksis", "laeselyst-i-praksis-2029"),
        "copied": ["1.200 kr.", "uge 15 2028"],
        "files": {"laesere.png", "program-endelig.pdf"},
        "pages": ("<h1>Læselyst i praksis</h1>", "Aflyst", "1.200 kr.", "Uge 15"),
        "translated": "<h1>Läslust i praktiken</h1>",
    },
    "sv": {
        "ids": ("laeslust-i-praktiken", "laeslust-i-praktiken-2029"),
        "copied": ["1 200 kr", "vecka 15 2028"],
        "files": {"laesare.png", "program-slutligt.pdf"},
        "pages": ("<h1>Läslust i praktiken</h1>", "Inställd", "1 200 kr", "Vecka 15"),
        "translated": "<h1>Læselyst i praksis</h1>",
    },
}


def problems(root: Path) -> Sequence[Problem]:
    """Return what is wrong with the courses."""
    settings, wrong = settings_in(read_settings_file(root, "mkdocs.yml"))
    assert settings, wrong
    return [each for each in inspect(root, settings, TODAY).problems if each.path.startswith("courses/")]


@pytest.mark.parametrize("language", GUIDES)
def test_the_steps_make_what_the_guide_says(language: str, browser: Browser, tmp_path: Path) -> None:
    root, says = tmp_path / "site", SAYS[language]
    begin(root, language, OTHER[language])
    course, copy = (root / f"courses/{name}.md" for name in says["ids"])
    page = browser.new_page(viewport=SIZE, reduced_motion="reduce")
    page.set_default_timeout(60_000)
    found = steps(language)
    needed: list[int] = []
    with edited(root, language) as address:
        page.goto(address)
        walker = Walker(page, language, tmp_path)
        for number, step in enumerate(found, 1):
            walker.follow(step)
            needed.append(minutes(walker.keys, walker.presses, sum(map(words_of, found[:number]))))
            marked = re.findall("⟦(.*)⟧", copy.read_text("utf-8")) if copy.exists() else []
            assert marked == (says["copied"] if number == len(found) - 1 else []), step
            assert [each for each in problems(root) if severity_of(each.code) == "error" and not marked] == []
        is_built(page, found[14].split("`")[1])  # the copy, which was saved last
        preview = address.rpartition(f"{language}/")[0] + "preview/"
        body = page.request.get(f"{preview}kurser/{course.stem}/").text().replace("\N{NO-BREAK SPACE}", " ")
        other = page.request.get(f"{preview}{OTHER[language]}/kurser/{course.stem}/").text()
    page.context.close()
    assert {each.code for each in problems(root)} == {"translation.outdated"}, "a title has changed since"
    assert {each.name for each in (root / "courses" / course.stem).iterdir()} == says["files"]
    assert [each for each in says["pages"] if each.casefold() not in body.casefold()] == []
    assert says["translated"] in other
    guide = (REPOSITORY / GUIDES[language]).read_text("utf-8")
    told = re.findall(r"(\d+) (?:minutter|minuter) (?:til|till) (?:dit|din|alle|alla)", guide)
    assert [int(each) for each in told] == [needed[FIRST_COURSE - 1], needed[-1]]
    assert f" {len(found)} " in guide.partition("##")[0]
