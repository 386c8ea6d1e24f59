"""What programs get of a record; the published JSON Schema is made from these models.

A field that is absent is not stated in the record.  Texts are in the language of the file where they
are translated, else in the record's own (`original_language`).  Addresses are full.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Data(BaseModel):
    """A mapping of the output."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, populate_by_name=True
    )


class Reference(Data):
    """Another record; a topic; or only its name, where it has no record."""

    title: str
    id: str = ""
    url: str = ""


class When(Data):
    """A date as finely as it is known."""

    text: str
    """The date in words, in the language of the file."""
    iso: str
    """ISO 8601 or EDTF level 1; quarters as 2018-Q4."""
    precision: Literal[
        "hours", "day", "days", "week", "weeks", "month", "months", "quarter", "season", "year", "years"
    ]
    first_day: str
    last_day: str = ""
    """Absent where the end is open."""
    starts: str = ""
    """Instant with offset, where the hour is known."""
    ends: str = ""


class Price(Data):
    """One line of the price table."""

    text: str
    amount: int | float
    """0 is free of charge."""
    currency: str
    """ISO 4217."""
    label: str = ""
    per: Literal["", "participant", "library", "team", "event"] = ""
    up_to: int | None = None
    """Participants one price covers."""
    vat: Literal["", "excluded", "included", "exempt"] = ""
    includes: tuple[str, ...] = ()
    condition: str = ""


class Person(Data):
    """Someone to ask, or who teaches.  After the day until which they may be shown: only the name."""

    id: str
    name: str
    url: str
    for_: str = Field("", alias="for")
    """What to ask them about: registration, content, press …"""
    job: str = ""
    organisation: Reference | None = None
    email: str = ""
    phone: str = ""
    """E.164."""


class Session(Data):
    """One meeting.  Without `when` its date is still to be set."""

    title: str = ""
    kind: str = ""
    when: When | None = None
    place: Reference | None = None
    online: bool = False
    agenda: tuple[str, ...] = ()
    note: str = ""
    optional: bool = False
    status: Literal["", "cancelled", "postponed"] = ""
    uid: str = ""
    """The UID of its event in the calendars."""


class Registration(Data):
    """How and until when to enrol."""

    opens: When | None = None
    closes: When | None = None
    url: str = ""
    email: str = ""
    person: Person | None = None
    note: str = ""


class Participants(Data):
    """How many take part; below `min` the course is not held."""

    min: int | None = None
    max: int | None = None
    waiting_list: bool = False


class Run(Data):
    """One holding of a course."""

    id: str = ""
    title: str = ""
    state: str
    sessions: tuple[Session, ...] = ()
    registration: Registration | None = None
    participants: Participants | None = None
    prices: tuple[Price, ...] = ()
    contacts: tuple[Person, ...] = ()


class Record(Data):
    """What all records have."""

    schema_: str = Field("", alias="$schema")
    id: str
    kind: str
    title: str
    url: str
    json_url: str
    language: str
    """Language of the labels, dates and addresses."""
    original_language: str
    """Language the record is written in, and of every text that is not translated."""
    translated: bool
    outdated: bool = False
    """The original has changed since it was translated."""
    alternates: dict[str, str] = {}
    """The same data in other languages."""
    subtitle: str = ""
    summary: str = ""
    topics: tuple[Reference, ...] = ()
    contacts: tuple[Person, ...] = ()
    source: str = ""
    html: str = ""
    """The text; absent in lists."""
    html_language: str = ""


class Course(Record):
    """A course, learning path, seminar, webinar or theme day."""

    state: str
    """On the day the file was written, of the run a reader wants first: the next, else the latest."""
    organiser: Reference | None = None
    audience: str = ""
    prerequisites: str = ""
    outcomes: tuple[str, ...] = ()
    form: tuple[Literal["in-person", "online", "blended"], ...] = ()
    teachers: tuple[Person, ...] = ()
    partners: tuple[Reference, ...] = ()
    initiative: Reference | None = None
    lessons: int | None = None
    certificate: str = ""
    runs: tuple[Run, ...] = ()
    calendar: str = ""


class Group(Data):
    """A steering or working group."""

    name: str
    role: str = ""
    members: tuple[Reference, ...] = ()


class Document(Data):
    """Something to read."""

    title: str
    url: str = ""
    language: str = ""
    kind: str = ""
    date: When | None = None


class Milestone(Data):
    """A point of the time line."""

    title: str
    when: When | None = None


class Follower(Data):
    """A library that follows an initiative, and how many people there do."""

    library: Reference
    people: int | None = None


class Project(Record):
    """An initiative, a project or a network."""

    period: When | None = None
    coordinator: Reference | None = None
    facilitators: tuple[Reference, ...] = ()
    funders: tuple[Reference, ...] = ()
    partners: tuple[Reference, ...] = ()
    part_of: Reference | None = None
    parts: tuple[Reference, ...] = ()
    courses: tuple[Reference, ...] = ()
    website: str = ""
    audience: str = ""
    goal: str = ""
    effect: str = ""
    registration: Registration | None = None
    prices: tuple[Price, ...] = ()
    groups: tuple[Group, ...] = ()
    documents: tuple[Document, ...] = ()
    meetings: tuple[Session, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    followers: tuple[Follower, ...] = ()
    calendar: str = ""


class Body(Record):
    """A library or another organisation."""

    aliases: tuple[str, ...] = ()
    country: str
    """ISO 3166-1."""
    municipality: str = ""
    region: str = ""
    address: str = ""
    latitude: float | None = None
    """WGS 84."""
    longitude: float | None = None
    website: str = ""
    email: str = ""
    phone: str = ""
    parent: Reference | None = None
    isil: str = ""
    """ISO 15511."""
    follows: tuple[Reference, ...] = ()
    holds: tuple[Reference, ...] = ()
    calendar: str = ""


class Contact(Record):
    """A person.  After the day until which they may be shown: neither e-mail nor phone."""

    job: str = ""
    organisation: Reference | None = None
    email: str = ""
    phone: str = ""
    languages: tuple[str, ...] = ()
    contact_for: tuple[Reference, ...] = ()
    card: str = ""
    """vCard."""


class News(Record):
    """An article or a notice."""

    date: str
    author: Reference | None = None
    publisher: Reference | None = None
    about: tuple[Reference, ...] = ()


class Courses(Data):
    """All courses, in the order of their ids."""

    schema_: str = Field("", alias="$schema")
    title: str
    url: str
    language: str
    courses: tuple[Course, ...] = ()


OUTPUTS: dict[str, type[Data]] = {
    "courses": Courses,
    "course": Course,
    "project": Project,
    "library": Body,
    "organisation": Body,
    "contact": Contact,
    "news-item": News,
}
"""The published kinds of data by the name of their schema."""

SCHEMA_OF = {
    "courses": "course",
    "projects": "project",
    "libraries": "library",
    "organisations": "organisation",
    "contacts": "contact",
    "news": "news-item",
}
"""The name of the schema of each collection's records."""
