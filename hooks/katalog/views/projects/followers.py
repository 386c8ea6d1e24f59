"""Who follows a project: how many libraries and people, where, and how many in each."""

from collections.abc import Sequence

from msgspec import Struct

from katalog.schema.record_parts import Follower
from katalog.schema.records import Project
from katalog.views.reader import Reader
from katalog.views.shared.institution_lists import (
    CountryInstitutions,
    ListedInstitution,
    institutions_by_country,
)
from katalog.views.shared.map import MapPicture, map_picture


class FollowersView(Struct, frozen=True):
    """The followers of one project; `people` is empty where no library says how many."""

    libraries: str
    people: str
    countries: tuple[CountryInstitutions, ...]
    map: MapPicture | None


def followers_view(reader: Reader, project: Project) -> FollowersView | None:
    """Return a project's followers, or nothing when it has none."""
    followers = [each for each in project.followers if each.library in reader.catalogue.entries]
    if not followers:
        return None
    institutions = [_place(reader, each) for each in followers]
    countries = institutions_by_country(reader, institutions, lambda group: _count(reader, followers, group))
    return FollowersView(
        libraries=reader.phrases.count("followers.libraries", len(followers)),
        people=people_count(reader, followers),
        countries=countries,
        map=map_picture(reader, institutions, countries),
    )


def people_count(reader: Reader, followers: Sequence[Follower]) -> str:
    """Return how many people follow; "at least" where some libraries do not say."""
    stated = [each.people for each in followers if each.people]
    if not stated:
        return ""
    message = "followers.people" if len(stated) == len(followers) else "followers.people-at-least"
    return reader.phrases.count(message, sum(stated))


def _place(reader: Reader, follower: Follower) -> ListedInstitution:
    note = people_count(reader, [follower])
    return ListedInstitution(reader.entry(follower.library), note, follower.people or 1)


def _count(reader: Reader, followers: Sequence[Follower], group: Sequence[ListedInstitution]) -> str:
    ids = {listed.entry.id for listed in group}
    libraries = reader.phrases.count("followers.libraries", len(group))
    people = people_count(reader, [each for each in followers if each.library in ids])
    return f"{libraries}, {people}" if people else libraries
