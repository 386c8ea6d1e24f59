"""Atom (RFC 4287): what is new about courses, of everything, of a topic and of a project."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from html import escape

from katalog.feeds.feed import Feed
from katalog.feeds.former_addresses import at_former_addresses
from katalog.feeds.full_addresses import absolute_url
from katalog.feeds.identifiers import tag_uri
from katalog.feeds.last_updated import updated
from katalog.schema.entries import Entry
from katalog.views.courses.card import course_card
from katalog.views.memo import memoise_across_builds
from katalog.views.reader import Link, Reader

MOST_ENTRIES = 100
"""How many entries a feed holds: the newest; programs that want all take the JSON."""


def site_atoms(reader: Reader) -> Iterator[Feed]:
    """Yield the Atom feed of everything."""
    where, catalogue = reader.addresses, reader.catalogue
    every = [e for name in ("courses", "news") for e in catalogue.by_collection.get(name, ())]
    name = reader.settings.site_name[reader.language]
    yield _feed(reader, name, where.feed("atom"), where.section("courses"), every)


def topic_atoms(reader: Reader, id_: str) -> Iterator[Feed]:
    """Yield the Atom feed of a topic."""
    where, catalogue = reader.addresses, reader.catalogue
    name, address = catalogue.topics[id_].name_in(reader.language), where.topic_feed(id_, "atom")
    yield _feed(reader, name, address, where.topic(id_), catalogue.referrers(id_, "topics"))


def project_atoms(reader: Reader, entry: Entry) -> Iterator[Feed]:
    """Yield the Atom feed of a project."""
    where, about = reader.addresses, reader.catalogue.referrers(entry.id, "initiative", "about")
    feed = _feed(reader, reader.title(entry), where.record_feed(entry, "atom"), where.record(entry), about)
    yield from at_former_addresses(reader, entry, [feed])


def _feed(reader: Reader, name: str, address: str, page: str, entries: Iterable[Entry]) -> Feed:
    """Return a feed; its date is that of its newest entry, and never the time of the build."""
    settings, newest = reader.settings, _newest(reader, entries)
    at = _updated(reader, newest[0]) if newest else datetime(reader.today.year, 1, 1, tzinfo=UTC)
    whole = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xml:lang="{reader.language}" xmlns="http://www.w3.org/2005/Atom">'
        f"<title>{_text(name)}</title>"
        f'<link href="{escape(absolute_url(page, settings))}" rel="alternate"/>'
        f'<link href="{escape(absolute_url(address, settings))}" rel="self"/>'
        f"<id>{_text(tag_uri(address, settings))}</id>"
        f"<updated>{at.isoformat()}</updated>"
        f"<author><name>{_text(settings.operator.name)}</name></author>"
        f"{''.join([_entry(reader, entry) for entry in newest])}</feed>"
    )
    return Feed(address, whole.encode())


def _newest(reader: Reader, entries: Iterable[Entry]) -> list[Entry]:
    found = sorted((e for e in entries if e.collection in {"courses", "news"}), key=lambda e: e.id)
    return sorted(found, key=lambda entry: _updated(reader, entry), reverse=True)[:MOST_ENTRIES]


@memoise_across_builds(datetime)
def _updated(reader: Reader, entry: Entry) -> datetime:
    """Return when a course or a piece of news was last updated; no translation changes dates."""
    soon = reader.settings.closing_soon_days
    return max(updated(reader.localised(entry), reader.today, soon), _changed(reader, entry))


def _changed(reader: Reader, entry: Entry) -> datetime:
    """Return when the record's file was last changed, as far as its history tells."""
    revision = reader.history.get(entry.path)
    return revision.at if revision else datetime(1, 1, 1, tzinfo=UTC)


def _summary(reader: Reader, entry: Entry, summary: str) -> str:
    """Return a summary as HTML; of a course after when and where it is held, what it costs and until when."""
    if entry.collection != "courses":
        return escape(summary)
    card = course_card(reader, entry)
    closes = f"{reader.phrases('card.deadline')} {card.deadline.when.shown}" if card.deadline else ""
    facts = [fact for fact in (card.dates, ", ".join(card.places.all), card.price, closes) if fact]
    if not (facts and summary):
        return escape(" · ".join(facts) or summary)
    return f"<p>{escape(' · '.join(facts))}</p><p>{escape(summary)}</p>"


@memoise_across_builds(str)
def _entry(reader: Reader, entry: Entry) -> str:
    """Return an entry, marked with its language where that is not the feed's."""
    localised, settings = reader.localised(entry), reader.settings
    record = localised.record
    language = getattr(record.title, "lang", reader.language)
    marked = f' xml:lang="{language}"' if language != reader.language else ""
    topics = [_category(id_, link) for id_ in record.topics for link in reader.topics([id_])]
    return (
        f"<entry{marked}>"
        f"<title>{_text(record.title)}</title>"
        f'<link href="{escape(absolute_url(reader.addresses.record(entry), settings))}" rel="alternate"/>'
        f"<updated>{_updated(reader, entry).isoformat()}</updated>"
        f"<id>{_text(tag_uri(f'{entry.collection}/{entry.identity}', settings))}</id>"
        f'<summary type="html">{_text(_summary(reader, entry, localised.summary))}</summary>'
        f"{''.join(topics)}</entry>"
    )


def _category(topic: str, link: Link) -> str:
    """Return a topic, told by its id in every language (RFC 4287, 4.2.2)."""
    return f'<category term="{escape(topic)}" label="{escape(link.title)}"/>'


def _text(text: str) -> str:
    return escape(text, quote=False)
