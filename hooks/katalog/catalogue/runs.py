"""The runs of a course, each with what it takes from the course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from katalog.catalogue.state import CourseRun
from katalog.schema.course_parts import Session

if TYPE_CHECKING:
    from datetime import date

    from katalog.schema.course_parts import Run
    from katalog.schema.place_parts import Online
    from katalog.schema.records import Course, Project
    from katalog.when.dateless import Availability


def course_runs(course: Course) -> tuple[CourseRun, ...]:
    """Return a course's runs, each with what it takes from the course; at least one."""
    return tuple(_run(course, run) for run in course.runs) or (_run(course, None),)


def _run(course: Course, run: Run | None) -> CourseRun:
    own: Course | Run = run or course
    where = own if own.place else course
    online = own.online or course.online
    sessions = own.sessions or course.sessions
    availability = own.availability or course.availability or _of_kind(course, sessions)
    sessions = tuple(_session(each, where, online, availability) for each in sessions)
    return CourseRun(
        run.id if run else "",
        run.title if run else None,
        sessions,
        own.registration or course.registration,
        own.participants or course.participants,
        own.status or course.status,
        where.place,
        where.address,
        online,
        availability,
    )


def _of_kind(course: Course, sessions: tuple[Session, ...]) -> Availability | None:
    """Return that a self-paced course without a date is open all year."""
    dated = any(each.when for each in sessions)
    return "all-year" if course.kind == "self-paced" and not dated else None


def _session(
    session: Session, where: Course | Run, online: Online | None, availability: Availability | None
) -> Session:
    """Return a session with what it does not state itself: place, how to join, what stands for its date."""
    if where.place and not session.place:
        address = session.address or where.address
        session = structs.replace(session, place=where.place, address=address)
    if availability and not session.when and not session.availability:
        session = structs.replace(session, availability=availability)
    return structs.replace(session, online=online) if online and not session.online else session


def enrolment_of(project: Project, today: date) -> CourseRun:
    """Return a project's registration as a run, so that the same states hold; over when its period is."""
    over = project.period and project.period.latest and project.period.latest < today
    sessions = (Session(when=project.period),) if over else ()
    return CourseRun("", None, sessions, project.registration, None, None)
