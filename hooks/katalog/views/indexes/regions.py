"""Regions: the libraries that lie in each, and the courses held there."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from katalog.views.courses.card import cards
from katalog.views.courses.card_list import lists_by_order
from katalog.views.courses.facets import region_of
from katalog.views.memo import memoise
from katalog.views.page import FeedLink, Page
from katalog.views.reader import Link
from katalog.views.shared.events import own_events, unique_by_date
from katalog.views.shared.feed_links import TYPES
from katalog.views.shared.lists import CountedLink, record_rows
from katalog.views.shared.parts import CARD, ROW, cut, in_parts
from katalog.views.shared.record_page import breadcrumbs, section_page
from katalog.views.shared.subscription import subscription

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from katalog.schema.entries import Entry
    from katalog.views.courses.card_list import CardList
    from katalog.views.courses.facets import RegionName
    from katalog.views.reader import Reader
    from katalog.views.shared.event import EventView
    from katalog.views.shared.lists import Row
    from katalog.views.shared.subscription import Subscription


class RegionInstitutions(Struct, frozen=True):
    """A region, its country (ISO 3166-1) and its libraries and organisations."""

    name: RegionName
    country: str
    institutions: tuple[Entry, ...]


class CountryGroup(Struct, frozen=True):
    """The regions of a country, in alphabetical order, with how many courses each has had."""

    title: str
    regions: tuple[CountedLink, ...]


class RegionsView(Struct, frozen=True):
    """All regions by country."""

    lede: str
    countries: tuple[CountryGroup, ...]


class RegionView(Struct, frozen=True):
    """One region: its libraries, its other organisations, the courses held there."""

    ahead: CardList
    past: CardList
    libraries: tuple[Row, ...]
    organisations: tuple[Row, ...]
    subscription: Subscription


@memoise
def institutions_by_region(reader: Reader) -> Mapping[str, RegionInstitutions]:
    """Return every region that a library or organisation lies in, by its id."""
    lists = reader.catalogue.by_collection
    institutions: defaultdict[str, list[Entry]] = defaultdict(list)
    names: dict[str, RegionName] = {}
    for entry in (*lists.get("libraries", ()), *lists.get("organisations", ())):
        if region := region_of(entry):
            names.setdefault(region.id, region)
            institutions[region.id].append(entry)
    return {
        id_: RegionInstitutions(names[id_], _country(found[0]), tuple(found))
        for id_, found in institutions.items()
    }


def _country(entry: Entry) -> str:
    return str(getattr(entry.record, "country", ""))


def counted_regions(reader: Reader) -> tuple[CountedLink, ...]:
    """Return the regions in alphabetical order, with how many courses are or were held there."""
    counts: defaultdict[str, int] = defaultdict(int)
    for card in cards(reader):
        for region in card.regions:
            counts[region.id] += 1
    found = [
        CountedLink(_link(reader, region.name), counts[id_])
        for id_, region in institutions_by_region(reader).items()
    ]
    return tuple(sorted(found, key=lambda each: reader.collation_key(each.link.title)))


def _link(reader: Reader, region: RegionName) -> Link:
    return Link(region.title, reader.addresses.region(region.id))


def _countries(reader: Reader) -> tuple[CountryGroup, ...]:
    where = {
        reader.addresses.region(id_): region.country for id_, region in institutions_by_region(reader).items()
    }
    groups: defaultdict[str, list[CountedLink]] = defaultdict(list)
    for each in counted_regions(reader):
        groups[where[each.link.address]].append(each)
    names = {code: reader.phrases.locale.countries.get(code, code) for code in groups}
    ordered = sorted(groups, key=lambda code: reader.collation_key(names[code]))
    return tuple(CountryGroup(names[code], tuple(groups[code])) for code in ordered)


def _views(reader: Reader, region: RegionInstitutions) -> list[RegionView]:
    """Return the parts of a region's page; what is past comes last, however much there is of it."""
    there = [card for card in cards(reader) if region.name.id in card.facets["region"]]
    libraries = (each for each in region.institutions if each.collection == "libraries")
    organisations = (each for each in region.institutions if each.collection != "libraries")
    parts = cut(
        ([card for card in there if card.ahead], CARD),
        (record_rows(reader, libraries), ROW),
        (record_rows(reader, organisations), ROW),
        ([card for card in there if not card.ahead], CARD),
    )
    return [_view(reader, region, part) for part in parts]


def _view(reader: Reader, region: RegionInstitutions, part: Sequence[Sequence[Any]]) -> RegionView:
    coming, libraries, organisations, over = part
    file = reader.addresses.region_feed(region.name.id)
    feed = FeedLink(reader.phrases("feed.ics-of", name=region.name.title), file, TYPES["ics"])
    ahead, past = lists_by_order([*coming, *over])
    return RegionView(ahead, past, tuple(libraries), tuple(organisations), subscription(reader, feed))


def region_events(reader: Reader, region: str) -> tuple[EventView, ...]:
    """Return the events of the courses that are held in a region."""
    held = (card.id for card in cards(reader) if region in card.facets["region"])
    return unique_by_date(reader, (event for id_ in held for event in own_events(reader, reader.entry(id_))))


def region_pages(reader: Reader) -> Iterator[Page]:
    """Yield the list of regions and the page of every region."""
    view = RegionsView(reader.phrases("section.regions.about"), _countries(reader))
    yield section_page(reader, "regions", "regions.html", view)
    for id_, region in sorted(institutions_by_region(reader).items()):
        yield from in_parts(reader, _page(reader, id_, region), _views(reader, region))


def _page(reader: Reader, id_: str, region: RegionInstitutions) -> Page:
    return Page(
        address=reader.addresses.region(id_),
        section="regions",
        language=reader.language,
        title=region.name.title,
        template="region.html",
        view=None,
        alternates=reader.alternates(lambda addresses: addresses.region(id_)),
        description=reader.phrases("region.description", name=region.name.title),
        breadcrumbs=breadcrumbs(reader, reader.section_link("regions")),
        kind="region",
    )
