"""The events of a calendar as courses: those of one name are the sessions of one course.

A calendar says little of a course, so that all of them are drafts.  Whom an event is by and who is invited
is never taken.
"""

import re
from collections.abc import Iterable
from typing import Any

from katalog.problems import InvalidValueError, Position, Problem
from katalog.schema.contact_value_types import read_web_address
from katalog.schema.names import Names
from katalog.source.file_names import slug
from katalog.spreadsheets.cells import PLACES
from katalog.spreadsheets.ics_events import Held
from katalog.spreadsheets.rows import Fault, Place, RawCourse
from katalog.spreadsheets.table import Cell

_MARKUP = re.compile(r"([\\`*_\[\]<#])")


def courses_of(
    events: Iterable[Held], path: str, language: str, names: Names
) -> tuple[list[RawCourse], list[Problem]]:
    """Return the courses that events are about, and the events that have no name."""
    found: dict[str, RawCourse] = {}
    problems: list[Problem] = []
    for event in events:
        id_ = slug(event.texts["SUMMARY"], language)
        if not id_:
            written = ", ".join(event.dates[:1]) or "VEVENT"
            problems.append(Problem(path, Position(event.line), "sheet.no-title", {"written": written}))
            continue
        place = Place(event.line, 1, Cell(event.texts["SUMMARY"]))
        course = found.setdefault(id_, RawCourse(id_, place))
        _add(course, event, place, names)
        course.data.setdefault("language", language)
    for course in found.values():
        if not any(
            each.loc for each in course.faults
        ):  # whose places are those of the order they were met in
            course.data["sessions"].sort(key=lambda session: session.get("when", "9"))
    return list(found.values()), problems


def _add(course: RawCourse, event: Held, place: Place, names: Names) -> None:
    """Add an event to its course: what it says of the whole where nothing is said yet, and its dates."""
    course.data.setdefault("title", event.texts["SUMMARY"])
    course.data["draft"] = "true"
    if event.texts["DESCRIPTION"] and not course.body:
        course.body = _MARKUP.sub(r"\\\1", event.texts["DESCRIPTION"])
    if _is_address(event.texts["URL"]):
        course.data.setdefault("registration", {"via": event.texts["URL"]})
    about = _place(event.texts["LOCATION"], names) | ({"status": "cancelled"} if event.cancelled else {})
    sessions = course.data.setdefault("sessions", [])
    if event.unread:
        loc = ("sessions", len(sessions), "when")
        course.faults.append(Fault(loc, place, InvalidValueError("date.unreadable", written=event.unread)))
    for when in event.dates or (event.unread,):
        sessions.append(({"when": when} if when else {}) | about)
    if event.cut:
        error = InvalidValueError("sheet.recurs", written=str(len(event.dates)))
        course.faults.append(Fault((), place, error))


def _place(location: str, names: Names) -> dict[str, Any]:
    """Return where an event is: at a library or organisation with that name, online, or at a place."""
    if not location:
        return {}
    if _is_address(location):
        return {"online": location}
    found = names.find(location, PLACES)
    return {"place": next(iter(found)) if len(found) == 1 else " ".join(location.split())}


def _is_address(text: str) -> bool:
    try:
        return bool(read_web_address(text, ""))
    except InvalidValueError:
        return False
