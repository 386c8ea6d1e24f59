"""People: until when they are shown, who has withdrawn, and who is named without their id."""

from collections.abc import Iterator, Sequence
from datetime import date

from katalog.problems import Problem
from katalog.schema.entries import Entry
from katalog.schema.field_introspection import parts_in, references
from katalog.schema.programme_parts import Speaker
from katalog.schema.records import Contact, Course, Project, Record
from katalog.source import Loc

REMIND_DAYS = 30


def check_show_until(entry: Entry, today: date) -> Iterator[Problem]:
    """Remind of the day until which a person's details may be shown, when it is near or has passed."""
    person = entry.record
    if not isinstance(person, Contact) or person.withdrawn or not (person.email or person.phone):
        return
    until = person.show_until.earliest
    if until < today:
        yield entry.problem(("show_until",), "person.show-until-passed", until=until.isoformat())
    elif (until - today).days <= REMIND_DAYS:
        yield entry.problem(("show_until",), "person.show-until-near", until=until.isoformat())


def check_withdrawn_people(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Find references to people who have withdrawn."""
    gone = {each.id for each in entries if isinstance(each.record, Contact) and each.record.withdrawn}
    if not gone:
        return
    for entry in entries:
        for loc, target, _ in references(entry.record):
            if target in gone:
                yield entry.problem(loc, "person.withdrawn", written=target)
        record = entry.record
        registration = record.registration if isinstance(record, Course | Project) else None
        if registration and registration.via in gone:
            yield entry.problem(("registration", "via"), "person.withdrawn", written=str(registration.via))


def check_speakers_by_name(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Find speakers by name who have a record: its page would not say what they speak at."""
    known = {str(each.record.title): each.id for each in entries if isinstance(each.record, Contact)}
    for entry in entries if known else ():
        for loc, name in _names(entry.record):
            if found := known.get(name):
                yield entry.problem(loc, "person.has-record", written=name, suggestion=found)


def _names(record: Record) -> Iterator[tuple[Loc, str]]:
    """Yield the names of speakers without an id, with their places."""
    for loc, part in parts_in(record):
        if isinstance(part, Speaker) and part.name:
            yield loc, str(part.name)
