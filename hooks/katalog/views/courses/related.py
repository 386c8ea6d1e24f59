"""Courses that are like a course: those that share most of its topics, the most alike first."""

from collections import Counter
from itertools import chain

from msgspec import Struct

from katalog.catalogue.state_table import is_shut
from katalog.schema.entries import Entry
from katalog.views.courses.card import CourseCard, course_card
from katalog.views.courses.listed import ListedCourse, listed_course, listed_courses
from katalog.views.memo import memoise, memoise_across_builds
from katalog.views.reader import Reader

MOST_RELATED = 3
MOST_ALIKE = 2 * MOST_RELATED
"""Of these, those ahead come first: a course less alike, but ahead, may stand before one that is over."""
MOST_COMPARED = 30
"""How many courses that share topics are compared by all else: the soonest, for a reader may still join."""
CONSIDERED = 200
"""How many courses of a topic are looked at: those that can be joined, then the next, then the latest."""
ALIKE_BY = ("audience", "kind", "form", "language", "region", "organiser")
"""What courses that share as many topics are compared by."""


class Candidate(Struct, array_like=True, frozen=True):
    """A course that others may lead to, and what it is like.

    `rank` is 2 if one may take part in it, or may later, 1 if it is ahead, 0 if it is not.
    """

    id: str
    rank: int
    traits: tuple[str, ...]


def related(reader: Reader, entry: Entry) -> tuple[CourseCard, ...]:
    """Return courses that share most topics with a course, those ahead first."""
    return tuple([course_card(reader, each) for each in _related(reader, entry)])


@memoise
def _related(reader: Reader, entry: Entry) -> list[Entry]:
    traits = {*_traits(listed_course(reader, entry))}
    sharing = [(each, times) for each, times in _sharing(reader, entry.record.topics) if each.id != entry.id]
    sharing.sort(key=lambda of: (-of[1], -of[0].rank, -len(traits.intersection(of[0].traits))))
    best = sorted([each for each, _ in sharing[:MOST_ALIKE]], key=lambda each: not each.rank)
    return [reader.entry(each.id) for each in best[:MOST_RELATED]]


@memoise
def _sharing(reader: Reader, topics: tuple[str, ...]) -> list[tuple[Candidate, int]]:
    """Return the courses that share most of `topics`, and how many of them."""
    of_topic = _candidates_by_topic(reader)
    candidates = {each.id: each for topic in topics for each in of_topic.get(topic, ())}
    shared = Counter(chain.from_iterable([each.id for each in of_topic.get(topic, ())] for topic in topics))
    return [(candidates[id_], times) for id_, times in shared.most_common(MOST_COMPARED + 1)]


@memoise_across_builds(dict[str, list[Candidate]])
def _candidates_by_topic(reader: Reader) -> dict[str, list[Candidate]]:
    """Return what is compared of each topic's courses, which every course's page needs."""
    found: dict[str, list[Candidate]] = {}
    for each in listed_courses(reader):
        for topic in each.facets["topic"]:
            of_topic = found.setdefault(topic, [])
            if len(of_topic) < CONSIDERED:
                of_topic.append(Candidate(each.id, _rank(each), _traits(each)))
    return found


def _rank(course: ListedCourse) -> int:
    return course.ahead + (course.ahead and not is_shut(course.state.key))


def _traits(course: ListedCourse) -> tuple[str, ...]:
    return tuple([f"{name} {value}" for name in ALIKE_BY for value in course.facets[name] if value])
