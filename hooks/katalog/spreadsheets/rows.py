"""Rows that belong together, made into what a course's record says, each value with the cell it is from."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct, field

from katalog.problems import InvalidValueError, Problem
from katalog.source import Loc
from katalog.source.file_names import slug
from katalog.spreadsheets.cells import Reading, read_cell
from katalog.spreadsheets.columns import RUN_FIELDS, TIME_PARTS, Column
from katalog.spreadsheets.headings import Headings
from katalog.spreadsheets.session_dates import CellFaultError, date_of
from katalog.spreadsheets.table import Cell, Row, Sheet

Placed = tuple[Column, "Place"]


class Place(Struct, frozen=True):
    """Where something stands: the cell, and what it says."""

    row: int
    column: int
    cell: Cell


class Fault(Struct, frozen=True):
    """A value that cannot be read: its path in the record, its cell, and the error."""

    loc: Loc
    place: Place
    error: InvalidValueError


class RawCourse(Struct):
    """A course as its rows state it: front matter in the making, where each value is from, what is wrong."""

    id: str
    first: Place
    data: dict[str, Any] = field(default_factory=dict)
    body: str = ""
    places: dict[Loc, Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def place_of(self, loc: Loc) -> Place:
        """Return the cell of the value at `loc`, or of the nearest one around it."""
        while loc and loc not in self.places:
            loc = loc[:-1]
        return self.places.get(loc, self.first)


def groups_of(sheet: Sheet, headings: Headings, language: str) -> tuple[dict[str, list[Row]], list[Problem]]:
    """Return the rows of each course by its id, in order; and the rows that are no course's."""
    groups: dict[str, list[Row]] = {}
    by_title: dict[str, str] = {}
    problems: list[Problem] = []
    current = ""
    for row in sheet.rows:
        known = {headings.columns[at].name: at for at in row.cells if at in headings.columns}
        if row.number <= headings.row or not known:
            continue
        texts = {name: row.cells[at].text.strip() for name, at in known.items()}
        title = slug(texts.get("title", ""), language)
        key = slug(texts.get("id", ""), language) or by_title.get(title) or title
        if not key and not (current and _continues(row, groups[current][0], headings)):
            at = min(row.cells)
            written = row.cells[at].text
            problems.append(sheet.problem(row.number, at, "sheet.no-title", written=written))
            continue
        current = key or current
        by_title.setdefault(title, current)
        groups.setdefault(current, []).append(row)
    return groups, problems


def _continues(row: Row, first: Row, headings: Headings) -> bool:
    """Tell whether a row without a title is a further session of the course above: it says no other thing."""
    scopes = {at: column.scope for at, column in headings.columns.items() if at in row.cells}
    said = [at for at, scope in scopes.items() if scope == "course" and at in first.cells]
    return "session" in scopes.values() and all(row.cells[at].text == first.cells[at].text for at in said)


def course_of(id_: str, rows: list[Row], headings: Headings, by: Reading) -> RawCourse:
    """Return the course that `rows` are about."""
    at = min(rows[0].cells)
    course = RawCourse(id_, Place(rows[0].number, at, rows[0].cells[at]))
    for row in rows:
        placed = [
            (headings.columns[at], Place(row.number, at, cell))
            for at, cell in row.cells.items()
            if at in headings.columns
        ]
        run = _run(course, placed, by.language)
        for column, place in placed:
            if column.scope == "course":
                own = run if column.path[0] in RUN_FIELDS else ()
                _put(course, own, column, place, by)
        _add_sessions(course, run, [each for each in placed if each[0].scope == "session"], by)
    return course


def _run(course: RawCourse, placed: list[Placed], language: str) -> Loc:
    """Return the path of the run that a row is about, with what the row says of it; empty for none."""
    stated = {column.path[0]: place for column, place in placed if column.scope == "run"}
    place = stated.get("id") or stated.get("title")
    if place is None:
        return ()
    written = place.cell.text.strip()
    id_ = slug(written, language)
    runs = course.data.setdefault("runs", [])
    number = next((n for n, each in enumerate(runs) if each["id"] == id_), len(runs))
    if number == len(runs):
        runs.append({"id": id_})
        course.places["runs", number] = course.places["runs", number, "id"] = place
    named = stated.get("title") or (place if id_ != written else None)
    if named:
        runs[number].setdefault("title", named.cell.text.strip())
        course.places.setdefault(("runs", number, "title"), named)
    return ("runs", number)


def _put(course: RawCourse, at: Loc, column: Column, place: Place, by: Reading) -> None:
    """Set the value of a cell, unless another row has said it; the first one counts."""
    if column.path in {("id",), ("body",)}:
        if column.path == ("body",) and not course.body:
            course.body, course.places["body",] = place.cell.text.strip("\n"), place
        return
    assert column.field is not None
    loc = (*at, *column.path)
    try:
        value = read_cell(column.field, place.cell, by)
    except InvalidValueError as error:
        value = _written(place)
        course.faults += [] if loc in course.places else [Fault(loc, place, error)]
    _merge(course, loc, value, place)


def _merge(course: RawCourse, loc: Loc, value: Any, place: Place) -> None:
    target: Any = course.data
    for step in loc[:-1]:
        target = target.setdefault(step, {}) if isinstance(target, dict) else target[step]
        if isinstance(target, str):  # said in one word, such as that nobody need enrol
            course.faults.append(_different(course, loc, place))
            return
    there = target.get(loc[-1])
    if isinstance(there, dict) and isinstance(value, dict):
        for key, each in value.items():
            _merge(course, (*loc, key), each, place)
    elif there is None:
        target[loc[-1]] = value
        course.places[loc] = place
    elif there != value:
        course.faults.append(_different(course, loc, place))


def _different(course: RawCourse, loc: Loc, place: Place) -> Fault:
    first = course.place_of(loc).cell.text
    error = InvalidValueError("sheet.different", written=place.cell.text.strip(), other=first.strip())
    return Fault((), place, error)


def _add_sessions(course: RawCourse, run: Loc, placed: list[Placed], by: Reading) -> None:
    """Add the sessions of a row: one, or one for each line of its date."""
    if not placed:
        return
    target = course.data["runs"][run[1]] if run else course.data
    sessions = target.setdefault("sessions", [])
    for line in _lines(placed):
        loc = (*run, "sessions", len(sessions))
        sessions.append({})
        course.places[loc] = placed[0][1]
        _add_date(course, loc, sessions[-1], line, by)
        for column, place in line:
            if column.path[0] not in {"when", *TIME_PARTS}:
                _put(course, loc, column, place, by)


def _lines(placed: list[Placed]) -> Iterator[list[Placed]]:
    """Yield the cells of each session: of a cell with as many lines as there are dates, its line."""
    dates = next((place.cell for column, place in placed if column.path == ("when",)), None)
    count = len(_split(dates)) if dates else 1
    for number in range(count):
        yield [(column, _line(place, number, count)) for column, place in placed]


def _split(cell: Cell) -> list[str]:
    return [line for line in cell.text.split("\n") if line.strip()]


def _line(place: Place, number: int, count: int) -> Place:
    lines = _split(place.cell)
    if count == 1 or len(lines) != count:
        return place
    return Place(place.row, place.column, type(place.cell)(lines[number], "", place.cell.fault))


def _add_date(course: RawCourse, loc: Loc, session: dict[str, Any], line: list[Placed], by: Reading) -> None:
    parts = {column.path[0]: place for column, place in line if column.path[0] in {"when", *TIME_PARTS}}
    for other in ("hours", "starts", "last-day"):  # one column alone is the date, whatever its heading
        if parts and "when" not in parts and other in parts:
            parts["when"] = parts.pop(other)
    if not parts:
        return
    place = parts.get("when") or next(iter(parts.values()))
    course.places[*loc, "when"] = place
    try:
        if place.cell.fault:
            raise place.cell.fault
        session["when"] = date_of({part: each.cell for part, each in parts.items()}, by.language)
    except InvalidValueError as error:
        course.faults.append(Fault((*loc, "when"), place, error))
    except CellFaultError as error:
        course.faults.append(Fault((*loc, "when"), parts[error.part], error.error))
    if "when" not in session:
        session["when"] = ", ".join(each.cell.text.strip() for each in parts.values())


def _written(place: Place) -> str:
    return " ".join(place.cell.text.split())
