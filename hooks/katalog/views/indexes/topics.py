"""Topics: the controlled list, and what there is on each."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from katalog.schema.entries import Entry
from katalog.views.courses.card import course_cards
from katalog.views.courses.card_list import CardList, lists_by_order
from katalog.views.courses.listed import courses_in_order
from katalog.views.indexes.news import NewsCard, newest_first, news_cards
from katalog.views.memo import memoise_as_dependency
from katalog.views.output_kinds import of_parts
from katalog.views.page import Page
from katalog.views.projects.card import ProjectCard, project_cards, projects_in_order
from katalog.views.reader import Link, Reader
from katalog.views.shared.feed_links import topic_feeds
from katalog.views.shared.lists import CountedLink, Row, ids_by_title, rows_of
from katalog.views.shared.pagination import CARD, ROW, cut_ids, part_page
from katalog.views.shared.record_page import page_at, section_page
from katalog.views.shared.subscription import Subscription, subscription

COUNTED = {"courses": "count.courses", "projects": "count.projects", "news": "count.news"}


class TopicsView(Struct, frozen=True):
    """All topics in alphabetical order, each with how much there is on it."""

    lede: str
    rows: tuple[Row, ...]


class TopicView(Struct, frozen=True):
    """Everything on one topic; `institutions` are the libraries and organisations that work with it."""

    lede: str
    ahead: CardList
    past: CardList
    projects: tuple[ProjectCard, ...]
    news: tuple[NewsCard, ...]
    institutions: tuple[Row, ...]
    people: tuple[Row, ...]
    others: tuple[CountedLink, ...]
    subscription: Subscription

    @property
    def empty(self) -> bool:
        """Whether there is nothing on the topic."""
        return not (self.ahead or self.past or self.projects or self.news or self.institutions or self.people)


def on_topic(reader: Reader, topic: str, *collections: str) -> list[Entry]:
    """Return the records that name a topic."""
    found = reader.catalogue.referrers(topic, "topics")
    return [entry for entry in found if entry.collection in collections]


def counted_topics(reader: Reader, *collections: str) -> tuple[CountedLink, ...]:
    """Return the topics that anything is about, in alphabetical order, with how much."""
    found = (CountedLink(link, len(on_topic(reader, id_, *collections))) for id_, link in _links(reader))
    return tuple(each for each in found if each.count)


def _links(reader: Reader) -> list[tuple[str, Link]]:
    ids = list(reader.catalogue.topics)
    topics = zip(ids, reader.topics(ids), strict=True)
    return sorted(topics, key=lambda pair: reader.collation_key(pair[1].title))


def _note(reader: Reader, topic: str) -> str:
    counts = {phrase: len(on_topic(reader, topic, kind)) for kind, phrase in COUNTED.items()}
    return ", ".join(reader.phrases.count(phrase, n) for phrase, n in counts.items() if n)


@memoise_as_dependency
def topic_parts(reader: Reader, topic: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Return the ids on each part of a topic's page, in the order of `TopicView`.

    What is past comes last, however much there is of it.
    """
    entries = on_topic(reader, topic, "courses")
    courses = courses_in_order(reader, entries)
    organisers = {id_: None for course in courses for id_ in course.facets["organiser"]}
    institutions = [*reader.entries(organisers), *on_topic(reader, topic, "libraries", "organisations")]
    return cut_ids(
        ([course.id for course in courses if course.ahead], CARD),
        ([each.id for each in projects_in_order(reader, on_topic(reader, topic, "projects"))], CARD),
        ([each.id for each in newest_first(on_topic(reader, topic, "news"))], CARD),
        (ids_by_title(reader, {entry.id: entry for entry in institutions}.values()), ROW),
        (ids_by_title(reader, on_topic(reader, topic, "contacts")), ROW),
        ([course.id for course in courses if not course.ahead], CARD),
    )


@memoise_as_dependency
def _part(reader: Reader, topic: str, number: int) -> tuple[tuple[tuple[str, ...], ...], int]:
    """Return a part, and how many there are."""
    parts = topic_parts(reader, topic)
    return parts[number - 1], len(parts)


def _view(reader: Reader, topic: str, part: Sequence[Sequence[str]]) -> TopicView:
    coming, projects, news, institutions, people, over = part
    ahead, past = lists_by_order(course_cards(reader, [*coming, *over]))
    return TopicView(
        lede=_note(reader, topic),
        ahead=ahead,
        past=past,
        projects=project_cards(reader, reader.entries(projects)),
        news=news_cards(reader, reader.entries(news)),
        institutions=rows_of(reader, institutions),
        people=rows_of(reader, people),
        others=counted_topics(reader, "courses", "projects", "news"),
        subscription=subscription(reader, topic_feeds(reader, topic)[0]),
    )


def topics_pages(reader: Reader) -> Iterator[Page]:
    """Yield the list of topics."""
    lines = tuple(Row(link, _note(reader, id_)) for id_, link in _links(reader))
    view = TopicsView(reader.phrases("section.topics.about"), lines)
    yield section_page(reader, "topics", "topics.html", view)


def _topic_pages(reader: Reader, id_: str, number: int) -> Iterator[Page]:
    part, count = _part(reader, id_, number)
    yield part_page(reader, _page(reader, id_, _view(reader, id_, part)), number, count)


TOPICS = of_parts(lambda reader: reader.catalogue.topics, topic_parts, _topic_pages)
"""The page of every topic."""


def _page(reader: Reader, id_: str, view: TopicView) -> Page:
    name = reader.catalogue.topics[id_].name_in(reader.language)
    return page_at(
        reader,
        lambda addresses: addresses.topic(id_),
        reader.section_link("topics"),
        section="topics",
        title=name,
        template="topic.html",
        view=view,
        description=reader.phrases("topic.description", name=name),
        feeds=topic_feeds(reader, id_),
        kind="topic",
    )
