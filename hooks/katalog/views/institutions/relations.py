"""The courses, projects and news that refer to a library or organisation, by the kind of reference."""

from collections.abc import Iterator, Sequence
from typing import cast

from msgspec import Struct

from katalog.schema.entries import Entry
from katalog.schema.records import News, Project
from katalog.views.courses.card import CourseCard, course_card
from katalog.views.courses.card_list import CardList, lists_by_date
from katalog.views.projects.card import ProjectCard, project_cards
from katalog.views.projects.followers import people_count
from katalog.views.reader import Reader
from katalog.views.shared.dates import when_view
from katalog.views.shared.lists import Row
from katalog.views.shared.pagination import CARD, ROW, cut

COURSE_RELATIONS = {"organiser": "organiser", "host": "place", "partner": "partners"}
"""The relations to courses, the closest first, and the field of the course that each comes from."""

PROJECT_RELATIONS = {
    "coordinator": ("coordinator",),
    "funder": ("funders",),
    "partner": ("partners",),
    "facilitator": ("facilitator",),
    "member": ("groups",),
    "host": ("meetings",),
    "follower": ("followers",),
}


class CourseRelation(Struct, frozen=True):
    """Courses in one relation: `ahead` as cards, the soonest first; `past` as rows, the latest first."""

    title: str
    ahead: CardList
    past: CardList


class Relation(Struct, frozen=True):
    """Projects or articles in one relation; the notes say more, such as how many people follow."""

    title: str
    rows: tuple[Row, ...]


def relations_in_parts(
    reader: Reader, entry: Entry
) -> list[tuple[tuple[CourseRelation, ...], tuple[Relation, ...]]]:
    """Return what refers to an institution, courses and all else, as it fits on the parts of its page."""
    courses = _course_relations(reader, entry)
    others = list(_relations(reader, entry))
    of_courses = [part for each in courses for part in ((each.ahead.cards, CARD), (each.past.cards, ROW))]
    parts = cut(*((each.rows, ROW) for each in others), *of_courses)
    return [
        (_courses_in(courses, part[len(others) :]), _relations_in(others, part[: len(others)]))
        for part in parts
    ]


def _courses_in(
    every: Sequence[CourseRelation], part: Sequence[Sequence[CourseCard]]
) -> tuple[CourseRelation, ...]:
    found = (
        CourseRelation(each.title, *lists_by_date((*ahead, *past), each.ahead.among))
        for each, ahead, past in zip(every, part[::2], part[1::2], strict=True)
    )
    return tuple(each for each in found if each.ahead or each.past)


def _relations_in(every: Sequence[Relation], part: Sequence[Sequence[Row]]) -> tuple[Relation, ...]:
    pieces = zip(every, part, strict=True)
    return tuple(Relation(each.title, tuple(rows)) for each, rows in pieces if rows)


def _course_relations(reader: Reader, entry: Entry) -> list[CourseRelation]:
    """Return the courses of an institution, each under its closest relation only."""
    seen: set[str] = set()
    found = []
    for name, field in COURSE_RELATIONS.items():
        courses = {
            link.entry.id: link.entry
            for link in reader.catalogue.references_to(entry.id)
            if field in link.loc
        }
        fresh = [
            course_card(reader, each)
            for each in courses.values()
            if each.collection == "courses" and each.id not in seen
        ]
        seen.update(card.id for card in fresh)
        if fresh:
            title = reader.phrases(f"institution.courses.{name}")
            found.append(CourseRelation(title, *lists_by_date(fresh, name)))
    return found


def _relations(reader: Reader, entry: Entry) -> Iterator[Relation]:
    """Yield the projects an institution takes part in, by how, and the articles it has published."""
    for name, fields in PROJECT_RELATIONS.items():
        projects = [e for e in reader.catalogue.referrers(entry.id, *fields) if e.collection == "projects"]
        cards = project_cards(reader, projects)
        rows = tuple(Row(card.link, _note(reader, entry, card, name), card.period) for card in cards)
        yield Relation(reader.phrases(f"institution.projects.{name}"), rows)
    yield Relation(reader.phrases("institution.published"), _articles(reader, entry))


def _note(reader: Reader, entry: Entry, card: ProjectCard, relation: str) -> str:
    """Return how many people follow a project here, or what kind of project it is."""
    if relation != "follower":
        return card.kind
    followers = cast("Project", reader.entry(card.id).record).followers
    return people_count(reader, [each for each in followers if each.library == entry.id])


def _articles(reader: Reader, entry: Entry) -> tuple[Row, ...]:
    found = reader.catalogue.referrers(entry.id, "publisher")
    found.sort(key=lambda each: cast("News", each.record).date.earliest, reverse=True)
    return tuple(
        Row(reader.link(each), when=when_view(reader, cast("News", each.record).date)) for each in found
    )
