"""Courses, their runs and their sessions in schema.org's vocabulary."""

from collections.abc import Iterable
from operator import attrgetter
from typing import cast

from msgspec.structs import replace

from katalog.catalogue.state_table import ALLOWED, Allowed, State
from katalog.feeds.json_data import models, part_models
from katalog.feeds.json_ld_offers import kinds_of_offer, offer
from katalog.feeds.json_ld_parts import attendance, by_address, location, places, postal_finder, thing, things
from katalog.feeds.json_ld_schedule import schedule
from katalog.feeds.json_ld_types import (
    CONTEXT,
    SCHEMA,
    Audience,
    CourseInstance,
    CourseNode,
    Event,
    Node,
    PropertyValue,
    Thing,
)
from katalog.views.reader import Reader

COURSE_MODES = {"in-person": "Onsite", "online": "Online", "blended": "Blended"}
"""As Google's course results spell them."""
HELD = frozenset({"", "full"})
SCHEMA_EVENT = SCHEMA + "Event"
WEEK_OR_FINER = frozenset({"hours", "day", "days", "week", "weeks"})


def course(data: models.Course, reader: Reader) -> CourseNode:
    """Return a course with its runs."""
    return CourseNode(
        context=CONTEXT,
        type="Course",
        id=data.url,
        name=data.title,
        alternate_name=data.subtitle,
        description=data.summary,
        in_language=data.spoken,
        provider=things(data.organisers) or thing(data.organiser),
        keywords=tuple([topic.title for topic in data.topics]),
        teaches=data.outcomes,
        course_prerequisites=data.prerequisites,
        educational_credential_awarded=data.certificate,
        educational_level=data.level,
        number_of_credits=_credits(data.credits) if data.credits else None,
        funder=things(data.funders),
        audience=Audience(type="Audience", audience_type=data.audience) if data.audience else None,
        offers=kinds_of_offer(data),
        has_course_instance=_instances(data, reader),
    )


def _organisers(data: models.Course) -> tuple[Thing, ...]:
    one = thing(data.organiser)
    return things(data.organisers) or ((one,) if one else ())


def _credits(found: part_models.Credits) -> PropertyValue:
    return PropertyValue(type="PropertyValue", property_id=found.unit, value=f"{found.amount:g}")


def _instances(data: models.Course, reader: Reader) -> tuple[CourseInstance, ...]:
    """Return the runs; a place with a page is told whole in the first that is held there, then only named."""
    told: set[str] = set()
    found = []
    for run in data.runs:
        made = _instance(run, data, reader)
        where = [Node(id=each.id) if each.id and each.id in told else each for each in made.location]
        told.update(each.id for each in made.location)
        found.append(replace(made, location=tuple(where)))
    return tuple(found)


def _status(allowed: Allowed) -> str:
    """Return a run's EventStatusType; what is held as planned needs none."""
    return "" if allowed.event == "Scheduled" else SCHEMA_EVENT + allowed.event


def _instance(run: part_models.Run, data: models.Course, reader: Reader) -> CourseInstance:
    """Return a run; a single session is not repeated as a `subEvent`, but for its programme."""
    allowed = ALLOWED[cast("State", run.state)]
    held = [each.when for each in run.sessions if each.when and each.status in HELD]
    start, end = _dates(held if allowed.dates else [])
    postal = postal_finder(reader)
    every = [places(each, data.url, postal) for each in run.sessions]
    where = tuple(dict.fromkeys(place for each in every for place in each)) or places(run, data.url, postal)
    return CourseInstance(
        type="CourseInstance",
        name=run.title or data.title,
        start_date=start,
        end_date=end,
        course_mode=tuple([COURSE_MODES[form] for form in data.form]),
        course_workload=data.pace,
        course_schedule=schedule(_attended(run)) if allowed.held else None,
        organizer=by_address(_organisers(data)),
        event_status=_status(allowed),
        maximum_attendee_capacity=run.participants.max if run.participants else None,
        performer=_performers(run.sessions[0].speakers) if len(run.sessions) == 1 else (),
        instructor=tuple([Thing(type="Person", id=each.url, name=each.name) for each in data.teachers]),
        event_attendance_mode=attendance(where),
        location=where,
        offers=tuple([offer(reader, price, run) for price in run.prices]) if allowed.held else (),
        sub_event=rows(run.sessions[0]) if len(run.sessions) == 1 else _sessions(run, data, every),
    )


def _attended(run: part_models.Run) -> list[part_models.When]:
    """Return when one takes part: of sessions to choose from, in one."""
    found = {n: each for n, each in enumerate(run.sessions) if each.when and each.status in HELD}
    times = {each.choice or n: each.when for n, each in found.items()}
    return [when for when in times.values() if when]


def _sessions(
    run: part_models.Run, data: models.Course, wheres: Iterable[tuple[Thing, ...]]
) -> tuple[Event, ...]:
    return tuple(
        event(each, data, "EducationEvent", by_address(where))
        for each, where in zip(run.sessions, wheres, strict=True)
        if each.when and each.when.precision in WEEK_OR_FINER
    )


def _dates(whens: list[part_models.When]) -> tuple[str, str]:
    """Return the beginning and the end, each where it is known at least to the week."""
    if len(whens) == 1:
        return _ends(whens[0])
    first = min(whens, key=attrgetter("first_day"), default=None)
    last = max(whens, key=lambda when: when.last_day or "9999", default=None)
    start = first.first_day if first and _to_the_week(first) else ""
    return start, last.last_day if last and _to_the_week(last) else ""


def _ends(when: part_models.When) -> tuple[str, str]:
    """Return the first and the last moment or day; of days that come again the last day has no hour."""
    if when.starts and not when.days:
        return when.starts, when.ends
    return (when.first_day, when.last_day) if _to_the_week(when) else ("", "")


def _to_the_week(when: part_models.When) -> bool:
    return when.precision in WEEK_OR_FINER


def event(
    session: part_models.Session, data: models.Course | models.Project, type_: str, where: tuple[Node, ...]
) -> Event:
    """Return one session or meeting; places with a page are told by the node around it."""
    start, end = _ends(session.when) if session.when else ("", "")
    return Event(
        type=type_,
        name=session.title or data.title,
        start_date=start,
        end_date=end,
        event_status=SCHEMA_EVENT + ALLOWED[session.status].event if session.status else "",
        maximum_attendee_capacity=session.participants.max if session.participants else None,
        performer=_performers(session.speakers),
        event_attendance_mode=attendance(where),
        location=location(where),
        sub_event=rows(session),
    )


def rows(session: part_models.Session) -> tuple[Event, ...]:
    """Return what a session's programme holds as events: the rows whose hours are known, without pauses."""
    return tuple(
        Event(
            type="Event",
            name=row.title,
            start_date=row.starts,
            end_date=row.ends,
            event_status=SCHEMA_EVENT + ALLOWED[row.status].event if row.status else "",
            maximum_attendee_capacity=row.seats,
            performer=_performers(row.speakers),
            location=Thing(type="Place", name=row.room) if row.room else None,
        )
        for row in session.programme
        if row.starts and not row.pause
    )


def _performers(speakers: Iterable[part_models.Speaker]) -> tuple[Thing, ...]:
    return tuple([Thing(type="Person", id=each.url, name=each.name) for each in speakers])
