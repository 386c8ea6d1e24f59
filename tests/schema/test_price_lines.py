"""Prices as libraries write them on one line: what is read, and what is refused with advice that works."""

import re
from collections import Counter
from itertools import permutations
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from katalog.problems import InvalidValueError
from katalog.schema.faults import InvalidItemsError, faults_of
from katalog.schema.field_introspection import fields_of
from katalog.schema.names import names_in
from katalog.schema.price_lines import LONGEST_LINE, LONGEST_TEXT, lines_of
from katalog.schema.prices import Price
from katalog.schema.reading import reader_of
from katalog.schema.records import Course
from katalog.source import KatalogHandler
from katalog.spreadsheets.cells import Reading, read_cell
from katalog.spreadsheets.table import Cell
from katalog.spreadsheets.written_cells import write_cell

LINES = tuple(
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("price_lines.tsv").read_text("utf-8").splitlines()
)
DOCS = Path(__file__).parents[2] / "docs"
READ = tuple(line for line in LINES if "." not in line[2].partition(" ")[0] or line[2][0].isdigit())
REFUSED = tuple(line[:3] for line in LINES if line not in READ)
FACTS = ("label", "audience", "per", "up_to", "vat", "includes", "since", "until")
read_price = reader_of(Price)
[PRICE] = [field for field in fields_of(Course) if field.name == "price"]


def test_there_are_many_of_both() -> None:
    assert len(READ) > 180
    assert len(REFUSED) > 100


def facts(price: Price) -> list[str]:
    stated = {name: value for name in FACTS if (value := getattr(price, name))}
    plain = {
        name: "; ".join(value) if isinstance(value, tuple) else getattr(value, "iso", value)
        for name, value in stated.items()
    }
    return [price.amount.canonical, *(f"{name}={value}" for name, value in plain.items())]


@pytest.mark.parametrize("line", READ, ids=lambda line: line[1])
def test_a_line_has_its_parts(line: tuple[str, ...]) -> None:
    language, written, *expected = line
    assert facts(read_price(written, language)) == expected


@pytest.mark.parametrize("line", READ, ids=lambda line: line[1])
def test_a_line_that_is_written_out_is_read_as_the_same(line: tuple[str, ...]) -> None:
    language, written = line[:2]
    price = read_price(written, language)
    by = Reading(language, names_in((), ()), {})
    fields = Price.expand_shorthand(written)
    cell = write_cell(PRICE, [fields], by, language)
    [found] = read_cell(PRICE, Cell(cell), by)
    assert read_price(found, language) == price
    assert read_price({**fields, "amount": price.amount.canonical}, language) == price


def faults(value: Any, language: str) -> list[InvalidValueError]:
    try:
        read_price(value, language)
    except (InvalidValueError, InvalidItemsError) as error:
        return [fault for _, fault in faults_of(error)]
    return []


@pytest.mark.parametrize("line", REFUSED, ids=lambda line: line[1])
def test_what_is_refused_has_advice_that_works(line: tuple[str, ...]) -> None:
    language, written, code = line
    fault = faults(written, language)[0]
    assert fault.code == code
    advice = [fault.params[name] for name in ("suggestion", "first", "second") if name in fault.params]
    for each in advice if code.startswith("money.") else []:
        value = KatalogHandler().load(f"v: [{each if each[0] == '{' else repr(each)}]")["v"][0]
        assert faults(value, language) == [], each
    for each in KatalogHandler().load(f"v: {fault.params.get('lines', '[]')}")["v"]:
        assert faults(each, language) == [], each
    if code == "money.range":
        assert faults(KatalogHandler().load(f"v: {fault.params['fields']}")["v"], language) == []


def test_what_a_price_says_before_its_condition_is_kept() -> None:
    [fault] = faults("1.200 kr. pr. deltager, 10% rabat ved 3 eller flere", "da")
    kept = "{amount: 1.200 kr., per: participant, condition: 10% rabat ved 3 eller flere}"
    assert fault.params["suggestion"] == kept


PARTS = ("ekskl. moms", "pr. bibliotek", "(op til 5 deltagere)", "inkl. frokost", "til og med 1. marts 2028")


@pytest.mark.parametrize("amount", ["1.200 kr.", "DKK 1.200", "1.200,-"])
def test_parts_come_in_any_order(amount: str) -> None:
    expected = ["1200 DKK", "audience=Medlemmer", "per=library", "up_to=5", "vat=excluded"]
    expected += ["includes=frokost", "until=2028-03-01"]
    for parts in permutations(PARTS):
        for front in range(2):
            before, after = parts[:front], parts[front:]
            written = " ".join(["Medlemmer", *before, amount, *after])
            assert facts(read_price(written, "da")) == expected, written


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ("Gratis for medlemmer, andre: 200 kr.", ["Gratis for medlemmer", "andre: 200 kr."]),
        ("Kostnadsfritt för bibliotek i regionen, övriga 450 kr", ["Kostnadsfritt för bibliotek i regionen",
                                                                   "övriga 450 kr"]),
        ("10.000 kr. pr. bibliotek + 500 kr. pr. deltager", ["10.000 kr. pr. bibliotek",
                                                             "500 kr. pr. deltager"]),
        ("Deltagelse: 900 kr., forplejning: 250 kr.", ["Deltagelse: 900 kr.", "forplejning: 250 kr."]),
        ("900 kr. for medlemmer og 1.200 kr. for andre", ["900 kr. for medlemmer", "1.200 kr. for andre"]),
        ("Vuxna 100 kr, barn gratis", ["Vuxna 100 kr", "barn gratis"]),
        ("Børn, unge: 50 kr.", ["Børn, unge: 50 kr."]),
        ("Hotel og mad: 500 kr.", ["Hotel og mad: 500 kr."]),
        ("900 kr. inkl. moms, frokost og kaffe", ["900 kr. inkl. moms, frokost og kaffe"]),
    ],
)  # fmt: skip
def test_a_text_may_hold_several_lines(written: str, lines: list[str]) -> None:
    assert lines_of(written) == lines


def test_a_line_as_long_as_a_letter_is_refused_at_once() -> None:
    assert [fault.code for fault in faults("900 kr. for " + "medlemmer, " * 2_000, "da")] == [
        "money.too-long"
    ]


@pytest.mark.parametrize("piece", ["1,", "000 ", "111 ", "medlemmer, ", "op til 5 ", "1.1.", "a er "])
def test_hostile_text_is_done_with_at_once(piece: str) -> None:
    start = process_time()
    for written in ("900 kr. for " + piece * 1_000, f"{piece * 1_000} 900 kr."):
        lines_of(written[:LONGEST_TEXT])
        faults(written[:LONGEST_LINE], "da")
        faults(written[:LONGEST_TEXT], "da")
    assert process_time() - start < 0.5


DOCUMENTED = [
    (language, written, fields)
    for language in ("da", "sv")
    for written, fields in re.findall(
        r"^\| `(.+?)` \| `(.+?)` \|$", (DOCS / language / "priser.md").read_text("utf-8"), re.MULTILINE
    )
]


@pytest.mark.parametrize(("language", "written", "fields"), DOCUMENTED)
def test_what_editors_read_of_lines_holds(language: str, written: str, fields: str) -> None:
    value = KatalogHandler().load(f"v: {fields}")["v"]
    assert read_price(written, language) == read_price(value, language)


def test_both_languages_have_examples() -> None:
    assert Counter(language for language, *_ in DOCUMENTED) == {"da": 13, "sv": 13}
