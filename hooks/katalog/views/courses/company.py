"""Who goes there with the reader: the libraries that follow what a course is part of."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from msgspec import Struct

from katalog.views.memo import memoise
from katalog.views.reader import Link

if TYPE_CHECKING:
    from katalog.schema.records import Project
    from katalog.views.reader import Reader

MOST = 12


class Company(Struct, frozen=True):
    """How many libraries follow, with a link to their list; the first `names`, and if there are `more`."""

    link: Link
    names: tuple[str, ...]
    more: bool


@memoise
def company(reader: Reader, initiative: str | None) -> Company | None:
    """Return the followers of the nearest thing that a course is part of and that has any."""
    entry = reader.catalogue.entries.get(initiative or "")
    if entry is None:
        return None
    project = cast("Project", entry.record)
    found = reader.entries([each.library for each in project.followers])
    if not found:
        return company(reader, project.part_of)
    links = reader.sorted_links(found)
    count = reader.phrases.count("followers.libraries", len(links))
    where = Link(count, f"{reader.addresses.record(entry)}#k-followers")
    return Company(where, tuple(link.title for link in links[:MOST]), len(links) > MOST)
