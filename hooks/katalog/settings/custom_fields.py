"""Fields that a site adds to its records."""

from __future__ import annotations

from typing import Annotated, Literal

from katalog.schema.annotations import MaxItems
from katalog.schema.record_parts import Part
from katalog.schema.value_types import Id
from katalog.settings.values import Names

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
