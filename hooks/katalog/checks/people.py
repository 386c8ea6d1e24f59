"""People: until when they are shown, who has withdrawn, and details that stand where they do not belong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from katalog.problems import Position, Problem
from katalog.schema import records
from katalog.schema.fields import references
from katalog.schema.records import Contact
from katalog.when.normalise import digits_as_zeros

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from katalog.loading import ProjectFolder
    from katalog.schema.entries import Entry, TranslationEntry

REMIND_DAYS = 30

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NUMBER = re.compile(r"(?<![\w/])\+?\d(?:[ ./()-]{0,2}\d){6,13}(?![\w/])")
_SEVEN_DIGITS = re.compile(rb"0(?:[ ./()-]{0,2}0){6}")


def check_person(entry: Entry, today: date) -> Iterator[Problem]:
    """Remind of the day until which a person's details may be shown, thirty days ahead."""
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


def check_contact_details_in_texts(project: ProjectFolder) -> Iterator[Problem]:
    """Find e-mail addresses and phone numbers in texts that stand in a person's own record too."""
    owners = dict(_details(project.entries))
    if not owners:
        return
    everything: list[Entry | TranslationEntry] = [*project.entries, *project.translations]
    for each in everything:
        yield from _details_in(each, owners)


def _details(entries: Sequence[Entry]) -> Iterator[tuple[str, Entry]]:
    for entry in entries:
        if isinstance(entry.record, Contact):
            if entry.record.email:
                yield entry.record.email.casefold(), entry
            if entry.record.phone:
                yield _digits(entry.record.phone), entry


def _details_in(each: Entry | TranslationEntry, owners: Mapping[str, Entry]) -> Iterator[Problem]:
    if "@" not in each.body and not _SEVEN_DIGITS.search(digits_as_zeros(each.body)):
        return
    for number, line in enumerate(each.body.split("\n"), start=each.body_line):
        for pattern, key in _DETAILS:
            for found in pattern.finditer(line):
                owner = owners.get(key(found[0]))
                if owner:
                    params = {"written": found[0], "other": owner.path}
                    yield Problem(
                        each.path, Position(number, found.start() + 1), "person.details-in-text", params
                    )


def _digits(text: str) -> str:
    """Return the last eight digits: the same number with and without a country code or trunk zero."""
    return re.sub(r"\D", "", text)[-8:]


_DETAILS: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (_EMAIL, str.casefold),
    (_NUMBER, _digits),
)
