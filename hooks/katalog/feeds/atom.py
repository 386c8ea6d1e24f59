"""Atom (RFC 4287): what is new about courses, of everything, of a topic and of a project."""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape
from io import StringIO
from typing import TYPE_CHECKING, Any

from feedgenerator import Atom1Feed

from katalog.feeds.feed import Feed
from katalog.feeds.names import full, tag
from katalog.feeds.updated import updated
from katalog.views.parts import summary_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from katalog.schema.validate import Entry
    from katalog.views.reader import Reader

LONGEST = 100
"""How many entries a feed holds: the newest; programs that want all take the JSON."""


class _Atom(Atom1Feed):  # type: ignore[misc]
    """Atom with each entry's own language, and never the time of the build."""

    def item_attributes(self, item: Mapping[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["language"]} if item["language"] != self.feed["language"] else {}

    def latest_post_date(self) -> datetime:
        latest: datetime = max((item["updateddate"] for item in self.items), default=self.feed["empty_since"])
        return latest


def atoms(reader: Reader) -> Iterator[Feed]:
    """Yield every Atom feed of one language."""
    where, catalogue = reader.addresses, reader.catalogue
    every = [e for name in ("courses", "news") for e in catalogue.by_collection.get(name, ())]
    name = reader.settings.site_name[reader.language]
    yield _feed(reader, name, where.feed("atom"), where.section("courses"), every)
    for id_, topic in catalogue.topics.items():
        name, address = topic.name_in(reader.language), where.topic_feed(id_, "atom")
        yield _feed(reader, name, address, where.topic(id_), catalogue.pointing_at(id_, "topics"))
    for entry in catalogue.by_collection.get("projects", ()):
        about = catalogue.pointing_at(entry.id, "initiative", "about")
        yield _feed(reader, reader.title(entry), where.record_feed(entry, "atom"), where.record(entry), about)


def _feed(reader: Reader, name: str, address: str, page: str, entries: Iterable[Entry]) -> Feed:
    settings = reader.settings
    feed = _Atom(
        title=name,
        link=full(page, settings),
        description=None,
        language=reader.language,
        author_name=settings.operator.name,
        feed_url=full(address, settings),
        feed_guid=tag(address, settings),
        empty_since=datetime(reader.today.year, 1, 1, tzinfo=UTC),
    )
    for entry, at in _newest(reader, entries):
        _add(feed, reader, entry, at)
    text = StringIO()
    feed.write(text, "utf-8")
    return Feed(address, text.getvalue().encode())


def _newest(reader: Reader, entries: Iterable[Entry]) -> list[tuple[Entry, datetime]]:
    dated = [(entry, _day(reader, entry)) for entry in entries if entry.collection in {"courses", "news"}]
    return sorted(dated, key=lambda pair: (-pair[1].timestamp(), pair[0].id))[:LONGEST]


def _day(reader: Reader, entry: Entry) -> datetime:
    """Return when a record was updated; an entry of several feeds is asked once."""
    key = ("updated", entry.id)
    if key not in reader.memo:
        reader.memo[key] = updated(entry.record, reader.today, reader.settings.closing_soon_days)
    found: datetime = reader.memo[key]
    return found


def _add(feed: _Atom, reader: Reader, entry: Entry, at: datetime) -> None:
    version, settings = reader.version(entry), reader.settings
    feed.add_item(
        title=str(version.record.title),
        link=full(reader.addresses.record(entry), settings),
        description=escape(summary_of(version)),
        unique_id=tag(f"{entry.collection}/{entry.id}", settings),
        updateddate=at,
        categories=[link.title for link in reader.topics(version.record.topics)],
        language=getattr(version.record.title, "lang", reader.language),
    )
