"""Courses, their runs and their sessions in schema.org's vocabulary."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from operator import attrgetter
from typing import cast

from msgspec.structs import replace

from katalog.catalogue.state_table import ALLOWED, Allowed, State
from katalog.feeds.json_data import models, part_models
from katalog.feeds.json_ld_parts import Postal, attendance, by_address, location, places, thing, things
from katalog.feeds.json_ld_schedule import schedule
from katalog.feeds.json_ld_types import (
    CONTEXT,
    SCHEMA,
    Audience,
    CourseInstance,
    CourseNode,
    Event,
    Node,
    Offer,
    PriceSpecification,
    PropertyValue,
    Thing,
)

COURSE_MODES = {"in-person": "Onsite", "online": "Online", "blended": "Blended"}
"""As Google's course results spell them."""
SCHEMA_EVENT = SCHEMA + "Event"
WEEK_OR_FINER = frozenset({"hours", "day", "days", "week", "weeks"})


def course(data: models.Course, postal: Postal) -> CourseNode:
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
        offers=_kinds_of_offer(data),
        has_course_instance=_instances(data, postal),
    )


def _organisers(data: models.Course) -> tuple[Thing, ...]:
    one = thing(data.organiser)
    return things(data.organisers) or ((one,) if one else ())


def _credits(found: part_models.Credits) -> PropertyValue:
    return PropertyValue(type="PropertyValue", property_id=found.unit, value=f"{found.amount:g}")


def _kinds_of_offer(data: models.Course) -> tuple[Offer, ...]:
    """Return what the course costs, each amount once; the runs have the terms."""
    found = {(price.amount, price.currency): None for run in data.runs for price in run.prices}
    return tuple(
        Offer(
            type="Offer",
            category="Paid" if amount else "Free",
            price=amount,
            price_currency=currency,
        )
        for amount, currency in found
    )


def _instances(data: models.Course, postal: Postal) -> tuple[CourseInstance, ...]:
    """Return the runs; a place with a page is told whole in the first that is held there, then only named."""
    told: set[str] = set()
    found = []
    for run in data.runs:
        made = _instance(run, data, postal)
        where = [Node(id=each.id) if each.id and each.id in told else each for each in made.location]
        told.update(each.id for each in made.location)
        found.append(replace(made, location=tuple(where)))
    return tuple(found)


def _status(allowed: Allowed) -> str:
    """Return a run's EventStatusType; what is held as planned needs none."""
    return "" if allowed.event == "Scheduled" else SCHEMA_EVENT + allowed.event


def _instance(run: part_models.Run, data: models.Course, postal: Postal) -> CourseInstance:
    """Return a run; a single session is not repeated as a `subEvent`, but for its programme."""
    allowed = ALLOWED[cast("State", run.state)]
    held = [each.when for each in run.sessions if each.when and each.status in {"", "full"}]
    start, end = _dates(held if allowed.dates else [])
    every = [places(each, data.url, postal) for each in run.sessions]
    where = tuple(dict.fromkeys(place for each in every for place in each)) or places(run, data.url, postal)
    return CourseInstance(
        type="CourseInstance",
        name=run.title or data.title,
        start_date=start,
        end_date=end,
        course_mode=tuple([COURSE_MODES[form] for form in data.form]),
        course_workload=data.pace,
        course_schedule=schedule(held) if allowed.held else None,
        organizer=by_address(_organisers(data)),
        event_status=_status(allowed),
        maximum_attendee_capacity=run.participants.max if run.participants else None,
        performer=_performers(run.sessions[0].speakers) if len(run.sessions) == 1 else (),
        instructor=tuple([Thing(type="Person", id=each.url, name=each.name) for each in data.teachers]),
        event_attendance_mode=attendance(where),
        location=where,
        offers=tuple([_offer(price, run) for price in run.prices]) if allowed.held else (),
        sub_event=rows(run.sessions[0]) if len(run.sessions) == 1 else _sessions(run, data, every),
    )


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


def _offer(price: part_models.Price, run: part_models.Run) -> Offer:
    allowed = ALLOWED[cast("State", run.state)]
    url = run.registration.url if run.registration and allowed.enrol else ""
    return Offer(
        type="Offer",
        name=", ".join(filter(None, (price.label, price.audience))),
        description=price.condition,
        valid_from=price.valid_from,
        valid_through=_through(price.valid_until),
        price=price.amount,
        price_currency=price.currency,
        price_specification=_specification(price),
        url=url,
        availability=allowed.offer and SCHEMA + allowed.offer,
    )


def _through(until: str) -> str:
    """Return the last second before an instant."""
    return (datetime.fromisoformat(until) - timedelta(seconds=1)).isoformat() if until else ""


def _specification(price: part_models.Price) -> PriceSpecification | None:
    """Return whether VAT is in the price, and whether it is the lowest or the highest, where that is said."""
    found = PriceSpecification(
        type="PriceSpecification",
        value_added_tax_included={"excluded": False, "included": True}.get(price.vat),
        min_price=price.amount if price.bound == "from" else None,
        max_price=price.amount if price.bound == "at-most" else None,
    )
    return None if found == PriceSpecification(type="PriceSpecification") else found
