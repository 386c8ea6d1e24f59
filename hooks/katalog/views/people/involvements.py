"""What a person is involved in: the courses, projects and news that refer to them, by their role there."""

from collections.abc import Sequence

from msgspec import Struct

from katalog.catalogue.catalogue import BackLink
from katalog.schema.entries import Entry
from katalog.schema.record_parts import ContactLink
from katalog.views.courses.card import course_card, split_by_date
from katalog.views.memo import memoise_as_dependency
from katalog.views.reader import Link, Reader
from katalog.views.shared.dates import when_view
from katalog.views.shared.lists import Row
from katalog.views.shared.pagination import ROW, cut
from katalog.views.shared.people import PersonView
from katalog.when.model import When

ROLES = (
    "registration", "content", "press", "project-lead", "coordinator", "facilitator", "other",
    "teacher", "presenter", "author", "member",
)  # fmt: skip
ROLES_WITH_ANSWERS = ROLES[:6]
"""The roles that answer questions: a directory lists who has them."""

_OF_FIELD: dict[str | int, str] = {
    "teachers": "teacher",
    "speakers": "presenter",
    "author": "author",
    "groups": "member",
    "registration": "registration",
}


class Involvement(Struct, frozen=True):
    """A role and the records a person has it in, each with its date: those ahead first, then the latest."""

    key: str
    title: str
    rows: tuple[Row, ...]


class PersonWithCourses(Struct, frozen=True):
    """A person, and the courses ahead that they have to do with."""

    person: PersonView
    courses: tuple[Link, ...]


@memoise_as_dependency
def records_by_role(reader: Reader, entry: Entry) -> dict[str, list[Entry]]:
    """Return the records a person has each role in, in the order of `ROLES`.

    Being the contact of a library or organisation is no involvement.
    """
    found: dict[str, dict[str, Entry]] = {role: {} for role in ROLES}
    for link in reader.catalogue.references_to(entry.id):
        if link.entry.collection in {"courses", "projects", "news"}:
            found[_role(link)][link.entry.id] = link.entry
    return {role: list(entries.values()) for role, entries in found.items() if entries}


def _role(link: BackLink) -> str:
    if link.relation in _OF_FIELD:
        return _OF_FIELD[link.relation]
    part: object = link.entry.record
    for step in link.loc:
        part = part[step] if isinstance(part, tuple) else getattr(part, str(step))  # type: ignore[index]
        if isinstance(part, ContactLink):
            return part.role or "other"
    return next((_OF_FIELD[step] for step in link.loc if step in _OF_FIELD), "other")


def involvements_in_parts(reader: Reader, entry: Entry) -> list[tuple[Involvement, ...]]:
    """Return a person's roles with links to where they have them, as they fit on the parts of their page."""
    every = [
        Involvement(role, reader.phrases(f"contact.as.{role}"), _rows(reader, entries))
        for role, entries in records_by_role(reader, entry).items()
    ]
    return [
        tuple(
            Involvement(each.key, each.title, tuple(rows))
            for each, rows in zip(every, part, strict=True)
            if rows
        )
        for part in cut(*((each.rows, ROW) for each in every))
    ]


def _rows(reader: Reader, entries: Sequence[Entry]) -> tuple[Row, ...]:
    courses = [course_card(reader, each) for each in entries if each.collection == "courses"]
    ahead, past = split_by_date(courses)
    others = sorted((each for each in entries if each.collection != "courses"), key=_first, reverse=True)
    shown = (Row(reader.link(each), _when(reader, each)) for each in others)
    return (*(Row(card.link, card.dates) for card in (*ahead, *past)), *shown)


def _date(entry: Entry) -> When | None:
    return getattr(entry.record, "period", None) or getattr(entry.record, "date", None)


def _first(entry: Entry) -> str:
    date = _date(entry)
    return date.earliest.isoformat() if date else ""


def _when(reader: Reader, entry: Entry) -> str:
    date = _date(entry)
    return when_view(reader, date).shown if date else ""
