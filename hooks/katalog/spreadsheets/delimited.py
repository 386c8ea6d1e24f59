"""Reads and writes text files of values: .csv as spreadsheet programs of any country write them."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import islice
from pathlib import PurePath
from statistics import median

from katalog.spreadsheets.table import (
    MAX_BYTES,
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    Row,
    Sheet,
    UnreadableError,
)

_SEPARATORS = ";,\t"
_NAMED = re.compile(r"\ufeff?sep=(?P<separator>.)\r?\n", re.IGNORECASE)
"""The first line by which Excel is told what stands between values."""
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""How a text begins that a program would run (OWASP: CSV injection), or that was guarded against that."""


def read_delimited(path: str, data: bytes) -> list[Sheet]:
    """Return the one sheet of a text file; `UnreadableError` where it is none.  Its name is the file's."""
    if len(data) > MAX_BYTES:
        raise UnreadableError("sheet.too-large")
    text = _decoded(data)
    named = _NAMED.match(text)
    separator = named["separator"] if named else _separator(text)
    rows = tuple(_rows(text[named.end() :] if named else text, separator, first=2 if named else 1))
    return [Sheet(path, PurePath(path).stem, rows)]


def write_delimited(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as UTF-8 with a mark, apart by semicolons, as Excel has it in our countries."""
    text = StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows([map(guarded, row) for row in rows])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def guarded(text: str) -> str:
    """Return a text that no program takes for a formula: an apostrophe before what could begin one."""
    return f"'{text}" if _FORMULA.match(text) else text


def _unguarded(text: str) -> str:
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def _decoded(data: bytes) -> str:
    """Decode UTF-16 and UTF-8, with a mark or without, or else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif data[:200].count(0) > len(data[:200]) // 4:
        encodings = ["utf-16-le" if data[1:2] == b"\0" else "utf-16-be"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnreadableError("sheet.unreadable")


def _separator(text: str) -> str:
    """Return what gives the first rows the most columns."""
    return max(_SEPARATORS, key=lambda each: median([*map(len, islice(_records(text, each), 20)), 0]))


def _records(text: str, separator: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=separator)
    except csv.Error:
        raise UnreadableError("sheet.unreadable") from None


def _rows(text: str, separator: str, first: int) -> Iterator[Row]:
    found = 0
    for number, values in enumerate(_records(text, separator), start=first):
        cells = {at: Cell(_plain(value)) for at, value in enumerate(values, start=1) if value.strip()}
        found += bool(cells)
        if found > MAX_ROWS or max(cells, default=0) > MAX_COLUMNS:
            raise UnreadableError("sheet.too-large")
        if cells:
            yield Row(number, cells)


def _plain(value: str) -> str:
    return _unguarded(value.replace("\r\n", "\n").replace("\r", "\n"))
