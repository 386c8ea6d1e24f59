"""People: until when they are shown, who has withdrawn, and who is named without their id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from katalog.problems import Problem
from katalog.schema import records
from katalog.schema.course_parts import Session
from katalog.schema.entries import Entry
from katalog.schema.field_introspection import references
from katalog.schema.programme_parts import Speaker
from katalog.schema.records import Contact
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
        registration = (
            entry.record.registration if isinstance(entry.record, (records.Course, records.Project)) else None
        )
        if registration and registration.via in gone:
            yield entry.problem(("registration", "via"), "person.withdrawn", written=str(registration.via))


def check_speakers_by_name(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Find speakers by name who have a record: its page would not say what they speak at."""
    known = {str(each.record.title): each.id for each in entries if isinstance(each.record, Contact)}
    for entry in entries if known else ():
        for loc, name in _names(entry.record):
            if found := known.get(name):
                yield entry.problem(loc, "person.has-record", written=name, suggestion=found)


def _names(record: records.Record) -> Iterator[tuple[Loc, str]]:
    """Yield the names of speakers without an id, with their places."""
    for at, sessions in _sessions(record):
        for number, session in enumerate(sessions):
            yield from _speakers(session.speakers, (*at, number))
            for row, each in enumerate(session.programme):
                yield from _speakers(each.speakers, (*at, number, "programme", row))


def _sessions(record: records.Record) -> Iterator[tuple[Loc, Sequence[Session]]]:
    if isinstance(record, records.Project):
        yield ("meetings",), record.meetings
    if isinstance(record, records.Course):
        yield ("sessions",), record.sessions
        for number, run in enumerate(record.runs):
            yield ("runs", number, "sessions"), run.sessions


def _speakers(speakers: Sequence[Speaker], at: Loc) -> Iterator[tuple[Loc, str]]:
    for number, each in enumerate(speakers):
        if each.name:
            yield (*at, "speakers", number), str(each.name)
