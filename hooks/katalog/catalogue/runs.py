"""The runs of a course, each with what it takes from the course."""

from datetime import date
from typing import TypeVar

from msgspec import structs

from katalog.catalogue.state import CourseRun
from katalog.schema.course_parts import Participants, Run, Session
from katalog.schema.record_parts import Online
from katalog.schema.records import Course, Project
from katalog.schema.registration import Registration
from katalog.when.dateless import Availability
from katalog.when.model import When

T = TypeVar("T")


def course_runs(course: Course) -> tuple[CourseRun, ...]:
    """Return a course's runs, each with what it takes from the course; at least one."""
    return tuple(_run(course, run) for run in course.runs) or (_run(course, None),)


def _run(course: Course, run: Run | None) -> CourseRun:
    own: Course | Run = run or course
    where = own if own.place else course
    sessions = own.sessions or course.sessions
    online = own.online or course.online or _of_form(course, where, sessions)
    availability = own.availability or course.availability or _of_kind(course, sessions)
    sessions = tuple(_session(each, where, online, availability) for each in sessions)
    return CourseRun(
        run.id if run else "",
        run.title if run else None,
        sessions,
        _registration(own.registration, course.registration),
        _participants(own.participants, course.participants),
        own.status or course.status,
        where.place,
        where.address,
        online,
        availability,
        next(iter(course.organiser), None),
    )


def _registration(own: Registration | None, course: Registration | None) -> Registration | None:
    """Return how to enrol in a run, with what it does not say itself from the course.

    A deadline of the course is none of a run that has dates of its own.
    """
    if own is None or course is None or not own.required:
        return own or course
    dated = own.opens or own.closes or own.deadlines
    return structs.replace(
        own,
        opens=own.opens or _opening(own, course),
        closes=own.closes if dated else course.closes,
        deadlines=own.deadlines if dated else course.deadlines,
        via=own.via or course.via,
        binding=_stated(own.binding, course.binding),
        members_only=_stated(own.members_only, course.members_only),
        limited=_stated(own.limited, course.limited),
        late=_stated(own.late, course.late),
        cancellation=own.cancellation or course.cancellation,
        invoice=own.invoice or course.invoice,
    )


def _stated(own: T | None, course: T | None) -> T | None:
    """Return what the run says, be it no, else what the course does."""
    return course if own is None else own


def _opening(own: Registration, course: Registration) -> When | None:
    """Return when the course opens for registration, where that is before the run closes."""
    opens, closes = course.opens, own.closes
    return opens if opens and (closes is None or opens.sort_key < closes.sort_key) else None


def _participants(own: Participants | None, course: Participants | None) -> Participants | None:
    """Return how many take part in a run, with what it does not say itself from the course."""
    if own is None or course is None:
        return own or course
    least, most = own.min or course.min, own.max or course.max
    if least and most and least > most:
        least, most = own.min, own.max
    return Participants(min=least, max=most, waiting_list=_stated(own.waiting_list, course.waiting_list))


def _of_form(course: Course, where: Course | Run, sessions: tuple[Session, ...]) -> Online | None:
    """Return that one takes part online, of a course that says so as its form and names no place."""
    placed = where.place or any(each.place for each in sessions)
    return Online() if course.form == ("online",) and not placed else None


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
    return CourseRun("", None, sessions, project.registration, None, None, organiser=project.coordinator)
