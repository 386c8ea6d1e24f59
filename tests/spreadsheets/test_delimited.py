"""Text files of values, in every form that programs of our countries write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from katalog.spreadsheets.delimited import guarded, read_delimited, write_delimited
from katalog.spreadsheets.files import read_sheets

ROWS = [["Titel", "Målgruppe"], ["Læs højt", "Børn, unge og ældre\nog alle andre"]]


def cells(data: bytes) -> list[list[str]]:
    [sheet] = read_delimited("kurser.csv", data)
    assert sheet.name == "kurser"
    return [[cell.text for cell in row.cells.values()] for row in sheet.rows]


@pytest.mark.parametrize("separator", ";,\t")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_any_separator_and_encoding(separator: str, encoding: str) -> None:
    text = "\r\n".join(separator.join(f'"{value}"' for value in row) for row in ROWS)
    assert cells(text.encode(encoding)) == ROWS


def test_excel_may_be_told_the_separator() -> None:
    assert cells(b"sep=|\r\nTitel|Dato\r\nKursus|2027\r\n") == [["Titel", "Dato"], ["Kursus", "2027"]]


def test_blank_cells_and_rows_are_left_out_and_rows_keep_their_number() -> None:
    [sheet] = read_delimited("a.csv", b"Titel;Dato;\r\n;;\r\n ;\r\nKursus;;2027\r\n")
    assert [(row.number, [*row.cells]) for row in sheet.rows] == [(1, [1, 2]), (4, [1, 3])]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x00\x01\x02\x03" * 10, "sheet.unreadable"),
        (b"\xff\xfe\x00", "sheet.unreadable"),
        (b"\x81\x8d", "sheet.unreadable"),
        (b"a;b\r\n" * 6_000, "sheet.too-large"),
        (b";" .join([b"a"] * 400), "sheet.too-large"),
        (b'"' + b"a" * 200_000, "sheet.unreadable"),
        (b"a" * 10_000_001, "sheet.too-large"),
    ],
)  # fmt: skip
def test_what_is_no_text_of_values(data: bytes, code: str) -> None:
    assert [each.code for each in read_sheets("a.csv", data)[1]] == [code]


def test_another_kind_of_file_is_refused() -> None:
    assert [each.code for each in read_sheets("kurser.docx", b"")[1]] == ["sheet.unknown-type"]


@pytest.mark.parametrize("text", ["=1+1", "+45 33", "-2", "@SUM(A1)", "\t=1", "'=1", "''-1"])
def test_no_program_takes_a_text_for_a_formula(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert cells(write_delimited([[text, "x"]])) == [[text, "x"]]


TEXT = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"]) | st.sampled_from("\n\t=+-@';,\""), min_size=1
)


@given(st.lists(st.lists(TEXT.filter(str.strip), min_size=1, max_size=4), min_size=1, max_size=4))
def test_what_is_written_reads_as_the_same(rows: list[list[str]]) -> None:
    wide = [[*row, *["x"] * (4 - len(row))] for row in rows]
    assert cells(write_delimited(wide)) == wide
