"""What programs get of a record; the published JSON Schema is made from these models.

A field that is absent is not stated in the record.  Texts are in the language of the file where they
are translated, else in the record's own (`original_language`).  Addresses are full.

The names of the classes and their docstrings are published, as titles and descriptions of the schema.
"""

from typing import Annotated, Literal

from msgspec import field

from katalog.feeds.json_data.part_models import (
    Credits,
    Data,
    Document,
    Follower,
    Group,
    Milestone,
    OwnField,
    Person,
    Price,
    Reference,
    Registration,
    Run,
    Session,
    When,
    described,
)


class Record(Data, frozen=True, kw_only=True):
    """What all records have."""

    schema_: str = field(default="", name="$schema")
    id: str
    identity: Annotated[str, described("The same for good, also when the record gets another id.")] = ""
    kind: str
    title: str
    url: str
    json_url: str
    language: Annotated[str, described("Language of the labels, dates and addresses.")]
    original_language: Annotated[
        str, described("Language the record is written in, and of every text that is not translated.")
    ]
    translated: bool
    outdated: Annotated[bool, described("The original has changed since it was translated.")] = False
    alternates: Annotated[dict[str, str], described("The same data in other languages.")] = field(
        default_factory=dict
    )
    subtitle: str = ""
    summary: str = ""
    topics: tuple[Reference, ...] = ()
    contacts: tuple[Person, ...] = ()
    own: tuple[OwnField, ...] = ()
    source: str = ""
    html: Annotated[str, described("The text; absent in lists.")] = ""
    html_language: str = ""


class Course(Record, frozen=True, kw_only=True):
    """A course, learning path, seminar, webinar or theme day."""

    state: Annotated[
        str,
        described(
            "On the day the file was written, of the run a reader wants first: the next, else the latest."
        ),
    ]
    organiser: Annotated[Reference | None, described("The first, where there are several.")] = None
    organisers: Annotated[tuple[Reference, ...], described("All, where there are several.")] = ()
    audience: str = ""
    prerequisites: str = ""
    outcomes: tuple[str, ...] = ()
    kind_name: Annotated[str, described("The kind in words, in the language of the file.")] = ""
    spoken: Annotated[tuple[str, ...], described("Languages the course is held in, where stated.")] = ()
    form: tuple[Literal["in-person", "online", "blended"], ...] = ()
    teachers: tuple[Person, ...] = ()
    partners: tuple[Reference, ...] = ()
    initiative: Reference | None = None
    lessons: int | None = None
    certificate: str = ""
    credits: Credits | None = None
    level: Annotated[str, described("introductory, intermediate, advanced, or in words.")] = ""
    pace: Annotated[str, described("A percentage of full time, or in words.")] = ""
    funders: tuple[Reference, ...] = ()
    documents: tuple[Document, ...] = ()
    runs: tuple[Run, ...] = ()
    calendar: str = ""


class Project(Record, frozen=True, kw_only=True):
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
    results: tuple[Document, ...] = ()
    meetings: tuple[Session, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    followers: tuple[Follower, ...] = ()
    calendar: str = ""


class Institution(Record, frozen=True, kw_only=True):
    """A library or another organisation."""

    aliases: tuple[str, ...] = ()
    country: Annotated[str, described("ISO 3166-1.")]
    municipality: str = ""
    region: str = ""
    address: str = ""
    latitude: Annotated[float | None, described("WGS 84.")] = None
    longitude: float | None = None
    website: str = ""
    email: str = ""
    phone: str = ""
    parent: Reference | None = None
    isil: Annotated[str, described("ISO 15511.")] = ""
    follows: tuple[Reference, ...] = ()
    holds: tuple[Reference, ...] = ()
    calendar: str = ""


class Contact(Record, frozen=True, kw_only=True):
    """A person.  After the day until which they may be shown: neither e-mail nor phone."""

    job: str = ""
    organisation: Reference | None = None
    email: str = ""
    phone: str = ""
    languages: tuple[str, ...] = ()
    contact_for: tuple[Reference, ...] = ()
    card: Annotated[str, described("vCard.")] = ""


class News(Record, frozen=True, kw_only=True):
    """An article or a notice."""

    date: str
    until: Annotated[str, described("The last day it is current.")] = ""
    author: Reference | None = None
    publisher: Reference | None = None
    about: tuple[Reference, ...] = ()


class Courses(Data, frozen=True, kw_only=True):
    """All courses, in the order of their ids: `total` of them, the further ones in the file at `next`."""

    schema_: str = field(default="", name="$schema")
    title: str
    url: str
    language: str
    total: int = 0
    next: str = ""
    courses: tuple[Course, ...] = ()


OUTPUTS: dict[str, type[Data]] = {
    "courses": Courses,
    "course": Course,
    "project": Project,
    "library": Institution,
    "organisation": Institution,
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
