"""The parts records are made of: prices, sessions, registration, people's roles.

Every field of front matter is defined in this package and nowhere else; checks, JSON Schema,
templates of new records and the field documentation are read off these models.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Struct

from katalog.problems import InvalidValueError
from katalog.schema.scalars import (
    MANY,
    Boolean,
    DateOrSpan,
    DayOrHours,
    EnrolmentLink,
    Id,
    InstitutionId,
    Latitude,
    Line,
    Longitude,
    MoneyAmount,
    PersonId,
    Positive,
    Text,
    Title,
    WebAddress,
)

Role = Literal[
    "registration",
    "content",
    "press",
    "project-lead",
    "coordinator",
    "teacher",
    "facilitator",
    "presenter",
    "author",
    "other",
]
SessionKind = Literal[
    "pre-learning",
    "residential",
    "theme-day",
    "kick-off",
    "visit",
    "guidance",
    "midway",
    "closing",
    "workshop",
    "meeting",
]
Status = Literal["cancelled", "full", "postponed"]
Texts = Annotated[tuple[Text, ...], MANY]


class Part(Struct, frozen=True, kw_only=True):
    """A mapping in front matter, closed to keys it does not know; read by `katalog.schema.reading`."""

    @staticmethod
    def expand_shorthand(value: Any) -> Any:
        """Return what an editor wrote as the mapping it is short for."""
        return value


class ContactLink(Part, frozen=True, kw_only=True):
    """A person and what to ask them about."""

    person: PersonId
    role: Role | None = None

    @staticmethod
    def expand_shorthand(value: Any) -> Any:
        """A person's id alone says that much."""
        return {"person": value} if isinstance(value, str) else value


class Image(Part, frozen=True, kw_only=True):
    """A picture beside the record; `alt` describes it for those who do not see it."""

    file: Line
    alt: Text


class Registration(Part, frozen=True, kw_only=True):
    """How and until when to enrol.  A day without hours lasts until midnight in the organiser's zone."""

    opens: DayOrHours | None = None
    closes: DayOrHours | None = None
    via: EnrolmentLink | None = None


class Participants(Part, frozen=True, kw_only=True):
    """How many take part; below `min` the course is not held."""

    min: Positive | None = None
    max: Positive | None = None
    waiting_list: Boolean = False

    def __post_init__(self) -> None:
        """Refuse a `min` above `max`."""
        if self.min and self.max and self.min > self.max:
            raise InvalidValueError("course.min-above-max", min=str(self.min), max=str(self.max))


class Price(Part, frozen=True, kw_only=True):
    """One line of the price table; `vat` absent means that the source does not say."""

    amount: MoneyAmount
    label: Text | None = None
    per: Literal["participant", "library", "team", "event"] | None = None
    up_to: Positive | None = None
    vat: Literal["excluded", "included", "exempt"] | None = None
    includes: Texts = ()
    condition: Text | None = None

    @staticmethod
    def expand_shorthand(value: Any) -> Any:
        """An amount alone says that much."""
        return {"amount": value} if isinstance(value, str) else value


class Session(Part, frozen=True, kw_only=True):
    """One meeting of a course or project; without `when` its date is still to be set."""

    when: DateOrSpan | None = None
    title: Title | None = None
    kind: SessionKind | None = None
    place: Text | None = None
    agenda: Texts = ()
    note: Text | None = None
    optional: Boolean = False
    status: Literal["cancelled", "postponed"] | None = None

    @staticmethod
    def expand_shorthand(value: Any) -> Any:
        """A date alone says that much."""
        return {"when": value} if isinstance(value, str) else value


Prices = Annotated[tuple[Price, ...], MANY]
Sessions = Annotated[tuple[Session, ...], MANY]
ContactLinks = Annotated[tuple[ContactLink, ...], MANY]
Institutions = Annotated[tuple[InstitutionId, ...], MANY]
People = Annotated[tuple[PersonId, ...], MANY]


class Run(Part, frozen=True, kw_only=True):
    """One holding of a course; what it does not state it takes from the course."""

    id: Id
    title: Title | None = None
    sessions: Sessions = ()
    registration: Registration | None = None
    price: Prices = ()
    participants: Participants | None = None
    status: Status | None = None
    contacts: ContactLinks = ()


class Document(Part, frozen=True, kw_only=True):
    """Something to read: a file beside the record, an address, or only its title."""

    title: Title
    file: Line | None = None
    url: WebAddress | None = None
    language: Literal["da", "sv", "en", "nb"] | None = None
    date: DateOrSpan | None = None
    kind: Literal["vision", "analysis", "slides", "report", "article", "other"] | None = None


class Milestone(Part, frozen=True, kw_only=True):
    """A point of an initiative's time line."""

    when: DateOrSpan | None = None
    title: Title


class Group(Part, frozen=True, kw_only=True):
    """A steering or working group; a member is a person, an organisation or a text."""

    name: Title
    role: Text | None = None
    members: Texts = ()


class Location(Part, frozen=True, kw_only=True):
    """WGS 84 in decimal degrees."""

    lat: Latitude
    lon: Longitude


class Follower(Part, frozen=True, kw_only=True):
    """A library that follows an initiative, and how many people there do (absent: not stated)."""

    library: InstitutionId
    people: Positive | None = None

    @staticmethod
    def expand_shorthand(value: Any) -> Any:
        """A library's id alone, or with a number of people."""
        if isinstance(value, str):
            return {"library": value}
        if isinstance(value, dict) and len(value) == 1 and "library" not in value:
            [(library, people)] = value.items()
            return {"library": library, "people": people}
        return value


Followers = Annotated[tuple[Follower, ...], MANY]
