"""Every bad record is reported under its code, at its position; nothing is a surprise."""

import os
import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from msgspec import structs

from katalog.i18n.phrases import editor_phrases
from katalog.inspection import inspect
from katalog.problems import Problem
from katalog.problems.codes import problem_kinds
from katalog.problems.report import format_text
from katalog.settings import read_settings
from katalog.settings.model import Settings
from katalog.source.yaml_mistakes import diagnose
from tests.bad import (
    cases_addresses,
    cases_bytes,
    cases_links,
    cases_markup,
    cases_pages,
    cases_paths,
    cases_personal,
    cases_values,
)
from tests.bad.table import GOOD, Bad, course

CASES = [
    *cases_bytes.CASES,
    *cases_values.CASES,
    *cases_links.CASES,
    *cases_markup.CASES,
    *cases_pages.CASES,
    *cases_paths.CASES,
    *cases_addresses.CASES,
    *cases_personal.CASES,
]
TODAY = date(2026, 11, 22)
SETTINGS = read_settings({
    "languages": [{"tag": "da", "name": "Dansk"}, {"tag": "sv", "name": "Svenska", "path": "sv/"}],
    "operator": {"name": "Katalog"},
    "site_name": {"da": "Katalog", "sv": "Katalog"},
    "site_url": "https://katalog.example/",
    "markdown_extensions": "[admonition, attr_list, footnotes, tables, pymdownx.details, toc: "
    "{slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}]",
})  # fmt: skip
REPORTED_BESIDE = {"translation.outdated"}


def check(root: Path, files: dict[str, bytes], settings: Settings = SETTINGS) -> tuple[Problem, ...]:
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return inspect(root, settings, TODAY).problems


def good_files(but: Bad | None = None) -> dict[str, bytes]:
    return {path: text.encode() for path, text in GOOD.items() if but is None or path not in but.files}


def test_the_project_around_them_is_good(tmp_path: Path) -> None:
    assert check(tmp_path, good_files()) == ()


ACROSS = ("reference.", "topic.unknown", "text.dead-", "text.file-not-beside", "course.", "project.")
"""Beginnings of the codes of what a record has wrong beside others."""
TOLD_OF_WHOLE_RECORDS = {"reference.to-draft", "reference.circular"}
BESIDE_A_FAULT = [
    case
    for case in CASES
    if case.code.startswith(ACROSS)
    and case.code not in TOLD_OF_WHOLE_RECORDS
    and case.files.get(case.path, b"").startswith(b"---\ntitle: Et")
    and case.path.count(".") == 1
]


@pytest.mark.parametrize("case", BESIDE_A_FAULT, ids=lambda case: f"{case.code}: {case.name}")
def test_it_is_reported_beside_a_field_that_cannot_be_read(case: Bad, tmp_path: Path) -> None:
    faulty = {case.path: case.files[case.path].replace(b"---\n", b"---\nqqqq: x\n", 1)}
    problems = check(tmp_path, good_files(case) | case.files | faulty)
    reported = [(each.code, each.path, each.position.line) for each in problems]
    assert ("field.unknown", case.path, 2) in reported
    assert (case.code, case.path, case.position.line + 1) in reported


@pytest.mark.parametrize("field", ["title", "language", "kind"])
@pytest.mark.parametrize("case", BESIDE_A_FAULT, ids=lambda case: f"{case.code}: {case.name}")
def test_it_is_reported_where_a_field_is_missing(case: Bad, field: str, tmp_path: Path) -> None:
    without = re.sub(rf"^{field}: .*$", f"{field}:", case.files[case.path].decode(), flags=re.MULTILINE)
    problems = check(tmp_path, good_files(case) | case.files | {case.path: without.encode()})
    reported = [(each.code, each.path, each.position.line) for each in problems]
    assert (case.code, case.path, case.position.line) in reported


def test_what_is_beside_a_fault_in_the_same_field_waits_for_it(tmp_path: Path) -> None:
    text = course(
        "price: [{amount: 900 kr., until: snart}, 600 kr.]", "sessions: [{when: snart}, {when: 2016-03-07}]"
    )
    problems = check(tmp_path, good_files() | {"courses/kursus.md": text.encode()})
    assert [each.code for each in problems] == ["date.day-expected", "date.unreadable"]


@pytest.mark.parametrize("case", BESIDE_A_FAULT, ids=lambda case: f"{case.code}: {case.name}")
def test_it_is_reported_beside_a_language_that_is_none(case: Bad, tmp_path: Path) -> None:
    faulty = {case.path: case.files[case.path].replace(b"language: da\n", b"language: dk\n", 1)}
    assert faulty[case.path] != case.files[case.path]
    reported = {(each.code, each.path) for each in check(tmp_path, good_files(case) | case.files | faulty)}
    assert {("field.not-allowed", case.path), (case.code, case.path)} <= reported


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}: {case.name}")
def test_it_is_reported(case: Bad, tmp_path: Path) -> None:
    if case.make:
        case.make(tmp_path)
    problems = check(tmp_path, good_files(case) | case.files)
    reported = [
        (each.code, each.path, each.position)
        for each in problems
        if each.code not in REPORTED_BESIDE - {case.code}
    ]
    assert (case.code, case.path, case.position) in reported
    for language in ("da", "sv", "en"):
        text = format_text(problems, editor_phrases(language))
        assert not re.search(r"[{}]|…(?= |\.)", _without_quotes(text, problems)), text


def _without_quotes(text: str, problems: tuple[Problem, ...]) -> str:
    for value in sorted(
        {value for each in problems for value in each.params.values()}, key=len, reverse=True
    ):
        text = text.replace(value[:119], "")
    return text


def test_there_are_enough() -> None:
    assert len(CASES) >= 250
    assert len({(case.code, case.name) for case in CASES}) == len(CASES)


def test_what_cannot_be_read_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root reads everything, so the refusal is made."""
    denied = (tmp_path / "courses", tmp_path / "content" / "contacts" / "ane-test.md")
    check(tmp_path, good_files())
    list_really, open_really = os.scandir, os.open

    def scandir(path: Path) -> object:
        if Path(path) in denied:
            raise PermissionError(path)
        return list_really(path)

    def open_(path: str, flags: int, mode: int = 0o777) -> int:
        if Path(path) in denied:
            raise PermissionError(path)
        return open_really(path, flags, mode)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(os, "open", open_)
    problems = inspect(tmp_path, SETTINGS, TODAY).problems
    reported = [(each.code, each.path) for each in problems]
    assert ("file.folder-unreadable", "courses") in reported
    assert ("file.unreadable", "content/contacts/ane-test.md") in reported


@pytest.mark.parametrize("kind", ["file.not-a-file", "file.symlink"])
def test_topics_that_are_no_ordinary_file(kind: str, tmp_path: Path) -> None:
    """Opening a pipe that nobody writes to would wait for ever."""
    check(tmp_path, good_files())
    file = tmp_path / "content/topics.yml"
    file.rename(tmp_path / "elsewhere.yml")
    if kind == "file.symlink":
        file.symlink_to("../elsewhere.yml")
    else:
        os.mkfifo(file)
    problems = inspect(tmp_path, SETTINGS, TODAY).problems
    assert [(each.code, each.path) for each in problems] == [(kind, "content/topics.yml")]


def test_a_message_names_the_field_of_an_item(tmp_path: Path) -> None:
    problems = check(tmp_path, good_files() | {"courses/a.md": course("outcomes: [[a], null, ~]").encode()})
    assert [each.params["field"] for each in problems] == ["outcomes"] * 3


def test_another_site_may_begin_with_our_address(tmp_path: Path) -> None:
    text = course(body="Et [sted](https://katalog.example.org/) og [et til](https://katalog.example-2/).")
    assert check(tmp_path, good_files() | {"courses/a.md": text.encode()}) == ()


def test_a_page_may_hold_what_its_renderer_knows(tmp_path: Path) -> None:
    page = """---
title: Om
---

# Om {#top}

Se [et andet sted](andet.md#årets-møder "Møder"), [her](<../../courses/a.md#praktisk>), [op](#top), [a], ![En
sal](sal.svg){ width="200" }, <https://example.org/>, <post@example.org> og [filen](../assets/a.pdf).[^1]

!!! note "Husk"
    Husk [madpakke](andet.md).

    - Et
    - To

??? tip
    `<b>` er fed.

| Dag | Emne |
|-----|-----:|
| 1   | Mål  |

[^1]: En note.
[a]: andet.md (Andet)
"""
    files = {
        "content/da/om.md": page.encode(),
        "content/da/andet.md": "---\ntitle: Andet\n---\n\n## Årets møder\n".encode(),
        "content/da/sal.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        "content/assets/a.pdf": b"%PDF-1.7\n",
        "courses/a.md": course(body="## Praktisk\n\n[Om](../content/da/om.md#top)").encode(),
    }
    assert check(tmp_path, good_files() | files) == ()


def test_a_drawing_that_only_draws_is_kept(tmp_path: Path) -> None:
    """What drawing programs write: an outer DTD, a style, a gradient used, an embedded font."""
    drawing = """<?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
        <style>@font-face { src: url("data:font/woff2;base64,AAAA") } .a { fill: url(#g) }</style>
        <use xlink:href="#b"/><rect style="fill:url('#g')" fill="url(#g)"/><text>url(https://a) on a=b</text>
        </svg>"""
    files = {"courses/a.md": course().encode(), "courses/a/a.svg": drawing.encode()}
    assert check(tmp_path, good_files() | files) == ()


def test_what_the_parser_alone_knows_is_still_reported() -> None:
    error = yaml.MarkedYAMLError(problem="something new", problem_mark=yaml.Mark("", 0, 1, 2, "", 0))
    assert diagnose(["title: A", "kind: B"], error).code == "yaml.syntax"


@pytest.mark.parametrize(
    ("site_url", "expected"),
    [
        ("", "page.unfilled"),
        ("http://127.0.0.1:8000/", "page.unfilled"),
        ("https://kurser.example/", "template.unfilled"),
    ],
)
def test_a_place_may_stay_until_the_site_has_an_address(tmp_path: Path, site_url: str, expected: str) -> None:
    page = "---\ntitle: Om\n---\n\n⟦Hvem står bag?⟧\n"
    settings = structs.replace(SETTINGS, site_url=site_url)
    found = check(tmp_path, good_files() | {"content/da/om.md": page.encode()}, settings)
    assert [(each.code, each.position.line) for each in found] == [(expected, 5)]


def test_every_problem_has_a_bad_record() -> None:
    shown = {case.code for case in CASES}
    shown |= {
        "file.unreadable",
        "file.folder-unreadable",
        "yaml.syntax",
        "page.unfilled",
        "field.number-expected",
    }  # above
    elsewhere = (
        "settings.",
        "look.",
        "launch.",
        "phrases.",
        "own.",
        "environment.",
        "publish.",
        "system.",
        "history.",
        "sheet.",
    )  # by tests of their own
    shown |= {code for code in problem_kinds() if code.startswith(elsewhere)}
    assert set(problem_kinds()) - shown == set()
