"""The kinds of record: what may stand in the front matter of each."""

from typing import Annotated, Literal

from katalog.i18n.cldr import Language
from katalog.problems import InvalidValueError
from katalog.schema.annotations import OR_ONE, UNCOMMON, MaxItems
from katalog.schema.course_parts import CourseKind, Credits, Participants, Run, Sessions, Status
from katalog.schema.custom_fields import OwnValues
from katalog.schema.prices import Prices
from katalog.schema.record_parts import (
    ContactLinks,
    Documents,
    Followers,
    Group,
    Image,
    Institutions,
    Location,
    Milestone,
    Online,
    Part,
    People,
    SpokenLanguage,
    Texts,
)
from katalog.schema.registration import Registration
from katalog.schema.value_types import (
    MANY,
    AboutId,
    Boolean,
    DateOrSpan,
    Day,
    Email,
    Id,
    InstitutionId,
    Isil,
    LastDay,
    LastDayOrHours,
    Line,
    Name,
    PersonId,
    Phone,
    Place,
    Positive,
    ProjectId,
    Summary,
    Text,
    Title,
    TopicId,
    WebAddress,
)
from katalog.when.dateless import Availability

Lines = Annotated[tuple[Line, ...], MANY]
Country = Literal["DK", "SE", "NO", "FI", "IS", "FO", "GL", "AX", "DE", "GB", "NL"]


Organisers = Annotated[tuple[InstitutionId, ...], MANY, OR_ONE]


class Record(Part, frozen=True, kw_only=True):
    """What every record has."""

    checked_in_part = True
    title: Title
    language: Language
    subtitle: Text | None = None
    summary: Summary | None = None
    topics: Annotated[tuple[TopicId, ...], MANY] = ()
    draft: Boolean = False
    redirect_from: Annotated[tuple[Id, ...], MANY, UNCOMMON] = ()
    contacts: ContactLinks = ()
    source: Text | None = None
    image: Image | None = None
    own: Annotated[OwnValues, UNCOMMON] = ()


class Course(Record, frozen=True, kw_only=True):
    """A course or anything else that one can take part in; `spoken` are the languages it is held in."""

    kind: CourseKind = "course"
    spoken: Annotated[tuple[SpokenLanguage, ...], MaxItems(9)] = ()
    organiser: Organisers = ()
    audience: Text | None = None
    prerequisites: Text | None = None
    outcomes: Texts = ()
    form: tuple[Literal["in-person", "online", "blended"], ...] = ()
    teachers: People = ()
    partners: Institutions = ()
    initiative: ProjectId | None = None
    registration: Registration | None = None
    enrolment_note: Text | None = None
    participants: Participants | None = None
    price: Prices = ()
    lessons: Positive | None = None
    certificate: Text | None = None
    credits: Annotated[Credits | None, UNCOMMON] = None
    level: Annotated[Text | None, UNCOMMON] = None
    pace: Annotated[Text | None, UNCOMMON] = None
    funders: Annotated[Institutions, UNCOMMON] = ()
    documents: Annotated[Documents, UNCOMMON] = ()
    sessions: Sessions = ()
    runs: Annotated[tuple[Run, ...], MANY] = ()
    status: Status | None = None
    place: Annotated[Place | None, UNCOMMON] = None
    address: Annotated[Line | None, UNCOMMON] = None
    online: Annotated[Online | None, UNCOMMON] = None
    availability: Annotated[Availability | None, UNCOMMON] = None


class Project(Record, frozen=True, kw_only=True):
    """A national or regional initiative, a project or a network."""

    kind: Literal["national-initiative", "regional-initiative", "project", "network"]
    period: DateOrSpan | None = None
    coordinator: InstitutionId | None = None
    funders: Institutions = ()
    partners: Institutions = ()
    facilitator: Institutions = ()
    part_of: ProjectId | None = None
    website: WebAddress | None = None
    audience: Text | None = None
    goal: Text | None = None
    effect: Text | None = None
    groups: Annotated[tuple[Group, ...], MANY] = ()
    documents: Documents = ()
    results: Annotated[Documents, UNCOMMON] = ()
    meetings: Sessions = ()
    milestones: Annotated[tuple[Milestone, ...], MANY] = ()
    registration: Registration | None = None
    enrolment_note: Text | None = None
    price: Prices = ()
    followers: Followers = ()


class Institution(Record, frozen=True, kw_only=True):
    """What libraries and other organisations share."""

    title: Name
    aliases: Lines = ()
    country: Country
    municipality: Line | None = None
    region: Line | None = None
    address: Line | None = None
    location: Location | None = None
    website: WebAddress | None = None
    email: Email | None = None
    phone: Phone | None = None
    parent: InstitutionId | None = None


class Library(Institution, frozen=True, kw_only=True):
    """A library; `isil` is its International Standard Identifier (ISO 15511)."""

    kind: Literal["public", "central", "regional", "national", "university", "school", "hospital"]
    isil: Isil | None = None


class Organisation(Institution, frozen=True, kw_only=True):
    """Any other organisation."""

    kind: Literal[
        "university", "association", "ministry", "agency", "consultancy", "county", "region",
        "municipality", "trade-union", "employers-association", "council", "partnership", "venue",
        "publisher", "other",
    ]  # fmt: skip


class Contact(Record, frozen=True, kw_only=True):
    """A person.  After `show_until`, or once `withdrawn`, e-mail and phone are in no output at all."""

    title: Name
    role: Text | None = None
    organisation: InstitutionId | None = None
    email: Email | None = None
    phone: Phone | None = None
    languages: tuple[SpokenLanguage, ...] = ()
    show_until: LastDay
    withdrawn: Boolean = False


class News(Record, frozen=True, kw_only=True):
    """An article or a notice about a course or project."""

    date: Day
    until: LastDayOrHours | None = None
    author: PersonId | None = None
    publisher: InstitutionId | None = None
    about: Annotated[tuple[AboutId, ...], MANY] = ()

    def __post_init__(self) -> None:
        """Refuse a last day before the first."""
        if self.until and self.until.earliest < self.date.earliest:
            written = f"{self.date.iso}/{self.until.iso}"
            raise InvalidValueError("date.end-before-start", written=written)


COLLECTIONS: dict[str, type[Record]] = {
    "courses": Course,
    "projects": Project,
    "libraries": Library,
    "organisations": Organisation,
    "contacts": Contact,
    "news": News,
}
"""The model of each collection, by its name."""

RECORD_FOLDERS = {
    "courses": "courses",
    "projects": "projects",
    "content/libraries": "libraries",
    "content/organisations": "organisations",
    "content/contacts": "contacts",
    "content/news": "news",
}
"""Which collection each record folder holds."""

__all__ = [
    "COLLECTIONS",
    "RECORD_FOLDERS",
    "Contact",
    "Course",
    "Id",
    "Library",
    "News",
    "Organisation",
    "Project",
    "Record",
]
