"""A spreadsheet of any kind to its sheets."""

from collections.abc import Callable
from pathlib import PurePath

from katalog.problems import Position, Problem
from katalog.spreadsheets.day_order import with_day_order
from katalog.spreadsheets.delimited import read_delimited
from katalog.spreadsheets.open_document import read_open_document
from katalog.spreadsheets.table import Sheet, UnreadableError
from katalog.spreadsheets.workbook import read_workbook

READERS: dict[str, Callable[[str, bytes], list[Sheet]]] = {
    ".xlsx": read_workbook,
    ".xlsm": read_workbook,
    ".xls": read_workbook,
    ".csv": read_delimited,
    ".tsv": read_delimited,
    ".txt": read_delimited,
    ".ods": read_open_document,
}
"""What reads a file, by the ending of its name; the old .xls is told apart by its content."""


def read_sheets(path: str, data: bytes) -> tuple[list[Sheet], list[Problem]]:
    """Return the sheets of a file, or why it cannot be read; no content makes it raise."""
    try:
        sheets = [*map(with_day_order, READERS.get(PurePath(path).suffix.casefold(), _refuse)(path, data))]
    except UnreadableError as error:
        params = {"written": PurePath(path).name} | error.params
        return [], [Problem(path, Position(), error.code, params)]
    return sheets, [problem for each in sheets for problem in each.problems]


def _refuse(path: str, data: bytes) -> list[Sheet]:  # noqa: ARG001 - as the other readers
    raise UnreadableError("sheet.unknown-type")
