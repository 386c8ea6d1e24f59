"""The parts a session's programme is made of: its rows, and who speaks."""

from typing import Annotated, Any, Literal

from katalog.problems import InvalidValueError
from katalog.schema.contact_value_types import ID
from katalog.schema.record_parts import Part
from katalog.schema.value_types import MANY, Boolean, ClockHours, Name, PersonId, Positive, Text, Title
from katalog.when.hours import split_hours


class Speaker(Part, frozen=True, kw_only=True):
    """Who speaks: a person with a record of their own, or a name that has none."""

    person: PersonId | None = None
    name: Name | None = None
    role: Text | None = None
    affiliation: Text | None = None

    @staticmethod
    def expand_shorthand(value: Any) -> Any:
        """A person's id alone, or a name alone."""
        if not isinstance(value, str):
            return value
        return {"person" if ID.fullmatch(value) else "name": value}

    @staticmethod
    def fields_labelled(key: str, value: str) -> dict[str, Any] | None:
        """A name and what they are: `Bo Prøve: lektor`."""
        return {"name": key, "role": value}

    def __post_init__(self) -> None:
        """Refuse a speaker who is nobody, or two."""
        if bool(self.person) == bool(self.name):
            raise InvalidValueError("course.speaker-person-or-name")


Speakers = Annotated[tuple[Speaker, ...], MANY]


class ProgrammeRow(Part, frozen=True, kw_only=True):
    """A row of a session's programme; its hours are of the session's day and place.

    Rows with the same `choice` exclude each other.
    """

    hours: ClockHours | None = None
    title: Title
    speakers: Speakers = ()
    room: Text | None = None
    track: Text | None = None
    choice: Text | None = None
    seats: Positive | None = None
    status: Literal["cancelled", "full"] | None = None
    pause: Boolean = False
    note: Text | None = None

    @staticmethod
    def expand_shorthand(value: Any) -> Any:
        """A line alone: the hours it begins with, where they are plain, and the title."""
        if not isinstance(value, str):
            return value
        hours, title = split_hours(value)
        return {"hours": hours or None, "title": title}

    @staticmethod
    def fields_labelled(key: str, value: str) -> dict[str, Any] | None:
        """Hours and what happens then; other words before a colon belong to the title."""
        hours, title = split_hours(f"{key} {value}")
        return {"hours": hours, "title": title} if hours else {"title": f"{key}: {value}"}


Programme = Annotated[tuple[ProgrammeRow, ...], MANY]
