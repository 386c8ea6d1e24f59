"""When a record was last updated, computed from its own dates.

No date of editing is recorded, and the day of the build would make everything look new every day.
So a course counts as updated on the last day its state turned: enrolment opened, is closing soon, is
closed, the course began, is over.  Before the first of them it has the first day of a year that
has come: the same until something happens.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from katalog.catalogue.catalogue import LocalisedRecord
from katalog.catalogue.state import CourseRun, soon_from
from katalog.schema.records import Course, News


def updated(localised: LocalisedRecord, today: date, closing_soon_days: int) -> datetime:
    """Return the instant, at midnight UTC; never after `today`."""
    days = list(_days(localised, closing_soon_days))
    past = [day for day in days if day <= today]
    first = min(days, default=today)
    day = max(past) if past else date(min(first.year - 1, today.year), 1, 1)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _days(localised: LocalisedRecord, soon: int) -> Iterator[date]:
    if isinstance(localised.record, News):
        yield localised.record.date.earliest
    elif isinstance(localised.record, Course):
        for run in localised.runs:
            yield from _turns(run, soon)


def _turns(run: CourseRun, soon: int) -> Iterator[date]:
    if run.opening:
        yield run.opening
    if run.deadline:
        yield soon_from(run.deadline, soon)
        yield run.deadline + timedelta(1)
    for each in run.registration.deadlines if run.registration else ():
        yield each.when.earliest + timedelta(1)
    if run.start:
        yield run.start
    if run.end and run.end < date.max:
        yield run.end + timedelta(1)
