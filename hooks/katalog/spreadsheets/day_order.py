"""Dates such as `09-03-2027`, which spreadsheet programs write in text files as their country has them.

One alone may be read in two ways and is refused like everywhere else.  In a column in which another one can
only be a day before a month (`24-03-2027`), and none a month before a day, all of them are.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from katalog.spreadsheets.table import Cell, Row, Sheet

_NUMBERS = re.compile(
    r"(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)"
    r"(?: (?P<clock>\d{1,2}[:.]\d\d)(?:[:.]00)?)?",
    re.ASCII,
)


def with_day_order(sheet: Sheet) -> Sheet:
    """Return a sheet in which the cells of columns that prove their order have the day they stand for."""
    columns: dict[int, list[re.Match[str]]] = defaultdict(list)
    for row in sheet.rows:
        for at, found in _numbers(row):
            columns[at].append(found)
    proven = {at for at, dates in columns.items() if _is_day_first(dates)}
    return replace(sheet, rows=tuple(_read(row, proven) for row in sheet.rows)) if proven else sheet


def _numbers(row: Row) -> Iterator[tuple[int, re.Match[str]]]:
    for at, cell in row.cells.items():
        if found := _NUMBERS.fullmatch(cell.text.strip()):
            yield at, found


def _is_day_first(dates: list[re.Match[str]]) -> bool:
    proof = any(int(each["first"]) > 12 for each in dates)
    return proof and all(int(each["second"]) <= 12 for each in dates)


def _read(row: Row, columns: set[int]) -> Row:
    days = {at: _with_day(row.cells[at], found) for at, found in _numbers(row) if at in columns}
    return replace(row, cells=row.cells | days)


def _with_day(cell: Cell, found: re.Match[str]) -> Cell:
    try:
        day = date(int(found["year"]), int(found["second"]), int(found["first"]))
    except ValueError:
        return cell
    clock = found["clock"]
    hours = f" {clock.replace('.', ':'):0>5}" if clock and clock.strip("0:.") else ""
    return replace(cell, serial=f"{day}{hours}")
