"""vCard 3.0 (RFC 2426), which every address book reads; 4.0 is refused by Outlook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from katalog.feeds.feed import Feed
from katalog.feeds.identifiers import absolute_url, tag_uri
from katalog.feeds.lines import escaped, line
from katalog.schema.records import Contact
from katalog.views.shared.feed_links import has_card

if TYPE_CHECKING:
    from collections.abc import Iterator

    from katalog.schema.entries import Entry
    from katalog.views.reader import Reader


def vcards(reader: Reader) -> Iterator[Feed]:
    """Yield a card for everyone who may be reached today."""
    for entry in reader.catalogue.by_collection.get("contacts", ()):
        if has_card(reader, entry):
            yield Feed(reader.addresses.record_feed(entry, "vcf"), vcard(reader, entry))


def vcard(reader: Reader, entry: Entry) -> bytes:
    """Return a person's card; ask `has_card` first whether they may be reached."""
    return b"".join(_lines(reader, entry))


def _lines(reader: Reader, entry: Entry) -> Iterator[bytes]:
    person = reader.localised(entry).record
    assert isinstance(person, Contact)
    yield from (line("BEGIN", "VCARD"), line("VERSION", "3.0"))
    yield line("UID", escaped(tag_uri(f"contacts/{entry.id}", reader.settings)))
    yield line("FN", escaped(person.title))
    yield line("N", _structured(person.title))
    if organisation := reader.entries([person.organisation or ""]):
        yield line("ORG", escaped(reader.title(organisation[0])))
    if person.role:
        yield line("TITLE", escaped(person.role))
    if person.email:
        yield line("EMAIL;TYPE=INTERNET", escaped(person.email))
    if person.phone:
        yield line("TEL;TYPE=WORK,VOICE", escaped(person.phone))
    if reader.settings.site_url:
        yield line("URL", absolute_url(reader.addresses.record(entry), reader.settings))
    yield line("END", "VCARD")


def _structured(name: str) -> str:
    """Return family name, given name and three parts we do not know.

    A record has one name; its last word is taken for the family's, which sorts right in Denmark and Sweden.
    """
    given, _, family = name.rpartition(" ")
    return f"{escaped(family)};{escaped(given)};;;"
