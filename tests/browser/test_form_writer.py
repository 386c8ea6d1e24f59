"""What the form's own writer makes of records, in a browser: nothing changes that was not changed."""

import json
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from katalog.catalogue.translation_hash import language_mark
from katalog.rewriting.rewrite_record import mark_past_values
from katalog.schema.entries import Entry, read_entry
from katalog.schema.field_introspection import fields_of
from katalog.schema.price_lines import UNREAD, read_line
from katalog.schema.record_parts import Part
from katalog.schema.records import COLLECTIONS, RECORD_FOLDERS
from katalog.source import read_source
from tests.browser.forms import Form, edited
from tests.e2e.sites import REPOSITORY, SITE, copy_project
from tests.good.generator import make_records
from tests.schema.test_price_lines import LINES, READ

GENERATED = 300
ANNOUNCED = REPOSITORY / "tests" / "announcements" / "records"
QUOTED = str.maketrans("⟦⟧", "«»")
"""What is to be filled in is no record until it is."""
WRITE = """async (files) => {
  const { Records, SOURCE } = await import(new URL("record.js", location.href));
  const { yaml } = await import(new URL("vendor.js", location.href));
  const { models } = await (await fetch("form.da.json")).json();
  const records = new Records(models, yaml);
  return Promise.all(files.map(async ([path, collection, text]) => {
    const values = records.parse(text, collection);
    const { [SOURCE]: source, ...alone } = values;
    return {
      path,
      again: records.format(values, collection),
      anew: records.format(alone, collection),
      copy: records.format({ [SOURCE]: "", ...records.renewed(values, collection) }, collection),
      mark: values.language && (await records.mark(values, collection)),
    };
  }));
}"""


READ_LINES = """async (lines) => {
  const { PriceLines } = await import(new URL("price_lines.js", location.href));
  const { models } = await (await fetch("form.da.json")).json();
  const reader = new PriceLines(models.price_lines);
  return lines.map((line) => reader.read(line));
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with edited(copy_project(tmp_path_factory.mktemp("form") / "project")) as desk:
        form = Form(browser, desk)
        form.page.goto(f"{desk.address}da/form/")
        yield form.page
        form.close()


def below(root: Path) -> Iterator[tuple[str, str, str]]:
    for folder, collection in RECORD_FOLDERS.items():
        for path in sorted((root / folder).glob("*.md")):
            yield f"{folder}/{path.name}", collection, path.read_text("utf-8")


_NOTHING_SAID = re.compile(r"^ *participants: \{\}.*\n", re.MULTILINE)
"""Participants of whom nothing is said, which the form leaves out."""


def generated() -> Iterator[tuple[str, str, str]]:
    for number, made in enumerate(make_records(GENERATED, seed=17)):
        text = made.text(by_hand=number % 2 == 0)
        yield made.path, made.collection, _NOTHING_SAID.sub("", text)


PRICES = (
    "Forplejning: 250 kr. ekskl. moms", "{Forplejning: 250 kr.}", "Medlemmer: 900 kr.",
    "{Ikke-medlemmer: 1.200 kr.}", "900 kr. (medlemmer)", "500 kr./deltager",
    "3.000 kr. pr. bibliotek (op til 5 deltagere)", "3.000 kr. for op til 5 deltagere", "1.250 kr. + moms",
    "1.250 kr. ex moms", "1.250 kr. momsfrit", "1.250 kr., moms tillkommer", "950 kr. inkl. frokost og kaffe",
    "950 kr. (eksklusive moms), inkl. frokost", "8.500 kr. pr. arrangement", "6.000 kr. pr. team",
    "fri entré", "gratis for studerende", "derefter 1.500 kr.", "900 kr. per dag for studerende",
    "Kaffe: gratis", "Medlemskab: 300 kr.", "900 kr. inkl. frokost (ekskl. moms)", "900 kr. (pr. person)",
    "900 kr. for medlemmer, inkl. frokost, pr. dag, ekskl. moms", "200 kr. for modul 1, 2 og 3",
    "1.200 kr. ekskl. moms til og med 1. marts 2028", "1.000 kr. ved tilmelding senest 1. marts 2028",
    "Early bird (t.o.m. 1. marts 2028): 900 kr.", "1.100 kr. fra 2. marts 2028", "250 kr. for forplejning",
    "Pris pr. deltager: kr. 1.200,- + 25 % moms", "Øvrige biblioteker 900 kr., kaffe og kage indgår",
    "Tillæg for enkeltværelse: 400 kr.", "900 kr. inkl. frokost, kaffe og kage, op til 5 medarbejdere",
)  # fmt: skip


def short_forms() -> Iterator[tuple[str, str, str]]:
    """Yield a course for each text that stands for a price, with every other short form beside it."""
    for number, price in enumerate(PRICES):
        lines = ["---", "title: Et", "language: da", "price:", f"  - {price}"]
        lines += ["online: Linket sendes", "credits: 7,5 ECTS", "contacts: [ane-test]", "registration: ingen"]
        lines += ["sessions:", "  - 7. marts 2028 kl. 9–16", "  - when: 8. marts 2028", "    speakers: [Bo]"]
        lines += ["    programme: [kl. 10-11 Kaffe, 11.15 Tale, 3 oplæg]"] * (number % 2)
        yield f"courses/{number}.md", "courses", "\n".join([*lines, "---", "", "Tekst.", ""])


def lines() -> Iterator[tuple[str, str, str]]:
    """Yield a course for every line of a price that is read, in its language."""
    for number, (language, price, *_) in enumerate(READ):
        quoted = json.dumps(price, ensure_ascii=False)
        text = f"---\ntitle: Et\nlanguage: {language}\nprice:\n  - {quoted}\n---\n\nTekst.\n"
        yield f"courses/{number}.md", "courses", text


def announced() -> Iterator[tuple[str, str, str]]:
    for path in sorted(ANNOUNCED.glob("*.md")):
        yield f"courses/{path.name}", "courses", path.read_text("utf-8")


def terms() -> Iterator[tuple[str, str, str]]:
    """Yield courses whose run says yes, no or neither of what the course says."""
    for number, (course, own) in enumerate(product(("ja", "nej", "false", ""), repeat=2)):
        lines = ["---", "title: Et", "language: da"]
        lines += ["registration:", "  closes: 7. marts 2028"] + [f"  binding: {course}"] * bool(course)
        lines += ["runs:", "  - id: a", "    registration:", "      closes: 7. april 2028"]
        lines += [f"      binding: {own}"] * bool(own) + ["    participants:", "      max: 12"]
        lines += [f"      waiting_list: {own}"] * bool(own)
        yield f"courses/{number}.md", "courses", "\n".join([*lines, "---", "", "Tekst.", ""])


FILES = {
    "terms": lambda: [*terms()],
    "lines": lambda: [*lines()],
    "short": lambda: [*short_forms()],
    "announced": lambda: [*announced()],
    "shipped": lambda: [*below(REPOSITORY)],
    "fictional": lambda: [*below(SITE)],
    "generated": lambda: [*generated()],
}


def read(path: str, collection: str, text: str) -> tuple[Entry | None, Any]:
    """Return the record, and of a translation the values."""
    source, problems = read_source(path, text.encode())
    assert source, problems
    values = source.tree.data
    entry = read_entry(source, "x", collection)[0] if "language" in values else None
    return entry, (values, source.body.strip())


@pytest.mark.parametrize("files", FILES)
def test_a_record_that_is_saved_unchanged_is_the_same(files: str, page: Page) -> None:
    texts = FILES[files]()
    assert len(texts) >= 10
    for (path, collection, text), written in zip(texts, page.evaluate(WRITE, texts), strict=True):
        assert written["again"] == text, path
        before, after = read(path, collection, text), read(path, collection, written["anew"])
        if before[0] is None:
            assert before[1] == after[1], path
        else:
            assert after[0], path
            assert (before[0].record, before[0].body.strip()) == (after[0].record, after[0].body.strip()), (
                path
            )
            assert written["mark"] == language_mark(before[0]), path


def passing(values: Any, model: type[Part]) -> Iterator[str]:
    """Yield what a copy must be given anew: its dates and prices, its state and former ids."""
    for field in fields_of(model):
        value = values.get(field.name)
        for item in value if isinstance(value, list) else [value]:
            if field.part and isinstance(item, dict):
                yield from passing(item, field.part)
            elif item and (field.kind in {"date", "money"} or field.name in {"status", "redirect_from"}):
                yield item


def test_a_copy_is_marked_as_the_command_marks_it(page: Page) -> None:
    files = [each for each in below(SITE) if re.search(r"^language:", each[2], re.MULTILINE)]
    marks = 0
    for (path, collection, _), found in zip(files, page.evaluate(WRITE, files), strict=True):
        model = COLLECTIONS[collection]
        before = read(path, collection, found["anew"])[1][0]
        copy, command = (
            sorted(passing(read(path, collection, each.translate(QUOTED))[1][0], model))
            for each in (found["copy"], mark_past_values(path, found["anew"], model))
        )
        states = left_out(before)
        assert copy == [each for each in command if each[1:-1] not in states], path
        assert [each for each in copy if not re.fullmatch("«.*»", each)] == [], path
        assert "status:" not in found["copy"], path
        marks += len(copy)
    assert marks > 50


def left_out(values: Any) -> set[str]:
    """Return the states and the former ids, which a copy has none of."""
    if isinstance(values, list):
        return set().union(*map(left_out, values))
    if not isinstance(values, dict):
        return set()
    own = [each for key, each in values.items() if key in {"status", "redirect_from"}]
    flat = {text for each in own for text in (each if isinstance(each, list) else [each])}
    return flat.union(*map(left_out, values.values()))


def in_the_form(line: str) -> dict[str, Any] | None:
    """Return what the form is to read of a line: all of it, or nothing; an amount has its currency."""
    found = read_line(line)
    is_clear = found and not found.keys() & set(UNREAD) and not found["amount"].isdecimal()
    return found if is_clear else None


def test_the_form_reads_of_lines_what_the_program_reads(page: Page) -> None:
    lines = [line[1] for line in LINES]
    assert dict(zip(lines, page.evaluate(READ_LINES, lines), strict=True)) == {
        line: in_the_form(line) for line in lines
    }
