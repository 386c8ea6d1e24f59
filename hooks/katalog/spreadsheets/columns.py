"""The columns that a sheet of courses may have, from the schema: each field, and what a date is written with.

A part that a course has once (`registration`) is a column for each of its fields, and one for the whole.
"""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from msgspec import Struct

from katalog.i18n.phrases import Phrases
from katalog.schema.course_parts import Run, Session
from katalog.schema.field_introspection import Field, fields_of
from katalog.schema.field_order import ordered_fields
from katalog.schema.labels import label_id
from katalog.schema.record_parts import Part
from katalog.schema.records import Course

Scope = Literal["course", "run", "session"]
TIME_PARTS = ("last-day", "hours", "starts", "ends")
"""What may stand in columns of its own beside a session's day."""
_RUN_OWN = ("id", "title")
_NOT_BELOW = {"sessions", "runs"}
_SESSIONS_TOO = {"place", "address", "online", "availability"}


class Column(Struct, frozen=True):
    """A column: what it is about, the field's path in it, the message ids of its heading, and the field.

    `help` is the model and the field that explain it.  There is no field for a record's id, its text, and
    the parts of a date.
    """

    scope: Scope
    path: tuple[str, ...]
    labels: tuple[str, ...]
    field: Field | None = None
    help: tuple[type[Part], str] | None = None

    @property
    def name(self) -> str:
        """What the table of headings calls the column: `sessions.when`."""
        lead = {"course": (), "run": ("runs",), "session": ("sessions",)}[self.scope]
        return ".".join((*lead, *self.path))

    def heading(self, phrases: Phrases) -> str:
        """Return the heading that `katalog export` writes."""
        return ": ".join(map(phrases, self.labels))


@cache
def columns() -> tuple[Column, ...]:
    """Return every column, in the order they are best read in."""
    course = [
        column
        for field in ordered_fields(Course)
        if field.name not in _NOT_BELOW
        for column in _below("course", Course, field, (), _of_whole(field))
    ]
    return (
        Column("course", ("id",), ("sheet.heading.id",)),
        *course,
        *_of_runs(),
        *_of_sessions(),
        Column("course", ("body",), ("sheet.heading.body",)),
    )


@cache
def column_named(name: str) -> Column:
    """Return a column by its name; `KeyError` for none."""
    return {each.name: each for each in columns()}[name]


def _of_whole(field: Field) -> tuple[str, ...]:
    """Return what sets a field of a course apart from the like of a session: most people mean the latter."""
    return ("sheet.heading.course",) if field.name in _SESSIONS_TOO else ()


def _of_runs() -> Iterator[Column]:
    for field in fields_of(Run):
        if field.name in _RUN_OWN:
            yield from _below("run", Run, field, (), ("sheet.heading.run",))


def _of_sessions() -> Iterator[Column]:
    for field in ordered_fields(Session):
        yield from _below("session", Session, field, (), ("sheet.heading.session",))
        if field.name == "when":
            for part in TIME_PARTS:
                yield Column("session", (part,), ("sheet.heading.session", f"sheet.heading.{part}"))


def _below(
    scope: Scope, model: type[Part], field: Field, at: tuple[str, ...], labels: tuple[str, ...]
) -> Iterator[Column]:
    """Yield the column of a field, and those of the fields of a part that there is one of."""
    path, names = (*at, field.name), (*labels, label_id(model, field.name))
    yield Column(scope, path, names, field, (model, field.name))
    if field.part and not field.many:
        for each in fields_of(field.part):
            yield from _below(scope, field.part, each, path, names)


RUN_FIELDS = frozenset(field.name for field in fields_of(Run)) - {*_RUN_OWN, "sessions"}
"""Fields of a course that a run may have values of its own for."""
