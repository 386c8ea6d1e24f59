"""What a feed is to the build, and how one in XML is written."""

from xml.etree.ElementTree import Element, indent, tostring

from msgspec import Struct


class Feed(Struct, frozen=True):
    """One machine-readable output: its address relative to the site's root, and its bytes."""

    address: str
    data: bytes


def xml_feed(address: str, root: Element) -> Feed:
    """Return a feed in XML, indented."""
    indent(root)
    data = b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode").encode() + b"\n"
    return Feed(address, data)
