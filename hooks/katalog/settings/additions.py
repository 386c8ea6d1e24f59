"""What a site adds in its settings: kinds of course, and fields of its own."""

from typing import Annotated, Literal

from katalog.schema.annotations import MaxItems, Scalar
from katalog.schema.reading import reader_of_choice, reader_of_mapping
from katalog.schema.record_parts import Part
from katalog.schema.value_types import Id
from katalog.settings.values import Names

GENDERS = ("common", "neuter", "plural")
"""How words agree with a noun; languages without genders use the first and the last."""

_GENDERS = Scalar(
    reader_of_mapping(reader_of_choice(GENDERS)),
    {"type": "object", "additionalProperties": {"enum": list(GENDERS)}, "minProperties": 1},
)


class OwnKind(Part, frozen=True, kw_only=True):
    """A kind of course: what it is called, `the_name` with its article, and one of its sessions.

    `gender` says in each language how words agree with the name; where it or `the_name` is absent,
    sentences speak of "the event".
    """

    id: Id
    name: Names
    the_name: Names | None = None
    gender: Annotated[dict[str, str], _GENDERS] | None = None
    session: Names | None = None


Collection = Literal["courses", "projects", "libraries", "organisations", "contacts", "news"]


class OwnField(Part, frozen=True, kw_only=True):
    """A field of the site's own: its name in each language, what it holds, and where.

    `records` are the collections that have it, all where none is named.  `place` is among the facts at the
    side of a page, or a section of its own.
    """

    id: Id
    name: Names
    help: Names | None = None
    kind: Literal["text", "date", "number", "yes-no", "link"] = "text"
    records: Annotated[tuple[Collection, ...], MaxItems(6)] = ()
    place: Literal["facts", "section"] = "facts"

    def belongs_to(self, collection: str) -> bool:
        """Return whether records of a collection may have it."""
        return not self.records or collection in self.records
