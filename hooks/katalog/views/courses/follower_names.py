"""The libraries that follow what a course is part of: with whom a reader would go there."""

from typing import cast

from msgspec import Struct

from katalog.schema.records import Project
from katalog.views.memo import memoise
from katalog.views.reader import Link, Reader

MOST_NAMES = 12


class FollowerNames(Struct, frozen=True):
    """How many libraries follow, with a link to their list; the first `names`, and if there are `more`."""

    link: Link
    names: tuple[str, ...]
    more: bool


@memoise
def follower_names(reader: Reader, initiative: str | None) -> FollowerNames | None:
    """Return the followers of the nearest thing that a course is part of and that has any."""
    entry = reader.known(initiative)
    if entry is None:
        return None
    project = cast("Project", entry.record)
    found = reader.entries([each.library for each in project.followers])
    if not found:
        return follower_names(reader, project.part_of)
    links = reader.sorted_links(found)
    count = reader.phrases.count("followers.libraries", len(links))
    where = Link(count, f"{reader.addresses.record(entry)}#k-followers")
    return FollowerNames(where, tuple(link.title for link in links[:MOST_NAMES]), len(links) > MOST_NAMES)
