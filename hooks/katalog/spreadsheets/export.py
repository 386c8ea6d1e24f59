"""Courses to the rows of a sheet: one for each session, or one for each course.

What is written is read again at once, so that everything a sheet does not hold is reported.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from katalog.i18n.phrases import Phrases
from katalog.problems import InvalidValueError, Problem
from katalog.schema.entries import Entry
from katalog.schema.faults import InvalidItemsError
from katalog.schema.names import names_in
from katalog.schema.reading import reader_of
from katalog.schema.records import Course
from katalog.source.yaml_tree import read_tree
from katalog.spreadsheets.cells import Reading
from katalog.spreadsheets.columns import RUN_FIELDS, Column, column_named, columns
from katalog.spreadsheets.headings import Headings
from katalog.spreadsheets.rows import course_of
from katalog.spreadsheets.rows_to_records import Site, differences
from katalog.spreadsheets.table import Cell, Row
from katalog.spreadsheets.written_cells import write_cell

MAX_TEXT = 32_767
"""The most characters that Excel keeps in a cell."""
Cells = dict[Column, str]


class Exported(Struct, frozen=True):
    """A sheet: its headings, its rows of text, and what of the courses is not in it."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    problems: tuple[Problem, ...]


def export_courses(site: Site, phrases: Phrases, *, upcoming: bool, by_session: bool) -> Exported:
    """Return the courses of a site as rows, with headings and words of the editor's language."""
    names, kinds = (
        names_in(site.project.entries, site.project.topics),
        {each.id: each.id for each in site.settings.kinds},
    )
    found: list[Cells] = []
    problems: list[Problem] = []
    for entry in _in_order(site.project.entries):
        if upcoming and not is_ahead(entry.record, site.today):
            continue
        by = Reading(entry.record.language, names, kinds)
        rows = list(_rows(entry, by, phrases.language))
        rows = rows if by_session else [_together(rows)]
        problems += _lost(entry, rows, by)
        found += rows
    used = [column for column in columns() if any(column in each for each in found)]
    headings = tuple(column.heading(phrases) for column in used)
    rows_of_text = tuple(tuple(each.get(column, "") for column in used) for each in found)
    return Exported(headings, rows_of_text, tuple(problems))


def _in_order(entries: Iterable[Entry]) -> list[Entry]:
    courses = [each for each in entries if isinstance(each.record, Course)]
    return sorted(courses, key=lambda each: (min(_first_days(each.record), default="9"), each.id))


def _first_days(course: Any) -> Iterator[str]:
    for session in _sessions(course):
        if session.when:
            yield session.when.earliest.isoformat()


def _sessions(course: Any) -> list[Any]:
    return [*course.sessions, *(each for run in course.runs for each in run.sessions)]


def is_ahead(course: Any, today: date) -> bool:
    """Tell whether something of a course is still to come, or its dates are to be set."""
    whens = [session.when for session in _sessions(course) if session.when]
    return not whens or any(when.latest is None or when.latest >= today for when in whens)


def _rows(entry: Entry, by: Reading, language: str) -> Iterator[Cells]:
    """Yield the rows of a course: its own facts with its first session, further sessions, then its runs."""
    data = read_tree(entry.path, entry.tree.text, entry.tree.first_line)[0].data
    every = _cells(data, "course", by, language, ())
    body = entry.body.strip("\n")
    own = every | ({column_named("body"): body} if body and len(body) <= MAX_TEXT else {})
    named = {column_named("id"): entry.id, column_named("title"): str(entry.record.title)}
    own = named | own
    for number, session in enumerate(_session_cells(data, by, language) or [{}]):
        yield (own if number == 0 else named) | session
    for run in data.get("runs") or ():
        facts = _cells(run, "run", by, language, ())
        facts |= _cells(run, "course", by, language, RUN_FIELDS)
        which = {column: text for column, text in facts.items() if column.path == ("id",)}
        for number, session in enumerate(_session_cells(run, by, language) or [{}]):
            yield named | (facts if number == 0 else which) | session


def _session_cells(data: dict[str, Any], by: Reading, language: str) -> list[Cells]:
    sessions = data.get("sessions") or ()
    several = [sessions] if isinstance(sessions, str) else sessions
    dicts = [{"when": each} if isinstance(each, str) else each for each in several]
    return [_cells(each, "session", by, language, ()) for each in dicts]


def _cells(data: dict[str, Any], scope: str, by: Reading, language: str, among: Iterable[str]) -> Cells:
    """Return the cells of what `data` says; a part's own fields stand in columns of their own."""
    found: Cells = {}
    for column in columns():
        if column.scope != scope or column.field is None or (among and column.path[0] not in among):
            continue
        value = _at(data, column.path)
        if value is None or (
            column.field.part and not column.field.many and isinstance(value, dict) and value
        ):
            continue
        text = write_cell(column.field, value, by, language)
        if len(text) <= MAX_TEXT:
            found[column] = text
    return found


def _at(data: Any, path: tuple[str, ...]) -> Any:
    for step in path:
        data = data.get(step) if isinstance(data, dict) else None
    return data


def _together(rows: list[Cells]) -> Cells:
    """Return the rows of a course as one, with what all its sessions say, a line for each."""
    dates = [row for row in rows if any(column.scope == "session" for column in row)]
    whole = {column: text for column, text in rows[0].items() if column.scope == "course"}
    for column in columns():
        said = [row.get(column, "") for row in dates] if column.scope == "session" else []
        if said and all(said) and len(set(said)) == 1 and column.path != ("when",):
            whole[column] = said[0]
        elif said and all(said) and not any("\n" in text for text in said):
            whole[column] = "\n".join(said)
    return whole


def _lost(entry: Entry, rows: list[Cells], by: Reading) -> Iterator[Problem]:
    """Report the fields that a course's rows do not say as its record does."""
    placed = dict(enumerate(columns(), start=1))
    sheet = [
        Row(number, {at: Cell(row[column]) for at, column in placed.items() if column in row})
        for number, row in enumerate(rows, start=2)
    ]
    read = course_of(entry.id, sheet, Headings(1, placed), by)
    try:
        record = reader_of(Course)(read.data, entry.record.language)
    except (InvalidValueError, InvalidItemsError):
        record = None
    fields = ["…"] if record is None or read.faults else list(differences(record, read.body, entry))
    if fields:
        yield entry.problem((), "sheet.does-not-fit", allowed=", ".join(fields))
