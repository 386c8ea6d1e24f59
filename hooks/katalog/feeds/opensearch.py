"""OpenSearch 1.1: how a browser searches the site from its own field."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from katalog.feeds.feed import Feed, xml_feed
from katalog.feeds.full_addresses import absolute_url
from katalog.views.reader import Reader

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
