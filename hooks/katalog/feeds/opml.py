"""OPML 2.0: every feed of one language in a file that feed readers take at once."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from katalog.feeds.feed import Feed, xml_feed
from katalog.feeds.full_addresses import absolute_url
from katalog.views.page import FeedLink
from katalog.views.reader import Reader
from katalog.views.shared.feed_links import record_feeds, site_feeds, topic_feeds

GROUPS = {"application/atom+xml": "rss", "text/calendar": "link"}
"""The types of feed listed, each with what OPML calls it."""


def opml(reader: Reader) -> Feed:
    """Return the list: Atom feeds to follow, and calendars as links."""
    root = Element("opml", version="2.0")
    head = SubElement(root, "head")
    SubElement(head, "title").text = reader.settings.site_name[reader.language]
    body = SubElement(root, "body")
    for type_, outline in GROUPS.items():
        group = SubElement(body, "outline", text=reader.phrases(f"feed.group.{outline}"))
        for feed in _feeds(reader):
            if feed.type == type_:
                SubElement(
                    group, "outline", _outline(feed, outline, absolute_url(feed.address, reader.settings))
                )
    return xml_feed(reader.addresses.feed_list(), root)


def _feeds(reader: Reader) -> Iterator[FeedLink]:
    yield from site_feeds(reader)
    for topic in reader.catalogue.topics:
        yield from topic_feeds(reader, topic)
    for name in ("projects", "libraries", "organisations"):
        for entry in reader.catalogue.by_collection.get(name, ()):
            yield from record_feeds(reader, entry)


def _outline(feed: FeedLink, type_: str, url: str) -> dict[str, str]:
    address = {"xmlUrl": url} if type_ == "rss" else {"url": url}
    return {"type": type_, "text": feed.title, **address}
