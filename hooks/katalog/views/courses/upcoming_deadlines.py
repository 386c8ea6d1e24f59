"""Deadlines ahead in one list: those of courses, of projects, and further ones with names."""

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from msgspec import Struct

from katalog.catalogue.runs import enrolment_of
from katalog.catalogue.state_table import ALLOWED
from katalog.schema.entries import Entry
from katalog.schema.records import Project
from katalog.views.courses.card import course_cards
from katalog.views.courses.listed import ListedCourse
from katalog.views.reader import Link, Reader
from katalog.views.shared.deadlines import DeadlineView, deadline_view
from katalog.views.shared.event import EventView, is_named_deadline
from katalog.views.shared.time_zones import zone_of_run


class UpcomingDeadline(Struct, frozen=True):
    """A course or project one may still enrol in, and until when; `title` names a further deadline."""

    link: Link
    deadline: DeadlineView
    title: str = ""


def upcoming_deadlines(
    reader: Reader,
    courses: Iterable[ListedCourse],
    projects: Sequence[Entry],
    events: Iterable[EventView],
    most: int,
) -> tuple[UpcomingDeadline, ...]:
    """Return the first so many deadlines to pass: of courses, of projects, and those with names of events."""
    found = (*course_deadlines(reader, courses, most), *_of_projects(reader, projects))
    in_order = sorted(
        (*found, *_with_names(reader, events)), key=lambda each: (each.deadline.until, each.link.title)
    )
    return tuple(in_order[:most])


def course_deadlines(
    reader: Reader, courses: Iterable[ListedCourse], most: int
) -> Iterator[UpcomingDeadline]:
    """Yield until when one may enrol in the first so many to close of the courses that one can join."""
    for card in course_cards(reader, (each.id for each in first_to_close(courses, most))):
        if card.deadline:
            yield UpcomingDeadline(card.link, card.deadline)


def first_to_close(courses: Iterable[ListedCourse], most: int) -> list[ListedCourse]:
    """Return the first so many to close of the courses that one can join, and what closes with the last."""
    joinable = (each for each in courses if each.closes and each.state.joinable)
    closing = sorted(joinable, key=lambda each: (each.closes, each.id))
    last = closing[:most][-1:]
    return [each for each in closing if each.closes <= last[0].closes]


def _of_projects(reader: Reader, projects: Iterable[Entry]) -> Iterator[UpcomingDeadline]:
    """Yield until when one may join each of some projects."""
    for entry in projects:
        run = enrolment_of(cast("Project", entry.record), reader.today)
        state = reader.state(run)
        zone = zone_of_run(reader, run)
        closes = deadline_view(reader, run.registration.closes, zone) if run.registration else None
        if closes and ALLOWED[state].deadline == "ahead":
            yield UpcomingDeadline(reader.link(entry), closes)


def _with_names(reader: Reader, events: Iterable[EventView]) -> Iterator[UpcomingDeadline]:
    """Yield the further deadlines ahead among some events, such as that of proposals."""
    for event in events:
        if not is_named_deadline(event.kind, event.uid):
            continue
        closes = deadline_view(reader, event.when, event.zone)
        if closes and not closes.past:
            yield UpcomingDeadline(event.link, closes, event.title)
