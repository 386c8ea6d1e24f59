"""Courses that are like a course: those that share most of its topics."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from katalog.views.cards import cards, course_card
from katalog.views.once import once

if TYPE_CHECKING:
    from katalog.schema.validate import Entry
    from katalog.views.cards import CourseCard
    from katalog.views.reader import Reader

SHOWN = 3
CONSIDERED = 200
"""How many courses of a topic are looked at: those that can be joined, then the next, then the latest."""


def related(reader: Reader, entry: Entry) -> tuple[CourseCard, ...]:
    """Return courses that share most topics with a course, those ahead first."""
    best = [card for card in _sharing(reader, entry.record.topics) if card.id != entry.id][: SHOWN * 2]
    return tuple(sorted(best, key=lambda card: not card.ahead)[:SHOWN])


def _sharing(reader: Reader, topics: tuple[str, ...]) -> list[CourseCard]:
    """Return the courses that share most of `topics`; worked out once for all that have the same ones."""
    known = _known(reader)
    if topics not in known:
        of_topic = _courses_by_topic(reader)
        shared = Counter(chain.from_iterable(of_topic.get(topic, ()) for topic in topics))
        known[topics] = [
            course_card(reader, reader.entry(id_)) for id_, _ in shared.most_common(SHOWN * 2 + 1)
        ]
    return known[topics]


@once
def _known(_: Reader) -> dict[tuple[str, ...], list[CourseCard]]:
    return {}


@once
def _courses_by_topic(reader: Reader) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for card in cards(reader):
        for topic in card.facets["topic"]:
            found.setdefault(topic, []).append(card.id)
    return {topic: ids[:CONSIDERED] for topic, ids in found.items()}
