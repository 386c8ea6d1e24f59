"""People: until when they are shown, and who has withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from katalog.schema import records
from katalog.schema.field_introspection import references
from katalog.schema.records import Contact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from katalog.problems import Problem
    from katalog.schema.entries import Entry

REMIND_DAYS = 30


def check_person(entry: Entry, today: date) -> Iterator[Problem]:
    """Remind of the day until which a person's details may be shown, when it is near or has passed."""
    person = entry.record
    if not isinstance(person, Contact) or person.withdrawn or not (person.email or person.phone):
        return
    until = person.show_until.earliest
    if until < today:
        yield entry.problem(("show_until",), "person.show-until-passed", until=until.isoformat())
    elif (until - today).days <= REMIND_DAYS:
        yield entry.problem(("show_until",), "person.show-until-near", until=until.isoformat())


def check_withdrawn(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Find references to people who have withdrawn."""
    gone = {each.id for each in entries if isinstance(each.record, Contact) and each.record.withdrawn}
    if not gone:
        return
    for entry in entries:
        for loc, target, _ in references(entry.record):
            if target in gone:
                yield entry.problem(loc, "person.withdrawn", written=target)
        registration = (
            entry.record.registration if isinstance(entry.record, (records.Course, records.Project)) else None
        )
        if registration and registration.via in gone:
            yield entry.problem(("registration", "via"), "person.withdrawn", written=str(registration.via))
