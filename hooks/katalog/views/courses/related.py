"""Courses that are like a course: those that share most of its topics."""

from collections import Counter
from itertools import chain

from katalog.schema.entries import Entry
from katalog.views.courses.card import CourseCard, course_card
from katalog.views.courses.listed import listed_course, listed_courses
from katalog.views.memo import memoise, memoise_across_builds
from katalog.views.reader import Reader

MOST_RELATED = 3
MOST_ALIKE = 2 * MOST_RELATED
"""Of these, those ahead come first: a course less alike, but ahead, may stand before one that is over."""
CONSIDERED = 200
"""How many courses of a topic are looked at: those that can be joined, then the next, then the latest."""


def related(reader: Reader, entry: Entry) -> tuple[CourseCard, ...]:
    """Return courses that share most topics with a course, those ahead first."""
    return tuple([course_card(reader, each) for each in _related(reader, entry)])


@memoise
def _related(reader: Reader, entry: Entry) -> list[Entry]:
    best = [id_ for id_ in _sharing(reader, entry.record.topics) if id_ != entry.id][:MOST_ALIKE]
    found = [reader.entry(id_) for id_ in best]
    return sorted(found, key=lambda each: not listed_course(reader, each).ahead)[:MOST_RELATED]


@memoise
def _sharing(reader: Reader, topics: tuple[str, ...]) -> list[str]:
    """Return the courses that share most of `topics`."""
    of_topic = _courses_by_topic(reader)
    shared = Counter(chain.from_iterable(of_topic.get(topic, ()) for topic in topics))
    return _most_common(shared, len(topics), MOST_ALIKE + 1)


def _most_common(shared: Counter[str], most: int, wanted: int) -> list[str]:
    """Return the ids counted most often; counts go from 1 to `most`, so there is nothing to sort."""
    found: list[str] = []
    for times in range(most, 0, -1):
        found += [id_ for id_, count in shared.items() if count == times]
        if len(found) >= wanted:
            break
    return found[:wanted]


@memoise_across_builds(dict[str, list[str]])
def _courses_by_topic(reader: Reader) -> dict[str, list[str]]:
    """Return the ids of each topic's courses; every course's page needs them, and none of the courses."""
    found: dict[str, list[str]] = {}
    for each in listed_courses(reader):
        for topic in each.facets["topic"]:
            found.setdefault(topic, []).append(each.id)
    return {topic: ids[:CONSIDERED] for topic, ids in found.items()}
