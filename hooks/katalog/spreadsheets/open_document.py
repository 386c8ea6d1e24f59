"""Reads .ods files (OpenDocument 1.2, ISO/IEC 26300): the values of cells, and nothing else."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, ZipFile

from katalog.problems import InvalidValueError, Problem
from katalog.spreadsheets.table import (
    MAX_BYTES,
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_UNPACKED,
    Cell,
    Row,
    Sheet,
    UnreadableError,
)

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def read_open_document(path: str, data: bytes) -> list[Sheet]:
    """Return the sheets of a document; `UnreadableError` where it cannot be read."""
    try:
        tree = ET.fromstring(_content(data))  # noqa: S314 - no entities: `_content` refuses them
    except (BadZipFile, KeyError, ET.ParseError, OSError, zlib.error, RuntimeError, EOFError, ValueError):
        raise UnreadableError("sheet.unreadable") from None
    return [_sheet(path, table) for table in tree.iter(f"{_TABLE}table")]


def _content(data: bytes) -> bytes:
    if len(data) > MAX_BYTES:
        raise UnreadableError("sheet.too-large")
    with ZipFile(BytesIO(data)) as parts:
        if parts.getinfo("content.xml").file_size > MAX_UNPACKED:
            raise UnreadableError("sheet.too-large")
        content = parts.read("content.xml")
    if b"<!DOCTYPE" in content[:4_000]:
        raise UnreadableError("sheet.unreadable")
    return content


def _sheet(path: str, table: ET.Element) -> Sheet:
    empty = Sheet(path, table.get(f"{_TABLE}name", ""), ())
    rows: list[Row] = []
    problems: list[Problem] = []
    for row, visible in _rows(table):
        if visible:
            rows.append(row)
        else:
            written = f"{row.number}:{row.number}"
            problems.append(empty.problem(row.number, 1, "sheet.hidden", written=written))
        if len(rows) > MAX_ROWS:
            raise UnreadableError("sheet.too-large")
    return Sheet(path, empty.name, tuple(rows), tuple(problems))


def _rows(table: ET.Element) -> Iterator[tuple[Row, bool]]:
    """Yield the rows that hold something, and whether they can be seen."""
    number = 0
    for element in table.iter(f"{_TABLE}table-row"):
        cells = dict(_cells(element))
        times = int(element.get(f"{_TABLE}number-rows-repeated", "1"))
        for each in range(number + 1, number + times + 1) if cells else ():
            yield Row(each, cells), element.get(f"{_TABLE}visibility", "visible") == "visible"
        number += times


def _cells(row: ET.Element) -> Iterator[tuple[int, Cell]]:
    at = 0
    for element in row:
        times = int(element.get(f"{_TABLE}number-columns-repeated", "1"))
        if cell := _cell(element):
            for each in range(at + 1, at + times + 1):
                if each > MAX_COLUMNS:
                    raise UnreadableError("sheet.too-large")
                yield each, cell
        at += times


def _cell(element: ET.Element) -> Cell | None:
    kind = element.get(f"{_OFFICE}value-type")
    shown = "\n".join("".join(each.itertext()) for each in element.findall(f"{_TEXT}p"))
    if kind == "date":
        return Cell(element.get(f"{_OFFICE}date-value", "").replace("T", " ").removesuffix(":00"))
    if shown.startswith(("#", "Err:")) and element.get(f"{_TABLE}formula"):
        return Cell(shown, fault=InvalidValueError("sheet.cell-error", written=shown))
    return Cell(shown) if shown.strip() else None
