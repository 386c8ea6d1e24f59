"""The runs of a course, each with what it takes from the course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from katalog.catalogue.state import CourseRun
from katalog.schema.course_parts import Session

if TYPE_CHECKING:
    from datetime import date

    from katalog.schema.records import Course, Project


def course_runs(course: Course) -> tuple[CourseRun, ...]:
    """Return a course's runs, each with what it takes from the course; at least one."""
    if not course.runs:
        return (
            CourseRun("", None, course.sessions, course.registration, course.participants, course.status),
        )
    return tuple(
        CourseRun(
            run.id,
            run.title,
            run.sessions or course.sessions,
            run.registration or course.registration,
            run.participants or course.participants,
            run.status or course.status,
        )
        for run in course.runs
    )


def enrolment_of(project: Project, today: date) -> CourseRun:
    """Return a project's registration as a run, so that the same states hold; over when its period is."""
    over = project.period and project.period.latest and project.period.latest < today
    sessions = (Session(when=project.period),) if over else ()
    return CourseRun("", None, sessions, project.registration, None, None)
