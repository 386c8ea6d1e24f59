"""Topics: the controlled list, and what there is on each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from katalog.views.courses.card import course_cards
from katalog.views.courses.card_list import lists_by_order
from katalog.views.indexes.news import news_cards
from katalog.views.page import Page
from katalog.views.projects.card import project_cards
from katalog.views.reader import Link
from katalog.views.shared.feed_links import topic_feeds
from katalog.views.shared.lists import CountedLink, record_rows
from katalog.views.shared.parts import CARD, ROW, cut, in_parts
from katalog.views.shared.record_page import breadcrumbs, section_page
from katalog.views.shared.subscription import Subscription, subscription

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from katalog.schema.entries import Entry
    from katalog.schema.topics import Topic
    from katalog.views.courses.card_list import CardList
    from katalog.views.indexes.news import NewsCard
    from katalog.views.projects.card import ProjectCard
    from katalog.views.reader import Reader
    from katalog.views.shared.lists import Row

COUNTED = {"courses": "count.courses", "projects": "count.projects", "news": "count.news"}


class TopicRow(Struct, frozen=True):
    """A topic in the list; `note` says how much there is on it."""

    link: Link
    note: str


class TopicsView(Struct, frozen=True):
    """All topics in alphabetical order."""

    lede: str
    rows: tuple[TopicRow, ...]


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
    topics = [(id_, Link(_name(reader, topic), reader.addresses.topic(id_))) for id_, topic in _all(reader)]
    return sorted(topics, key=lambda pair: reader.collation_key(pair[1].title))


def _all(reader: Reader) -> Sequence[tuple[str, Topic]]:
    return list(reader.catalogue.topics.items())


def _name(reader: Reader, topic: Topic) -> str:
    return topic.name_in(reader.language)


def _note(reader: Reader, topic: str) -> str:
    counts = {phrase: len(on_topic(reader, topic, kind)) for kind, phrase in COUNTED.items()}
    return ", ".join(reader.phrases.count(phrase, n) for phrase, n in counts.items() if n)


def _views(reader: Reader, topic: str) -> list[TopicView]:
    """Return the parts of a topic's page; what is past comes last, however much there is of it."""
    courses = on_topic(reader, topic, "courses")
    cards = course_cards(reader, courses)
    organisers = {id_: None for entry in courses for id_ in getattr(entry.record, "organiser", ())}
    institutions = [*reader.entries(organisers), *on_topic(reader, topic, "libraries", "organisations")]
    parts = cut(
        ([card for card in cards if card.ahead], CARD),
        (project_cards(reader, on_topic(reader, topic, "projects")), CARD),
        (news_cards(reader, on_topic(reader, topic, "news")), CARD),
        (record_rows(reader, {entry.id: entry for entry in institutions}.values()), ROW),
        (record_rows(reader, on_topic(reader, topic, "contacts")), ROW),
        ([card for card in cards if not card.ahead], CARD),
    )
    return [_view(reader, topic, part) for part in parts]


def _view(reader: Reader, topic: str, part: Sequence[Sequence[Any]]) -> TopicView:
    coming, projects, news, institutions, people, over = part
    ahead, past = lists_by_order([*coming, *over])
    return TopicView(
        lede=_note(reader, topic),
        ahead=ahead,
        past=past,
        projects=tuple(projects),
        news=tuple(news),
        institutions=tuple(institutions),
        people=tuple(people),
        others=counted_topics(reader, "courses", "projects", "news"),
        subscription=subscription(reader, topic_feeds(reader, topic)[0]),
    )


def topic_pages(reader: Reader) -> Iterator[Page]:
    """Yield the list of topics and the page of every topic."""
    lines = tuple(TopicRow(link, _note(reader, id_)) for id_, link in _links(reader))
    view = TopicsView(reader.phrases("section.topics.about"), lines)
    yield section_page(reader, "topics", "topics.html", view)
    for id_, topic in _all(reader):
        yield from in_parts(reader, _page(reader, id_, topic), _views(reader, id_))


def _page(reader: Reader, id_: str, topic: Topic) -> Page:
    return Page(
        address=reader.addresses.topic(id_),
        section="topics",
        language=reader.language,
        title=_name(reader, topic),
        template="topic.html",
        view=None,
        alternates=reader.alternates(lambda addresses: addresses.topic(id_)),
        description=reader.phrases("topic.description", name=_name(reader, topic)),
        breadcrumbs=breadcrumbs(reader, reader.section_link("topics")),
        feeds=topic_feeds(reader, id_),
        kind="topic",
    )
