"""vCard 3.0 (RFC 2426), which every address book reads; 4.0 is refused by Outlook."""

from collections.abc import Iterator

from icalendar import Component, Parameters
from icalendar.prop import vN, vOrg, vText

from katalog.feeds.feed import Feed
from katalog.feeds.former_addresses import at_former_addresses
from katalog.feeds.full_addresses import absolute_url
from katalog.feeds.identifiers import tag_uri
from katalog.schema.entries import Entry
from katalog.schema.records import Contact
from katalog.views.reader import Reader
from katalog.views.shared.feed_links import has_card


class _Card(Component):
    """A card; its lines have the form of a calendar's."""

    name = "VCARD"


def vcards(reader: Reader, entry: Entry) -> Iterator[Feed]:
    """Yield a person's card, at former addresses too, if they may be reached today."""
    if has_card(reader, entry):
        card = Feed(reader.addresses.record_feed(entry, "vcf"), vcard(reader, entry))
        yield from at_former_addresses(reader, entry, [card])


def vcard(reader: Reader, entry: Entry) -> bytes:
    """Return a person's card; ask `has_card` first whether they may be reached."""
    person = reader.localised(entry).record
    assert isinstance(person, Contact)
    card = _Card()
    card.add("VERSION", "3.0")
    card.add("UID", vText(tag_uri(f"contacts/{entry.identity}", reader.settings)))
    card.add("FN", vText(person.title))
    card.add("N", vN(_structured(person.title)))
    if organisation := reader.known(person.organisation):
        card.add("ORG", vOrg((reader.title(organisation),)))
    if person.role:
        card.add("TITLE", vText(person.role))
    if person.email:
        card.add("EMAIL", vText(person.email), {"TYPE": "INTERNET"})
    if person.phone:
        card.add("TEL", vText(person.phone), Parameters(TYPE=["WORK", "VOICE"]))
    if reader.settings.site_url:
        card.add("URL", absolute_url(reader.addresses.record(entry), reader.settings))
    return bytes(card.to_ical(sorted=False))


def _structured(name: str) -> tuple[str, str, str, str, str]:
    """Return family name, given name and three parts we do not know.

    A record has one name; its last word is taken for the family's, which sorts right in Denmark and Sweden.
    """
    given, _, family = name.rpartition(" ")
    return family, given, "", "", ""
