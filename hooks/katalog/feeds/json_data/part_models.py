"""The parts of what programs get of a record.

The names of the classes and their docstrings are published, as titles and descriptions of the schema.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field


def described(description: str) -> Meta:
    """Return the `description` of a field in the published JSON Schema."""
    return Meta(description=description)


class Data(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """A mapping of the output.  Mappings hold no circles: the garbage collector need not look at them."""


class Reference(Data, frozen=True):
    """Another record; a topic; or only its name, where it has no record."""

    title: str
    id: str = ""
    url: str = ""


class OwnField(Data, frozen=True):
    """A field that the site has added."""

    id: str
    name: str
    text: Annotated[str, described("The value in words, in the language of the file.")]
    value: Annotated[str, described("The value as it is written in the record.")]


class When(Data, frozen=True):
    """A date as finely as it is known."""

    text: Annotated[str, described("The date in words, in the language of the file.")]
    iso: Annotated[str, described("ISO 8601 or EDTF; quarters as 2018-Q4, several hours apart by commas.")]
    precision: Literal[
        "hours", "day", "days", "week", "weeks", "month-part", "month", "months", "quarter", "season", "term",
        "year", "years",
    ]  # fmt: skip
    first_day: str
    last_day: Annotated[str, described("Absent where the end is open.")] = ""
    starts: Annotated[str, described("Instant with offset, where the hour is known.")] = ""
    ends: str = ""
    days: Annotated[tuple[str, ...], described("Each day of a date that comes again.")] = ()


class Price(Data, frozen=True):
    """One line of the price table."""

    text: str
    amount: Annotated[int | float, described("0 is free of charge.")]
    currency: Annotated[str, described("ISO 4217.")]
    bound: Annotated[
        Literal["", "from", "about", "at-most"],
        described("The amount is the lowest, about it, or the highest."),
    ] = ""
    label: str = ""
    per: Literal["", "participant", "library", "team", "event", "day"] = ""
    up_to: Annotated[int | None, described("Participants one price covers.")] = None
    vat: Literal["", "excluded", "included", "exempt"] = ""
    includes: tuple[str, ...] = ()
    condition: str = ""
    audience: Annotated[str, described("Whom it is for: members, students …")] = ""
    valid_from: Annotated[str, described("Instant with offset from which it holds.")] = ""
    valid_until: Annotated[str, described("The first instant at which it holds no more.")] = ""


class Credits(Data, frozen=True):
    """What a course counts for in an education."""

    amount: float
    unit: Annotated[str, described("ECTS, or the country's own: hp, studiepoeng, op.")]


class Person(Data, frozen=True):
    """Someone to ask, or who teaches.  After the day until which they may be shown: only the name."""

    id: str
    name: str
    url: str
    for_: Annotated[str, described("What to ask them about: registration, content, press …")] = field(
        default="", name="for"
    )
    job: str = ""
    organisation: Reference | None = None
    email: str = ""
    phone: Annotated[str, described("E.164.")] = ""


class Participants(Data, frozen=True):
    """How many take part; below `min` the course is not held."""

    min: int | None = None
    max: int | None = None
    waiting_list: bool = False


class Speaker(Data, frozen=True):
    """Who speaks; `id` and `url` are of those who have a record."""

    name: str
    id: str = ""
    url: str = ""
    role: str = ""
    affiliation: str = ""


class ProgrammeRow(Data, frozen=True):
    """A row of a session's programme.  Rows with the same `choice` exclude each other."""

    title: str
    hours: Annotated[str, described("In words, in the language of the file.")] = ""
    starts: Annotated[str, described("Instant with offset, where day and hour are known.")] = ""
    ends: str = ""
    speakers: tuple[Speaker, ...] = ()
    room: str = ""
    track: str = ""
    choice: str = ""
    seats: int | None = None
    status: Literal["", "cancelled", "full"] = ""
    pause: bool = False
    note: str = ""


class Join(Data, frozen=True):
    """How one joins online."""

    url: str = ""
    platform: str = ""
    note: str = ""


class Document(Data, frozen=True):
    """Something to read."""

    title: str
    url: str = ""
    language: str = ""
    kind: str = ""
    date: When | None = None


class Session(Data, frozen=True):
    """One meeting.  Without `when` its date is still to be set.

    Sessions with the same `choice` exclude each other.
    """

    title: str = ""
    kind: str = ""
    when: When | None = None
    place: Reference | None = None
    address: Annotated[str, described("Where that is not the address of the place's own record.")] = ""
    online: Annotated[bool, described("One can join online; at the place too where there is one.")] = False
    join: Join | None = None
    time_zone: Annotated[str, described("IANA name of the zone the hours are in.")] = ""
    agenda: tuple[str, ...] = ()
    note: str = ""
    optional: bool = False
    speakers: tuple[Speaker, ...] = ()
    programme: tuple[ProgrammeRow, ...] = ()
    participants: Participants | None = None
    choice: str = ""
    availability: Annotated[
        Literal["", "all-year", "on-request"], described("What stands in the place of a date.")
    ] = ""
    closes: Annotated[When | None, described("Until when to enrol in it.")] = None
    documents: tuple[Document, ...] = ()
    status: Literal["", "cancelled", "postponed", "full"] = ""
    uid: Annotated[str, described("The UID of its event in the calendars.")] = ""


class Deadline(Data, frozen=True):
    """A further deadline, such as that of proposals."""

    title: str
    when: When | None = None
    note: str = ""


class Registration(Data, frozen=True):
    """How and until when to enrol."""

    opens: When | None = None
    closes: When | None = None
    url: str = ""
    email: str = ""
    phone: Annotated[str, described("A telephone number (E.164).")] = ""
    person: Person | None = None
    note: str = ""
    required: Annotated[bool, described("False: nobody need enrol.")] = True
    binding: bool = False
    members_only: bool = False
    limited: Annotated[bool, described("Places are limited, to a number that is not stated.")] = False
    late: Annotated[bool, described("One may enrol after it has begun.")] = False
    deadlines: tuple[Deadline, ...] = ()
    cancellation: str = ""
    invoice: str = ""


class Run(Data, frozen=True, kw_only=True):
    """One holding of a course."""

    id: str = ""
    title: str = ""
    state: str
    sessions: tuple[Session, ...] = ()
    registration: Registration | None = None
    participants: Participants | None = None
    full: Annotated[bool, described("All places are taken.")] = False
    prices: tuple[Price, ...] = ()
    contacts: tuple[Person, ...] = ()
    place: Annotated[Reference | None, described("Of the whole run; its sessions have it too.")] = None
    address: str = ""
    online: bool = False
    availability: Literal["", "all-year", "on-request"] = ""
    join: Join | None = None


class Group(Data, frozen=True):
    """A steering or working group."""

    name: str
    role: str = ""
    members: tuple[Reference, ...] = ()


class Milestone(Data, frozen=True):
    """A point of the time line."""

    title: str
    when: When | None = None


class Follower(Data, frozen=True):
    """A library that follows an initiative, and how many people there do."""

    library: Reference
    people: int | None = None
