"""What binds a library or organisation to courses, projects and news, read off the references to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from msgspec import Struct

from katalog.views.courses.card import course_card
from katalog.views.projects.card import project_cards
from katalog.views.projects.followers import people_count
from katalog.views.shared.dates import when_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from katalog.schema.records import News, Project
    from katalog.schema.validate import Entry
    from katalog.views.courses.card import CourseCard
    from katalog.views.projects.card import ProjectCard
    from katalog.views.reader import Link, Reader
    from katalog.views.shared.dates import WhenView

COURSE_RELATIONS = {"organiser": "organiser", "host": "place", "partner": "partners"}
"""The bonds to courses, the closest first, and the field that makes each."""

PROJECT_RELATIONS = {
    "coordinator": ("coordinator",),
    "funder": ("funders",),
    "partner": ("partners",),
    "facilitator": ("facilitator",),
    "member": ("groups",),
    "host": ("meetings",),
    "follower": ("followers",),
}


class CourseBond(Struct, frozen=True):
    """Courses bound in one way: those ahead as cards, those over as rows, the latest first."""

    title: str
    ahead: tuple[CourseCard, ...]
    past: tuple[CourseCard, ...]


class BondRow(Struct, frozen=True):
    """A project or an article; `note` says more, such as how many people follow."""

    link: Link
    when: WhenView | None
    note: str


class Bond(Struct, frozen=True):
    """Projects or articles bound in one way."""

    title: str
    rows: tuple[BondRow, ...]


def course_bonds(reader: Reader, entry: Entry) -> tuple[CourseBond, ...]:
    """Return the courses of a body, each under its closest bond only."""
    seen: set[str] = set()
    found = []
    for name, field in COURSE_RELATIONS.items():
        courses = {
            link.entry.id: link.entry for link in reader.catalogue.links_to(entry.id) if field in link.loc
        }
        fresh = [
            course_card(reader, each)
            for each in courses.values()
            if each.collection == "courses" and each.id not in seen
        ]
        seen.update(card.id for card in fresh)
        if fresh:
            found.append(_course_bond(reader.phrases(f"body.courses.{name}"), fresh))
    return tuple(found)


def _course_bond(title: str, cards: list[CourseCard]) -> CourseBond:
    ahead = sorted((card for card in cards if card.ahead), key=lambda c: (not c.start, c.start, c.id))
    past = sorted((card for card in cards if not card.ahead), key=lambda c: c.start, reverse=True)
    return CourseBond(title, tuple(ahead), tuple(past))


def bonds(reader: Reader, entry: Entry) -> tuple[Bond, ...]:
    """Return the projects a body takes part in, by how, and the articles it has published."""
    return tuple(bond for bond in _bonds(reader, entry) if bond.rows)


def _bonds(reader: Reader, entry: Entry) -> Iterator[Bond]:
    for name, fields in PROJECT_RELATIONS.items():
        projects = [e for e in reader.catalogue.pointing_at(entry.id, *fields) if e.collection == "projects"]
        cards = project_cards(reader, projects)
        rows = tuple(BondRow(card.link, card.period, _note(reader, entry, card, name)) for card in cards)
        yield Bond(reader.phrases(f"body.projects.{name}"), rows)
    yield Bond(reader.phrases("body.published"), _articles(reader, entry))


def _note(reader: Reader, entry: Entry, card: ProjectCard, relation: str) -> str:
    """Return how many people follow a project here, or what kind of project it is."""
    if relation != "follower":
        return card.kind
    followers = cast("Project", reader.entry(card.id).record).followers
    return people_count(reader, [each for each in followers if each.library == entry.id])


def _articles(reader: Reader, entry: Entry) -> tuple[BondRow, ...]:
    found = reader.catalogue.pointing_at(entry.id, "publisher")
    found.sort(key=lambda each: cast("News", each.record).date.earliest, reverse=True)
    return tuple(
        BondRow(reader.link(each), when_view(reader, cast("News", each.record).date), "") for each in found
    )
