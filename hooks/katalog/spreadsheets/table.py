"""A sheet once it has been read: its cells as text, whatever kind of file it came from."""

from msgspec import Struct, field

from katalog.problems import InvalidValueError, Position, Problem

MAX_BYTES = 10_000_000
"""The largest file that is read; an announcement for every day of ten years is a tenth of that."""
MAX_UNPACKED = 40_000_000
"""How many bytes the parts of a workbook may have that is a ZIP file."""
MAX_ROWS = 5_000
MAX_COLUMNS = 300
MAX_CELLS = 2_000_000
"""How many cells of a sheet are looked at, empty ones too."""


class Cell(Struct, frozen=True):
    """A cell that holds something.

    `serial` is the day (and hour) that its number stands for, where it may count days or its column tells
    their order; `fault` is why the cell has no value.
    """

    text: str
    serial: str = ""
    fault: InvalidValueError | None = None


class Row(Struct, frozen=True):
    """A row that holds something: its number in the sheet, and its cells by column, both from 1."""

    number: int
    cells: dict[int, Cell]


class Sheet(Struct, frozen=True):
    """A sheet of a file; `path` is the file's, `problems` are those of the sheet as a whole."""

    path: str
    name: str
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = field(default=())

    def problem(self, row: int, column: int, code: str, **params: str) -> Problem:
        """Return a problem at the place of a cell."""
        return Problem(self.path, Position(row, column), code, params, self.name)


class UnreadableError(Exception):
    """A file that is no spreadsheet, or too large a one: the problem it makes."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code, params)
        self.code, self.params = code, params
