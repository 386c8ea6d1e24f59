"""Courses that are like a course: those that share most of its topics."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from katalog.views.cards import cards, course_card

if TYPE_CHECKING:
    from katalog.schema.validate import Entry
    from katalog.views.cards import CourseCard
    from katalog.views.reader import Reader

SHOWN = 3
CONSIDERED = 200
"""How many courses of a topic are looked at: those that can be joined, then the next, then the latest."""


def related(reader: Reader, entry: Entry) -> tuple[CourseCard, ...]:
    """Return courses that share most topics with a course, those ahead first."""
    of_topic = _courses_by_topic(reader)
    shared: Counter[str] = Counter()
    for topic in entry.record.topics:
        shared.update(of_topic.get(topic, ()))
    del shared[entry.id]
    best = [course_card(reader, reader.entry(id_)) for id_, _ in shared.most_common(SHOWN * 2)]
    return tuple(sorted(best, key=lambda card: not card.ahead)[:SHOWN])


def _courses_by_topic(reader: Reader) -> dict[str, list[str]]:
    key = ("courses by topic", "")
    if key not in reader.memo:
        found: dict[str, list[str]] = {}
        for card in cards(reader):
            for topic in card.facets["topic"]:
                found.setdefault(topic, []).append(card.id)
        reader.memo[key] = {topic: ids[:CONSIDERED] for topic, ids in found.items()}
    by_topic: dict[str, list[str]] = reader.memo[key]
    return by_topic
