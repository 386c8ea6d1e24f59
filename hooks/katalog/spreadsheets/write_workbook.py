"""Writes rows of text as an .xlsx file in which no text is a formula."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

_WIDTHS = (10, 60)
"""How narrow and how wide a column may be, in characters."""


def write_workbook(name: str, rows: Sequence[Sequence[str]]) -> bytes:
    """Return a workbook of one sheet; its headings, the first row, stay in view and can be filtered."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "B2"
    for number, width in enumerate(_widths(rows), start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for number, row in enumerate(rows):
        sheet.append([_cell(sheet, text, heading=number == 0) for text in row])
    sheet.auto_filter.ref = f"A1:{get_column_letter(max(len(rows[0]), 1))}{len(rows)}"
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def _widths(rows: Iterable[Sequence[str]]) -> list[int]:
    """Return how wide each column is to be: its longest line, within limits."""
    lines = [[line for text in column for line in text.split("\n")] for column in zip(*rows, strict=True)]
    return [min(max(max(map(len, each)) + 2, _WIDTHS[0]), _WIDTHS[1]) for each in lines]


def _cell(sheet: Any, text: str, *, heading: bool) -> Cell | None:
    """Return a cell that is a text, whatever it begins with, and stays one when it is edited."""
    if not text:
        return None
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.quotePrefix = text[0] in "=+-@"
    cell.alignment = Alignment(vertical="top", wrap_text="\n" in text)
    cell.font = Font(bold=heading)
    return cell
