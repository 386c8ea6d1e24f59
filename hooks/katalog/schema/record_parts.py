"""The parts records of every kind are made of: people and their roles, pictures, documents, groups.

Every field of front matter is defined in this package and nowhere else; checks, JSON Schema,
templates of new records and the field documentation are read off these models.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from msgspec import Struct

from katalog.schema.contact_value_types import FILE_NAME
from katalog.schema.value_types import (
    MANY,
    NO,
    YES,
    Boolean,
    DateOrSpan,
    InstitutionId,
    Latitude,
    Line,
    Longitude,
    PersonId,
    Positive,
    Text,
    Title,
    WebAddress,
)

Role = Literal[
    "registration", "content", "press", "project-lead", "coordinator", "teacher", "facilitator",
    "presenter", "author", "other",
]  # fmt: skip
SpokenLanguage = Literal[
    "da", "sv", "nb", "nn", "en", "fi", "fo", "kl", "is", "se", "de", "fr", "es", "it", "pl", "uk", "ar",
    "dsl", "swl", "nsl", "fse", "fss",
]  # fmt: skip
"""The languages of people, events and documents (ISO 639), sign languages of the Nordic countries last."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
Texts = Annotated[tuple[Text, ...], MANY]


class Part(Struct, frozen=True, kw_only=True):
    """A mapping in front matter, closed to keys it does not know; read by `katalog.schema.reading`."""

    words_in: ClassVar[str] = ""
    """The field of the record in which words stand that are none of this part's,"""
    words_code: ClassVar[str] = "field.words-elsewhere"
    """and the problem that says so."""
    alone: ClassVar[bool] = False
    """Whether one text alone may stand for a list of these: a date or a price, but no names."""
    checked_in_part: ClassVar[bool] = False
    """Whether what there is of it is checked further where a field that it needs is missing or wrong."""

    @staticmethod
    def expand_shorthand(value: Any) -> Any:
        """Return what an editor wrote as the mapping it is short for."""
        return value

    @staticmethod
    def items_of(value: str) -> list[str]:
        """Return the items of a list that an editor wrote as one text."""
        return [value]

    @staticmethod
    def fields_meant(value: str) -> dict[str, Any] | None:  # noqa: ARG004 - for parts of which a text says enough
        """Return the fields that are meant by a text that is no short form; None where it is not clear."""
        return None

    @staticmethod
    def meant_by_others(name: str, written: Mapping[str, Any]) -> str | None:  # noqa: ARG004 - most say nothing of it
        """Return what a field that is missing most likely is, by the other ones."""
        return None

    @staticmethod
    def hours_beside(key: str, written: Mapping[str, Any]) -> str | None:  # noqa: ARG004 - most have no date
        """Return the field of a date with the hours that stand under a key that is no field."""
        return None

    @staticmethod
    def fields_labelled(key: str, value: str) -> dict[str, Any] | None:  # noqa: ARG004 - not every part has a label
        """Return the fields meant by `key: value`, where `key` is none; None where it is not clear."""
        return None


def dated(key: str, value: str) -> dict[str, str] | None:
    """Return the date and the title of which one stands before a colon: the date is what has digits."""
    for says_date in (_has_digit, _YEAR.search):  # "Dag 1: 4. marts 2028"
        if bool(says_date(key)) != bool(says_date(value)):
            when, title = (key, value) if says_date(key) else (value, key)
            return {"when": when, "title": title}
    return None


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


class ContactLink(Part, frozen=True, kw_only=True):
    """A person and what to ask them about."""

    alone = True
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

    @staticmethod
    def fields_meant(value: str) -> dict[str, Any] | None:
        """The name of a file; what one sees on the picture is still to be written."""
        return {"file": value, "alt": "⟦ ⟧"} if FILE_NAME.fullmatch(value) else None


ContactLinks = Annotated[tuple[ContactLink, ...], MANY]
Institutions = Annotated[tuple[InstitutionId, ...], MANY]
People = Annotated[tuple[PersonId, ...], MANY]


DocumentKind = Literal[
    "vision", "analysis", "slides", "report", "article", "recording", "programme", "handout", "other"
]


class Document(Part, frozen=True, kw_only=True):
    """Something to read: a file beside the record, an address, or only its title."""

    title: Title
    file: Line | None = None
    url: WebAddress | None = None
    language: SpokenLanguage | None = None
    date: DateOrSpan | None = None
    kind: DocumentKind | None = None

    @staticmethod
    def fields_meant(value: str) -> dict[str, Any] | None:
        """The name of a file, or an address, each its own title."""
        if FILE_NAME.fullmatch(value):
            return {"title": value.rpartition(".")[0], "file": value}
        return {"title": value.partition("://")[2], "url": value} if "://" in value else {"title": value}

    @staticmethod
    def fields_labelled(key: str, value: str) -> dict[str, Any] | None:
        """A title and where it is: `Slides: https://example.org/slides.pdf`."""
        return {"title": key, "url": value} if value.startswith(("https://", "http://")) else None


Documents = Annotated[tuple[Document, ...], MANY]


class Milestone(Part, frozen=True, kw_only=True):
    """A point of an initiative's time line."""

    when: DateOrSpan | None = None
    title: Title

    fields_labelled = staticmethod(dated)


class Group(Part, frozen=True, kw_only=True):
    """A steering or working group; a member is a person, an organisation or a text."""

    name: Title
    role: Text | None = None
    members: Texts = ()

    @staticmethod
    def fields_labelled(key: str, value: str) -> dict[str, Any] | None:
        """A name and who is in it: `Styregruppe: Ane Prøve, Bo Prøve`."""
        return {"name": key, "members": [each.strip() for each in value.split(",")]}


class Location(Part, frozen=True, kw_only=True):
    """WGS 84 in decimal degrees."""

    lat: Latitude
    lon: Longitude


_PEOPLE = re.compile(
    r"(?P<library>.+?)(?:: ?|,? \(|, )(?P<people>\d+)(?: (?:person|deltag|delta|medarb)\w*\.?)?\)?",
    re.IGNORECASE,
)
"""A library, and how many follow there: `Vejby Bibliotek (2 personer)`."""


class Follower(Part, frozen=True, kw_only=True):
    """A library that follows an initiative, and how many people there do (absent: not stated)."""

    alone = True
    library: InstitutionId
    people: Positive | None = None

    @staticmethod
    def expand_shorthand(value: Any) -> Any:
        """A library's id alone, or with a number of people."""
        if isinstance(value, str):
            found = _PEOPLE.fullmatch(value)
            return found.groupdict() if found else {"library": value}
        if isinstance(value, dict) and len(value) == 1 and "library" not in value:
            [(library, people)] = value.items()
            return {"library": library, "people": people}
        return value


Followers = Annotated[tuple[Follower, ...], MANY]


class Online(Part, frozen=True, kw_only=True):
    """How one joins online; beside a place, one may choose.

    Not `offered` says of a session that one cannot join online, though the whole says that one can.
    """

    url: WebAddress | None = None
    platform: Line | None = None
    note: Text | None = None
    offered: Boolean = True

    @staticmethod
    def expand_shorthand(value: Any) -> Any:
        """An address, yes or no, or what there is to say of it."""
        if not isinstance(value, str):
            return value
        if value.casefold() in YES | NO:
            return {"offered": value}
        if not value.startswith(("https:", "http:", "www.")):
            return {"note": value}
        url, _, note = value.partition(" ")
        return {"url": url.rstrip(",;"), "note": note.strip("()")} if note else {"url": value}
