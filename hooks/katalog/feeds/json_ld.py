"""JSON-LD in schema.org's vocabulary: a page's breadcrumbs, and its record or the courses it lists."""

from katalog.feeds.full_addresses import absolute_site_url
from katalog.feeds.json_data import models
from katalog.feeds.json_ld_courses import course, event
from katalog.feeds.json_ld_parts import Postal, places, postal_finder, thing, things
from katalog.feeds.json_ld_types import (
    CONTEXT,
    BreadcrumbList,
    GeoCoordinates,
    ItemList,
    ListedPage,
    ListItem,
    NewsArticle,
    Node,
    Organization,
    Person,
    PostalAddress,
    ProjectNode,
    PropertyValue,
    Thing,
    WebSite,
)
from katalog.views.indexes.courses import courses_on
from katalog.views.page import Page
from katalog.views.reader import Reader

PROJECT_TYPES = {"network": "Organization"}
ORGANISATION_TYPES = {
    "university": "CollegeOrUniversity",
    "ministry": "GovernmentOrganization",
    "agency": "GovernmentOrganization",
    "county": "GovernmentOrganization",
    "region": "GovernmentOrganization",
    "municipality": "GovernmentOrganization",
    "trade-union": "WorkersUnion",
    "consultancy": "Corporation",
}


def json_ld(page: Page, reader: Reader, data: models.Record | None) -> tuple[Node, ...]:
    """Return a page's breadcrumbs, or the site on the front page, and its record, if it has one."""
    where = _trail(page, reader) if page.breadcrumbs else _site(page, reader)
    found = _record(data, reader) if data else _list(page, reader)
    return (where, found) if found else (where,)


def _site(page: Page, reader: Reader) -> WebSite:
    operator = reader.settings.operator
    return WebSite(
        context=CONTEXT,
        type="WebSite",
        name=reader.settings.site_name[reader.language],
        url=absolute_site_url(page.address, reader.settings),
        in_language=reader.language,
        publisher=Thing(type="Organization", name=operator.name, url=operator.website or ""),
    )


def _trail(page: Page, reader: Reader) -> BreadcrumbList:
    steps = [(link.title, link.address) for link in page.breadcrumbs] + [(page.title, "")]
    items = [
        ListItem(type="ListItem", position=n, name=title, item=_item(to, reader) if n < len(steps) else None)
        for n, (title, to) in enumerate(steps, start=1)
    ]
    return BreadcrumbList(context=CONTEXT, type="BreadcrumbList", item_list_element=tuple(items))


def _item(address: str, reader: Reader) -> Node:
    return Node(id=absolute_site_url(address, reader.settings))


def _list(page: Page, reader: Reader) -> ItemList | None:
    """Return the courses of a page of the catalogue, in its order; nothing for other pages."""
    may_list = page.section == "courses" and page.in_search_and_sitemap and not page.record
    ids = courses_on(reader, page.address) if may_list else ()
    items = [
        ListedPage(
            type="ListItem",
            position=n,
            url=absolute_site_url(reader.addresses.record(entry), reader.settings),
        )
        for n, entry in enumerate(reader.entries(ids), start=1)
    ]
    return ItemList(context=CONTEXT, type="ItemList", item_list_element=tuple(items)) if items else None


def _record(data: models.Record, reader: Reader) -> Node:
    if isinstance(data, models.Course):
        return course(data, reader)
    if isinstance(data, models.Project):
        return _project(data, postal_finder(reader))
    if isinstance(data, models.Institution):
        return _institution(data)
    if isinstance(data, models.Contact):
        return _contact(data)
    assert isinstance(data, models.News)
    return _news(data)


def _project(data: models.Project, postal: Postal) -> ProjectNode:
    return ProjectNode(
        context=CONTEXT,
        type=PROJECT_TYPES.get(data.kind, "Project"),
        id=data.url,
        name=data.title,
        url=data.url,
        description=data.goal or data.summary,
        founding_date=data.period.first_day if data.period else "",
        dissolution_date=data.period.last_day if data.period else "",
        same_as=data.website,
        parent_organization=thing(data.part_of),
        sub_organization=things(data.parts, "Project"),
        funder=things(data.funders),
        member=things(data.partners),
        event=tuple(
            event(each, data, "Event", places(each, data.url, postal)) for each in data.meetings if each.when
        ),
    )


def _institution(data: models.Institution) -> Organization:
    library = data.schema_.endswith("library.json")
    return Organization(
        context=CONTEXT,
        type="Library" if library else ORGANISATION_TYPES.get(data.kind, "Organization"),
        id=data.url,
        name=data.title,
        alternate_name=data.aliases,
        url=data.url,
        same_as=data.website,
        description=data.summary,
        address=_address(data),
        geo=_geo(data) if library else None,
        email=data.email,
        telephone=data.phone,
        parent_organization=thing(data.parent),
        identifier=_isil(data.isil),
    )


def _isil(isil: str) -> PropertyValue | None:
    return PropertyValue(type="PropertyValue", property_id="ISIL", value=isil) if isil else None


def _address(data: models.Institution) -> PostalAddress:
    return PostalAddress(
        type="PostalAddress",
        street_address=data.address,
        address_locality=data.municipality,
        address_region=data.region,
        address_country=data.country,
    )


def _geo(data: models.Institution) -> GeoCoordinates | None:
    if data.latitude is None:
        return None
    return GeoCoordinates(type="GeoCoordinates", latitude=data.latitude, longitude=data.longitude)


def _contact(data: models.Contact) -> Person:
    return Person(
        context=CONTEXT,
        type="Person",
        id=data.url,
        name=data.title,
        url=data.url,
        job_title=data.job,
        works_for=thing(data.organisation),
        email=data.email,
        telephone=data.phone,
        knows_language=data.languages,
    )


def _news(data: models.News) -> NewsArticle:
    return NewsArticle(
        context=CONTEXT,
        type="NewsArticle",
        id=data.url,
        headline=data.title,
        url=data.url,
        description=data.summary,
        date_published=data.date,
        expires=data.until,
        in_language=data.html_language or data.original_language,
        author=thing(data.author, "Person"),
        publisher=thing(data.publisher),
        keywords=tuple([topic.title for topic in data.topics]),
        about=things(data.about, "Thing"),
    )
