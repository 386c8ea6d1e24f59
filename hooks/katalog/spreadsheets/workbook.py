"""Reads .xlsx files: values as their cells show them, merged cells filled, what is hidden left out.

Macros, pictures and links to other files are never looked at.  A file is measured before it is unpacked,
and no part of it may define entities.
"""

import re
import warnings
import zlib
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from io import BytesIO
from typing import Any
from typing import Any as Workbook
from zipfile import BadZipFile, ZipFile

from msgspec import Struct
from openpyxl import load_workbook
from openpyxl.utils.datetime import from_excel

from katalog.problems import InvalidValueError, Problem, column_letters
from katalog.spreadsheets.table import (
    MAX_BYTES,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_UNPACKED,
    Cell,
    Row,
    Sheet,
    UnreadableError,
)

MAX_PARTS = 2_000
_OLD_FORMAT = bytes.fromhex("d0cf11e0a1b11ae1")
"""How a compound file begins: Excel before 2007, and every workbook with a password."""
_CURRENCY = re.compile(r"\[\$(?P<symbol>[^\]-]*)|(?P<word>kr\.?|DKK|SEK|NOK|EUR|€|£)", re.IGNORECASE)
_COUNTRIES = {"406": "DKK", "41d": "SEK", "414": "NOK"}
"""The currencies of Excel's numbers for places (LCID), as a number's format names them."""
_DAYS = range(32_874, 73_051)
"""The serial numbers of the days from 1990 to 2099."""


class _Shape(Struct, frozen=True):
    """What of a sheet is hidden, and where the value of a merged cell stands."""

    rows: frozenset[int]
    columns: frozenset[int]
    merged: dict[tuple[int, int], tuple[int, int]]


def read_workbook(path: str, data: bytes) -> list[Sheet]:
    """Return the sheets of a workbook; `UnreadableError` where it cannot be read."""
    _measure(data)
    try:
        with warnings.catch_warnings(action="ignore"):  # about parts of the file that are not read
            sheets = [*_sheets(path, data)]
    except UnreadableError:
        raise
    except Exception:  # noqa: BLE001 - a damaged file may make openpyxl raise anything
        raise UnreadableError("sheet.unreadable") from None
    if not sheets:
        raise UnreadableError("sheet.unreadable")
    return sheets


def _measure(data: bytes) -> None:
    """Refuse what is no workbook, or would be too much of one."""
    if data.startswith(_OLD_FORMAT):
        raise UnreadableError("sheet.unknown-type")
    if len(data) > MAX_BYTES:
        raise UnreadableError("sheet.too-large")
    try:
        with ZipFile(BytesIO(data)) as parts:
            read = [each for each in parts.infolist() if each.filename.endswith((".xml", ".rels"))]
            if len(parts.infolist()) > MAX_PARTS or sum(each.file_size for each in read) > MAX_UNPACKED:
                raise UnreadableError("sheet.too-large")
            if any(b"<!DOCTYPE" in parts.read(each)[:4_000] for each in read):
                raise UnreadableError("sheet.unreadable")
    except (BadZipFile, OSError, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError):
        raise UnreadableError("sheet.unreadable") from None


def _sheets(path: str, data: bytes) -> Iterator[Sheet]:
    whole = load_workbook(BytesIO(data), keep_links=False)
    values = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    formulas = load_workbook(BytesIO(data), read_only=True, keep_links=False)
    for place in whole.worksheets:
        sheet = Sheet(path, place.title, ())
        if place.sheet_state != "visible":
            yield Sheet(path, place.title, (), (sheet.problem(1, 1, "sheet.hidden", written=place.title),))
            continue
        shape = _shape(place)
        found = {row.number: row for row in _rows(values[place.title], formulas[place.title], values.epoch)}
        _fill_merged(found, shape)
        rows = tuple(_visible(each, shape) for each in found.values() if each.number not in shape.rows)
        yield Sheet(
            path, place.title, tuple(row for row in rows if row.cells), (*_hidden(sheet, found, shape),)
        )


def _shape(sheet: Workbook) -> _Shape:
    rows = frozenset(number for number, each in sheet.row_dimensions.items() if each.hidden)
    spans = [(each.min, each.max) for each in sheet.column_dimensions.values() if each.hidden]
    columns = frozenset(
        number for first, last in spans if first for number in range(first, min(last, MAX_COLUMNS) + 1)
    )
    merged = {
        (row, area.min_col): (area.min_row, area.min_col)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row + 1, min(area.max_row, area.min_row + MAX_ROWS) + 1)
    }
    return _Shape(rows, columns, merged)


def _fill_merged(rows: dict[int, Row], shape: _Shape) -> None:
    """Give every row of a cell that is merged downwards its value."""
    for (number, column), (first, at) in shape.merged.items():
        if number in rows and first in rows and (cell := rows[first].cells.get(at)):
            rows[number].cells.setdefault(column, cell)


def _visible(row: Row, shape: _Shape) -> Row:
    return Row(row.number, {at: cell for at, cell in row.cells.items() if at not in shape.columns})


def _hidden(sheet: Sheet, rows: dict[int, Row], shape: _Shape) -> Iterator[Problem]:
    """Report what holds something and cannot be seen."""
    for number in sorted(shape.rows & rows.keys()):
        yield sheet.problem(number, 1, "sheet.hidden", written=f"{number}:{number}")
    used = {at for number, row in rows.items() if number not in shape.rows for at in row.cells}
    for at in sorted(shape.columns & used):
        first = next(number for number, row in rows.items() if at in row.cells)
        letters = column_letters(at)
        yield sheet.problem(first, at, "sheet.hidden", written=f"{letters}:{letters}")


def _rows(values: Workbook, formulas: Workbook, epoch: datetime) -> Iterator[Row]:
    """Yield the rows that hold something; what a sheet says of its own extent is not believed."""
    seen = found = 0
    for sheet in (values, formulas):
        sheet.reset_dimensions()
    for number, (row, sources) in enumerate(
        zip(values.iter_rows(), formulas.iter_rows(), strict=True), start=1
    ):
        seen += len(row) + 1
        cells = {
            at: cell
            for at, (value, source) in enumerate(zip(row, sources, strict=True), start=1)
            if (cell := _cell(value, source, epoch))
        }
        found += bool(cells)
        if seen > MAX_CELLS or found > MAX_ROWS or max(cells, default=0) > MAX_COLUMNS:
            raise UnreadableError("sheet.too-large")
        if cells:
            yield Row(number, cells)


def _cell(value: Any, source: Any, epoch: datetime) -> Cell | None:
    """Return a cell as text; a formula without a value says so, and so does one that failed."""
    if source.data_type == "f" and value.value is None:
        formula = str(getattr(source.value, "text", source.value))
        return Cell(formula, fault=InvalidValueError("sheet.no-value", written=formula))
    if value.value is None:
        return None
    if value.data_type == "e":
        written = str(value.value)
        return Cell(written, fault=InvalidValueError("sheet.cell-error", written=written))
    text = _text(value.value, value.number_format or "").replace("\r\n", "\n").replace("\r", "\n")
    return Cell(text, _serial(value.value, epoch)) if text.strip() else None


def _text(value: Any, number_format: str) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        moment = value + timedelta(seconds=30)  # the hours of a day are fractions that rarely come out even
        return f"{moment:%Y-%m-%d}" if not (moment.hour or moment.minute) else f"{moment:%Y-%m-%d %H:%M}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return _number(value, number_format) if isinstance(value, int | float) else str(value)


def _number(value: float, number_format: str) -> str:
    if "%" in number_format:
        return f"{value * 100:.10g} %"
    if currency := _currency(number_format):
        return f"{value:.0f} {currency}" if value == int(value) else f"{value:.2f} {currency}"
    return f"{value:.15g}"


def _currency(number_format: str) -> str:
    """Return what a number's format says it is an amount of: `[$kr.-406]` is Danish kroner."""
    found = _CURRENCY.search(number_format)
    if found is None:
        return ""
    place = re.search(r"-([0-9a-f]+)\]", number_format, re.IGNORECASE)
    code = _COUNTRIES.get(place[1].lower().lstrip("0")) if place else None
    return code or (found["word"] or found["symbol"] or "").strip()


def _serial(value: Any, epoch: datetime) -> str:
    """Return the day of a plain number that may count days, as ISO 8601."""
    if isinstance(value, bool) or not isinstance(value, int | float) or int(value) not in _DAYS:
        return ""
    return _text(from_excel(value, epoch), "")
