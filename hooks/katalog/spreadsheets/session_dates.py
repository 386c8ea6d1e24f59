"""A date that stands in several cells: the day, the last day, the hours or where they begin and end."""

from collections.abc import Mapping
from datetime import date

from katalog.problems import InvalidValueError
from katalog.spreadsheets.table import Cell
from katalog.when.day_spans import Hours
from katalog.when.hours import read_hours
from katalog.when.model import Precision, When
from katalog.when.reading import read_when


class CellFaultError(Exception):
    """What is wrong with one of the cells that a date stands in: its part, and the error."""

    def __init__(self, part: str, error: InvalidValueError) -> None:
        super().__init__(part, error)
        self.part, self.error = part, error


def date_of(cells: Mapping[str, Cell], language: str) -> str:
    """Return a date as a record has it; `cells` are those that hold something, by the part they hold.

    A day alone stays as it is written.  `CellFaultError` where a part cannot be read.
    """
    written = _text(cells["when"])
    hours = {part: each for part, each in cells.items() if part in {"hours", "starts", "ends"}}
    if not hours and "last-day" not in cells:
        return written
    if hours.keys() == cells.keys() - {"when"} == {"hours"} and (again := _again(written, hours, language)):
        return again
    day = _day("when", written, language)
    last = _day("last-day", _text(cells["last-day"]), language) if "last-day" in cells else day
    if not hours:
        return f"{day}/{last}" if last != day else f"{day}"
    return When(day, last, Precision.HOURS, "", **_hours(hours, language)._asdict()).iso


def _again(written: str, hours: Mapping[str, Cell], language: str) -> str | None:
    """Return days that come again with their hours, as one text; None where it is no more than a day."""
    whole = f"{written}, {hours['hours'].text.strip()}"
    try:
        return whole if read_when(whole, language).recurrence else None
    except InvalidValueError:
        return None


def _text(cell: Cell) -> str:
    return cell.serial or cell.text.strip()


def _day(part: str, written: str, language: str) -> date:
    try:
        when = read_when(written, language)
    except InvalidValueError as error:
        raise CellFaultError(part, error) from None
    if when.precision is not Precision.DAY:
        raise CellFaultError(part, InvalidValueError("date.day-expected", written=written))
    return when.earliest


def _hours(cells: Mapping[str, Cell], language: str) -> Hours:
    """Return the hours of one cell, or those where two begin and end."""
    found = {part: _read_hours(part, cell, language) for part, cell in cells.items()}
    first = found.get("hours") or found.get("starts")
    if first is None:
        raise CellFaultError("ends", InvalidValueError("sheet.end-alone", written=_text(cells["ends"])))
    return first._replace(ends=found["ends"].starts) if "ends" in found else first


def _read_hours(part: str, cell: Cell, language: str) -> Hours:
    try:
        if cell.fault:
            raise cell.fault
        return read_hours(cell.text.strip(), language)
    except InvalidValueError as error:
        raise CellFaultError(part, error) from None
