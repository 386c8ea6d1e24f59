"""News: articles and notices, the newest first."""

from collections.abc import Iterable, Iterator
from typing import cast

from msgspec import Struct

from katalog.catalogue.state import deadline_moment
from katalog.schema.annotations import LangText
from katalog.schema.entries import Entry
from katalog.schema.records import News
from katalog.views.page import Page
from katalog.views.reader import Link, Reader
from katalog.views.shared.attachments import PictureView, picture
from katalog.views.shared.custom_fields import CustomFact, custom_facts
from katalog.views.shared.dates import WhenView, when_view
from katalog.views.shared.notices import Notice, notices
from katalog.views.shared.pagination import CARD, cut, in_parts
from katalog.views.shared.people import PersonView, person_view
from katalog.views.shared.record_page import record_edit_address, record_page, section_page
from katalog.views.shared.text import TextView, text_view
from katalog.views.shared.visible_periods import VisiblePeriod, instant
from katalog.when.model import When
from katalog.when.today import beginning_of


class NewsCard(Struct, frozen=True):
    """An article in a list; it is `current` for a while, for good, or no more (`None`)."""

    link: Link
    when: WhenView
    summary: str
    publisher: Link | None
    current: VisiblePeriod | None


class NewsListView(Struct, frozen=True):
    """All articles, the newest first."""

    lede: str
    cards: tuple[NewsCard, ...]


class NewsView(Struct, frozen=True):
    """One article; `about` are the courses and projects it is about."""

    title: str
    subtitle: str
    when: WhenView
    until: WhenView | None
    author: PersonView | None
    author_job: str
    publisher: Link | None
    about: tuple[Link, ...]
    topics: tuple[Link, ...]
    notices: tuple[Notice, ...]
    picture: PictureView | None
    text: TextView | None
    own: tuple[CustomFact, ...]
    source: str
    data: str
    edit: str


def news_cards(reader: Reader, entries: Iterable[Entry]) -> tuple[NewsCard, ...]:
    """Return articles as lists show them, the newest first."""
    return tuple(_card(reader, entry) for entry in newest_first(entries))


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """Return articles, the newest first."""
    return sorted(
        entries, key=lambda entry: (cast("News", entry.record).date.earliest, entry.id), reverse=True
    )


def all_news(reader: Reader) -> tuple[NewsCard, ...]:
    """Return every article, the newest first."""
    return news_cards(reader, reader.catalogue.by_collection.get("news", ()))


def _card(reader: Reader, entry: Entry) -> NewsCard:
    news = cast("News", entry.record)
    summary, publisher = reader.localised(entry).summary, reader.link_to(news.publisher)
    return NewsCard(
        reader.link(entry), when_view(reader, news.date), summary, publisher, _current(reader, news.until)
    )


def _current(reader: Reader, until: When | None) -> VisiblePeriod | None:
    """Return when an article is current; `None` where it is no more."""
    end = deadline_moment(until) if until else None
    if end and end <= beginning_of(reader.today):
        return None
    return VisiblePeriod("", instant(reader, end) if end else "")


def _within_a_line(job: str) -> str:
    """Return a job as it stands after a name: `Skribent` is `skribent`, `IT-konsulent` as it is."""
    if not job[1:2].islower():
        return job
    small = job[:1].lower() + job[1:]
    return LangText(small, job.lang) if isinstance(job, LangText) else small


def _view(reader: Reader, entry: Entry) -> NewsView:
    localised = reader.localised(entry)
    news = cast("News", localised.record)
    author = reader.known(news.author)
    shown = person_view(reader, author) if author else None
    return NewsView(
        title=news.title,
        subtitle=news.subtitle or "",
        when=when_view(reader, news.date, weekday=True),
        until=when_view(reader, news.until) if news.until else None,
        author=shown,
        author_job=_within_a_line(shown.job) if shown else "",
        publisher=reader.link_to(news.publisher),
        about=reader.links(news.about),
        topics=reader.topics(news.topics),
        notices=notices(reader, localised),
        picture=picture(reader, entry, news),
        text=text_view(reader, localised),
        own=custom_facts(reader, localised),
        source=news.source or "",
        data=reader.addresses.record_feed(entry, "json"),
        edit=record_edit_address(reader, entry),
    )


def news_list_pages(reader: Reader) -> Iterator[Page]:
    """Yield the list of news."""
    about = reader.phrases("section.news.about")
    views = [NewsListView(about, tuple(part)) for (part,) in cut((all_news(reader), CARD))]
    yield from in_parts(reader, section_page(reader, "news", "news_list.html", None), views)


def news_pages(reader: Reader, entry: Entry) -> Iterator[Page]:
    """Yield the page of an article."""
    yield record_page(reader, entry, "news.html", _view(reader, entry))
