"""The catalogue: every course, those one can join first, with filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from katalog.views.courses.card import cards
from katalog.views.courses.card_list import lists_by_heading
from katalog.views.courses.filters import filters
from katalog.views.indexes.archive import counted_years
from katalog.views.indexes.regions import counted_regions
from katalog.views.indexes.topics import counted_topics
from katalog.views.shared.record_page import section_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from katalog.views.courses.card_list import CardList
    from katalog.views.courses.filters import Filter
    from katalog.views.page import Page
    from katalog.views.reader import Reader
    from katalog.views.shared.lists import CountedLink

MOST_PAST = 300
"""Past courses shown; older ones are in the archive, year by year."""


class CourseGroup(Struct, frozen=True):
    """The courses under one heading; `id` is the list's, `note` says what is left out."""

    id: str
    title: str
    list: CardList
    note: str = ""


class CourseListView(Struct, frozen=True):
    """All courses in groups, with filters, and links to topics, years and regions."""

    lede: str
    groups: tuple[CourseGroup, ...]
    count: str
    one: str
    many: str
    filters: tuple[Filter, ...]
    topics: tuple[CountedLink, ...]
    years: tuple[CountedLink, ...]
    regions: tuple[CountedLink, ...]


def course_list_view(reader: Reader) -> CourseListView:
    """Return the catalogue: joinable first, then what is ahead, what has no date yet, what is past."""
    every = cards(reader)
    past = [card for card in every if not card.ahead]
    older = max(0, len(past) - MOST_PAST)
    note = reader.phrases.count("catalogue.older", older) if older else ""
    listed = [card for card in every if card.ahead] + past[:MOST_PAST]
    lists = lists_by_heading(listed)
    shown = tuple(
        CourseGroup(f"k-{name}", reader.phrases(f"catalogue.{name}"), found, note if name == "past" else "")
        for name, found in lists.items()
        if found
    )
    return CourseListView(
        lede=reader.phrases("section.courses.about"),
        groups=shown,
        count=reader.phrases.count("count.courses", len(listed)),
        one=reader.phrases.count("count.courses", 1),
        many=reader.phrases("catalogue.hits"),
        filters=filters(reader, listed),
        topics=counted_topics(reader, "courses"),
        years=counted_years(reader, "courses"),
        regions=tuple(each for each in counted_regions(reader) if each.count),
    )


def course_list_pages(reader: Reader) -> Iterator[Page]:
    """Yield the catalogue."""
    yield section_page(reader, "courses", "courses.html", course_list_view(reader))
