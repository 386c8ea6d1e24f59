"""What is in an .ods file."""

import zipfile
from io import BytesIO

import pytest

from katalog.spreadsheets.files import read_sheets

URNS = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = " ".join(f'xmlns:{name}="{URNS}:{name}:1.0"' for name in ("table", "office", "text"))
ROWS = """
<table:table-row><table:table-cell><text:p>Titel</text:p></table:table-cell>
  <table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>Dato</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="900"/></table:table-row>
<table:table-row><table:table-cell><office:annotation><text:p>En note</text:p></office:annotation>
  <text:p>Læs <text:span>højt</text:span></text:p><text:p>for børn</text:p></table:table-cell>
  <table:table-cell table:number-columns-repeated="2"/>
  <table:table-cell office:value-type="date" office:date-value="2027-03-09T09:30:00"><text:p>09-03-27</text:p></table:table-cell></table:table-row>
<table:table-row table:visibility="filter"><table:table-cell><text:p>Skjult</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>Andet</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"/>
  <table:table-cell office:value-type="date" office:date-value="2027-03-10"><text:p>10-03-27</text:p></table:table-cell>
  <table:table-cell table:formula="of:=1/0"><text:p>#DIV/0!</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>
"""  # noqa: E501 - as programs write them


def document(rows: str = ROWS, before: str = "") -> bytes:
    data = BytesIO()
    table = f'<table:table table:name="Ark1">{rows}</table:table>'
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(
            "content.xml",
            f"{before}<office:document-content {NAMES}>{table}</office:document-content>",
        )
    return data.getvalue()


def test_the_cells_of_a_document() -> None:
    [sheet], problems = read_sheets("kurser.ods", document())
    assert sheet.name == "Ark1"
    assert {(row.number, at): cell.text for row in sheet.rows for at, cell in row.cells.items()} == {
        (1, 1): "Titel",
        (1, 4): "Dato",
        (5, 1): "Læs højt\nfor børn",
        (5, 4): "2027-03-09 09:30",
        (7, 1): "Andet",
        (7, 4): "2027-03-10",
        (7, 5): "#DIV/0!",
    }
    assert [(each.place, each.code) for each in problems] == [("Ark1!A6", "sheet.hidden")]
    fault = sheet.rows[-1].cells[5].fault
    assert fault is not None
    assert fault.code == "sheet.cell-error"


CELL = "<table:table-cell><text:p>x</text:p></table:table-cell>"
ROWS_AGAIN = "table:number-rows-repeated='9999'"
WIDE = CELL.replace("cell>", "cell table:number-columns-repeated='9999'>", 1)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "sheet.unreadable"),
        (document(before="<!DOCTYPE a [<!ENTITY b 'c'>]>"), "sheet.unreadable"),
        (document("<table:table-row>"), "sheet.unreadable"),
        (document(f"<table:table-row>{WIDE}</table:table-row>"), "sheet.too-large"),
        (document(f"<table:table-row {ROWS_AGAIN}>{CELL}</table:table-row>"), "sheet.too-large"),
        (document(" " * 41_000_000), "sheet.too-large"),
        (b"x" * 10_000_001, "sheet.too-large"),
    ],
    ids=["empty", "entities", "cut-off", "wide", "long", "bomb", "large"],
)  # fmt: skip
def test_what_is_no_document(data: bytes, code: str) -> None:
    sheets, [problem] = read_sheets("kurser.ods", data)
    assert (sheets, problem.code) == ([], code)
