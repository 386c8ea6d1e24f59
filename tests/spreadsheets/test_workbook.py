"""What is in an .xlsx file, whatever a program or a person put there."""

# ruff: noqa: DTZ001 - a cell's moment has no zone

import zipfile
from datetime import datetime, time, timedelta
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from katalog.spreadsheets.files import read_sheets
from katalog.spreadsheets.table import UnreadableError
from katalog.spreadsheets.workbook import read_workbook
from tests.spreadsheets.sheets import saved, workbook


def cells(data: bytes) -> dict[tuple[int, int], str]:
    [sheet] = read_workbook("a.xlsx", data)
    return {(row.number, at): cell.text for row in sheet.rows for at, cell in row.cells.items()}


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        ("  Læs\r\nhøjt  ", None, "  Læs\nhøjt  "),
        (24, None, "24"),
        (24.0, None, "24"),
        (7.5, None, "7.5"),
        (0.1 + 0.2, None, "0.3"),
        (0.25, "0%", "25 %"),
        (9950, '#,##0.00 "kr."', "9950 kr."),
        (9950.5, "[$kr.-406] #,##0.00", "9950.50 DKK"),
        (500, "#,##0.00 [$kr-41D]", "500 SEK"),
        (500, "[$€-2] #,##0.00", "500 €"),
        (True, None, "true"),
        (datetime(2027, 3, 9), "dd-mm-yyyy", "2027-03-09"),
        (datetime(2027, 3, 9, 8, 59, 59, 999000), "dd-mm-yyyy hh:mm", "2027-03-09 09:00"),
        (time(9, 30), "hh:mm", "09:30"),
        (timedelta(hours=26, minutes=5), "[h]:mm", "26:05"),
    ],
)
def test_a_value_is_text(value: object, number_format: str | None, text: str) -> None:
    made = workbook(("Ark1", [[value]]))
    if number_format:
        made["Ark1"]["A1"].number_format = number_format
    assert cells(saved(made)) == {(1, 1): text}


def test_days_may_be_counted_from_1904() -> None:
    made = workbook(("Ark1", [[datetime(2027, 3, 9)]]))
    made.epoch = CALENDAR_MAC_1904
    assert cells(saved(made)) == {(1, 1): "2027-03-09"}


def test_a_merged_cell_has_its_value_in_every_row() -> None:
    made = workbook(("Ark1", [["Titel", "Dato"], ["Kursus", "1"], [None, "2"], ["Andet", "3"]]))
    made["Ark1"].merge_cells("A2:A3")
    assert cells(saved(made))[3, 1] == "Kursus"


def test_what_is_hidden_is_reported_and_not_read() -> None:
    made = workbook(("Ark1", [["A", "B"], ["C", "D"], ["E", "F"]]), ("Skjult", [["G"]]))
    made["Ark1"].row_dimensions[2].hidden = True
    made["Ark1"].column_dimensions["B"].hidden = True
    made["Skjult"].sheet_state = "hidden"
    sheets, problems = read_sheets("a.xlsx", saved(made))
    assert [[row.cells[1].text for row in sheet.rows] for sheet in sheets] == [["A", "E"], []]
    assert [(each.place, each.code, each.params["written"]) for each in problems] == [
        ("Ark1!A2", "sheet.hidden", "2:2"),
        ("Ark1!B1", "sheet.hidden", "B:B"),
        ("Skjult!A1", "sheet.hidden", "Skjult"),
    ]


def test_a_sheet_may_claim_to_be_enormous() -> None:
    made = workbook(("Ark1", [["Titel"], ["Kursus"]]))
    made["Ark1"].cell(1_048_576, 16_384).number_format = "0"
    assert cells(saved(made)) == {(1, 1): "Titel", (2, 1): "Kursus"}


@pytest.mark.parametrize(("row", "column"), [(6_000, 1), (1, 400)])
def test_a_sheet_has_limits(row: int, column: int) -> None:
    rows = [["x"] for _ in range(row)] if row > 1 else [["x"] * column]
    with pytest.raises(UnreadableError, match=r"sheet\.too-large"):
        read_workbook("a.xlsx", saved(workbook(("Ark1", rows))))


def zipped(name: str, content: bytes) -> bytes:
    """Return a good workbook with one part replaced or added."""
    data, good = BytesIO(), zipfile.ZipFile(BytesIO(saved(workbook(("Ark1", [["A"]])))))
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for each in good.namelist():
            made.writestr(each, content if each == name else good.read(each))
        if name not in good.namelist():
            made.writestr(name, content)
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "sheet.unreadable"),
        (b"%PDF-1.7", "sheet.unreadable"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "sheet.unknown-type"),
        (zipped("xl/worksheets/sheet1.xml", b"<broken"), "sheet.unreadable"),
        (zipped("xl/workbook.xml", b"<workbook/>"), "sheet.unreadable"),
        (zipped("xl/worksheets/sheet1.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "sheet.unreadable"),
        (zipped("xl/bomb.xml", b" " * 50_000_000), "sheet.too-large"),
        (b"x" * 10_000_001, "sheet.too-large"),
    ],
    ids=["empty", "pdf", "old", "cut-off", "no-sheets", "entities", "bomb", "long"],
)
def test_what_is_no_workbook(data: bytes, code: str) -> None:
    sheets, [problem] = read_sheets("a.xlsx", data)
    assert (sheets, problem.code, problem.params["written"]) == ([], code, "a.xlsx")


@given(st.data())
def test_damage_is_a_problem_and_nothing_worse(data: st.DataObject) -> None:
    good = bytearray(saved(workbook(("Ark1", [["Titel", "Dato"], ["Kursus", datetime(2027, 3, 9)]]))))
    for _ in range(data.draw(st.integers(1, 5))):
        good[data.draw(st.integers(0, 10_000)) % len(good)] = data.draw(st.integers(0, 255))
    sheets, problems = read_sheets("a.xlsx", bytes(good))
    assert sheets or problems


def test_macros_and_pictures_are_no_matter() -> None:
    assert cells(zipped("xl/vbaProject.bin", b"\0" * 1_000)) == {(1, 1): "A"}
