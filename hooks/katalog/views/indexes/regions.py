"""Regions: the libraries that lie in each, and the courses held there."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from msgspec import Struct

from katalog.schema.entries import Entry
from katalog.schema.records import Institution
from katalog.views.courses.card import course_cards
from katalog.views.courses.card_list import CardList, lists_by_order
from katalog.views.courses.filter_values import RegionName, region_of
from katalog.views.courses.listed import ListedCourse, listed_courses
from katalog.views.memo import memoise, memoise_as_dependency
from katalog.views.output_kinds import of_parts
from katalog.views.page import FeedLink, Page
from katalog.views.reader import Link, Reader
from katalog.views.shared.event_dates import EventDate, event_dates, unique_by_date
from katalog.views.shared.feed_links import TYPES
from katalog.views.shared.lists import CountedLink, Row, ids_by_title, rows_of
from katalog.views.shared.pagination import CARD, ROW, cut_ids, part_page
from katalog.views.shared.record_page import page_at, section_page
from katalog.views.shared.subscription import Subscription, subscription


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
        id_: RegionInstitutions(names[id_], cast("Institution", found[0].record).country, tuple(found))
        for id_, found in institutions.items()
    }


@memoise
def counted_regions(reader: Reader) -> tuple[CountedLink, ...]:
    """Return the regions in alphabetical order, with how many courses are or were held there."""
    counts: defaultdict[str, int] = defaultdict(int)
    for course in listed_courses(reader):
        for region in course.regions:
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


@memoise
def courses_by_region(reader: Reader) -> Mapping[str, tuple[ListedCourse, ...]]:
    """Return the courses that are or were held in each region, in their order."""
    found: defaultdict[str, list[ListedCourse]] = defaultdict(list)
    for course in listed_courses(reader):
        for region in dict.fromkeys(course.facets["region"]):
            found[region].append(course)
    return {region: tuple(courses) for region, courses in found.items()}


@memoise_as_dependency
def region_parts(reader: Reader, region: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Return the ids on each part of a region's page: courses, libraries, organisations, past courses.

    What is past comes last, however much there is of it.
    """
    there = courses_by_region(reader).get(region, ())
    institutions = institutions_by_region(reader)[region].institutions
    libraries = [each for each in institutions if each.collection == "libraries"]
    organisations = [each for each in institutions if each.collection != "libraries"]
    return cut_ids(
        ([course.id for course in there if course.ahead], CARD),
        (ids_by_title(reader, libraries), ROW),
        (ids_by_title(reader, organisations), ROW),
        ([course.id for course in there if not course.ahead], CARD),
    )


@memoise_as_dependency
def _part(reader: Reader, region: str, number: int) -> tuple[tuple[tuple[str, ...], ...], int]:
    """Return a part, and how many there are."""
    parts = region_parts(reader, region)
    return parts[number - 1], len(parts)


def _view(reader: Reader, region: RegionName, part: Sequence[Sequence[str]]) -> RegionView:
    coming, libraries, organisations, over = part
    file = reader.addresses.region_feed(region.id)
    feed = FeedLink(reader.phrases("feed.ics-of", name=region.title), file, TYPES["ics"])
    ahead, past = lists_by_order(course_cards(reader, [*coming, *over]))
    return RegionView(
        ahead,
        past,
        rows_of(reader, libraries),
        rows_of(reader, organisations),
        subscription(reader, feed),
    )


def region_events(reader: Reader, region: str) -> tuple[EventDate, ...]:
    """Return the events of the courses that are held in a region."""
    held = (course.id for course in courses_by_region(reader).get(region, ()))
    return unique_by_date(reader, (event for id_ in held for event in event_dates(reader, reader.entry(id_))))


def regions_pages(reader: Reader) -> Iterator[Page]:
    """Yield the list of regions."""
    view = RegionsView(reader.phrases("section.regions.about"), _countries(reader))
    yield section_page(reader, "regions", "regions.html", view)


def _region_pages(reader: Reader, id_: str, number: int) -> Iterator[Page]:
    (part, count), name = _part(reader, id_, number), _name(reader, id_)
    yield part_page(reader, _page(reader, name, _view(reader, name, part)), number, count)


@memoise_as_dependency
def _name(reader: Reader, region: str) -> RegionName:
    return institutions_by_region(reader)[region].name


REGIONS = of_parts(lambda reader: sorted(institutions_by_region(reader)), region_parts, _region_pages)
"""The page of every region."""


def _page(reader: Reader, region: RegionName, view: RegionView) -> Page:
    return page_at(
        reader,
        lambda addresses: addresses.region(region.id),
        reader.section_link("regions"),
        section="regions",
        title=region.title,
        template="region.html",
        view=view,
        description=reader.phrases("region.description", name=region.title),
        kind="region",
    )
