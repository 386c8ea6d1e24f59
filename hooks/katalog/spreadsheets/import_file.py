"""A file of courses, of any kind, to what becomes of each of them."""

from collections.abc import Iterator
from pathlib import PurePath
from zoneinfo import ZoneInfo

from msgspec import Struct

from katalog.problems import Position, Problem
from katalog.schema.entries import language_of
from katalog.schema.names import Names, names_in
from katalog.spreadsheets.cells import Reading
from katalog.spreadsheets.files import read_sheets
from katalog.spreadsheets.headings import Headings, find_headings
from katalog.spreadsheets.ics_courses import courses_of
from katalog.spreadsheets.ics_events import read_events
from katalog.spreadsheets.rows import RawCourse, course_of, groups_of
from katalog.spreadsheets.rows_to_records import Imported, Site, import_courses
from katalog.spreadsheets.table import Row, Sheet, UnreadableError


class Import(Struct, frozen=True):
    """What a file holds: its courses, and everything that is wrong with it, in the order of its cells."""

    courses: tuple[Imported, ...]
    problems: tuple[Problem, ...]


def import_file(path: str, data: bytes, site: Site, language: str) -> Import:
    """Return what becomes of the courses of a file; `language` is that of courses that state none."""
    if PurePath(path).suffix.casefold() == ".ics":
        return _import_calendar(path, data, site, language)
    sheets, problems = read_sheets(path, data)
    names = names_in(site.project.entries, site.project.topics)
    found: list[tuple[Sheet, RawCourse]] = []
    for sheet in sheets:
        headings, more = find_headings(sheet)
        problems += more
        if headings:
            groups, more = groups_of(sheet, headings, language)
            problems += more
            found += [
                (sheet, _course(id_, rows, headings, site, names, language)) for id_, rows in groups.items()
            ]
    made = import_courses([course for _, course in found], site)
    for (sheet, _), each in zip(found, made, strict=True):
        problems += _problems(sheet, each)
    return Import(tuple(made), tuple(sorted(problems, key=lambda each: _order(each, sheets))))


def _import_calendar(path: str, data: bytes, site: Site, language: str) -> Import:
    try:
        events = read_events(data, ZoneInfo(site.settings.time_zone))
    except UnreadableError as error:
        params = {"written": PurePath(path).name}
        return Import((), (Problem(path, Position(), error.code, params),))
    names = names_in(site.project.entries, site.project.topics)
    courses, problems = courses_of(events, path, language, names)
    made = import_courses(courses, site)
    for each in made:
        problems += _problems(Sheet(path, "", ()), each)
    return Import(tuple(made), tuple(sorted(problems, key=lambda each: each.sort_key)))


def _course(
    id_: str, rows: list[Row], headings: Headings, site: Site, names: Names, language: str
) -> RawCourse:
    kinds = {name.casefold(): each.id for each in site.settings.kinds for name in each.name.values()}
    stated = course_of(id_, rows, headings, Reading(language, names, kinds))
    if "language" not in stated.data:
        stated.data["language"] = language
        return stated
    own = language_of(stated.data)
    return stated if own == language else course_of(id_, rows, headings, Reading(own, names, kinds))


def _problems(sheet: Sheet, made: Imported) -> Iterator[Problem]:
    for each in made.faults:
        yield sheet.problem(each.place.row, each.place.column, each.error.code, **each.error.params)


def _order(problem: Problem, sheets: list[Sheet]) -> tuple[int, Position, str]:
    names = [each.name for each in sheets]
    number = names.index(problem.sheet) if problem.sheet in names else -1
    return number, problem.position, problem.code
