"""What tells phones, browsers and feed readers of the site: its manifest, how to search it, every feed."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from katalog.catalogue.addresses import relative_url
from katalog.feeds.feed import Feed, xml_feed
from katalog.feeds.full_addresses import absolute_url
from katalog.json_encoding import json_bytes
from katalog.views.page import FeedLink
from katalog.views.reader import Reader
from katalog.views.shared.feed_links import record_feeds, site_feeds, topic_feeds

ICONS = (("assets/icon-180.png", "180x180"), ("assets/icon-512.png", "512x512"))
LONGEST_SHORT_NAME = 20


def manifest(reader: Reader) -> Feed:
    """Return the manifest; its addresses are relative to its own."""
    address, name = reader.addresses.manifest(), reader.settings.site_name[reader.language]
    data = {
        "name": name,
        "short_name": name.split(" – ")[0][:LONGEST_SHORT_NAME].strip(),
        "lang": reader.language,
        "start_url": relative_url(reader.addresses.section("home"), address),
        "display": "browser",
        "icons": [
            {"src": relative_url(icon, address), "sizes": size, "type": "image/png"} for icon, size in ICONS
        ],
    }
    return Feed(address, json_bytes(data))


NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
LONGEST_NAME, LONGEST_DESCRIPTION = 16, 1024
"""What the specification allows, in characters."""


def search_description(reader: Reader) -> Feed:
    """Return the description; its addresses are full, so the site must have one."""
    name = reader.settings.site_name[reader.language]
    root = Element("OpenSearchDescription", xmlns=NAMESPACE)
    SubElement(root, "ShortName").text = name.split(" – ")[0][:LONGEST_NAME].strip()
    SubElement(root, "LongName").text = name[:48]
    SubElement(root, "Description").text = reader.phrases("section.search.about")[:LONGEST_DESCRIPTION]
    address = absolute_url(reader.addresses.section("search"), reader.settings)
    SubElement(root, "Url", type="text/html", template=f"{address}?q={{searchTerms}}")
    SubElement(root, "Language").text = reader.language
    SubElement(root, "InputEncoding").text = "UTF-8"
    return xml_feed(reader.addresses.search_description(), root)


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
