"""JSON-LD in schema.org's vocabulary: what a page is about, and the way to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from katalog.feeds.data import models
from katalog.feeds.json_ld_courses import course, event
from katalog.feeds.json_ld_parts import bodies, body, stated
from katalog.feeds.names import full

if TYPE_CHECKING:
    from collections.abc import Mapping

    from katalog.views.page import Page
    from katalog.views.reader import Reader

CONTEXT = "https://schema.org"
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


def json_ld(page: Page, reader: Reader, data: models.Record | None) -> tuple[Mapping[str, Any], ...]:
    """Return what a page says of itself: where it stands in the site, and its record, if it has one."""
    found = [_trail(page, reader)] if page.breadcrumbs else [_site(page, reader)]
    if data:
        found.append(_record(data))
    return tuple({"@context": CONTEXT, **each} for each in found)


def _site(page: Page, reader: Reader) -> dict[str, Any]:
    operator = reader.settings.operator
    publisher = stated({"@type": "Organization", "name": operator.name, "url": operator.website or ""})
    return {
        "@type": "WebSite",
        "name": reader.settings.site_name[reader.language],
        "url": full(page.address, reader.settings),
        "inLanguage": reader.language,
        "publisher": publisher,
    }


def _trail(page: Page, reader: Reader) -> dict[str, Any]:
    steps = [(link.title, link.address) for link in page.breadcrumbs] + [(page.title, page.address)]
    items = [
        {"@type": "ListItem", "position": n, "name": str(title), "item": {"@id": full(to, reader.settings)}}
        for n, (title, to) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _record(data: models.Record) -> dict[str, Any]:
    if isinstance(data, models.Course):
        return course(data)
    if isinstance(data, models.Project):
        return _project(data)
    if isinstance(data, models.Body):
        return _body(data)
    if isinstance(data, models.Contact):
        return _contact(data)
    assert isinstance(data, models.News)
    return _news(data)


def _project(data: models.Project) -> dict[str, Any]:
    """A project is an organisation in schema.org, with events of its own."""
    return stated(
        {
            "@type": PROJECT_TYPES.get(data.kind, "Project"),
            "@id": data.url,
            "name": data.title,
            "url": data.url,
            "description": data.goal or data.summary,
            "foundingDate": data.period.first_day if data.period else "",
            "dissolutionDate": data.period.last_day if data.period else "",
            "sameAs": data.website,
            "parentOrganization": body(data.part_of),
            "subOrganization": bodies(data.parts, "Project"),
            "funder": bodies(data.funders),
            "member": bodies(data.partners),
            "event": [event(each, data) for each in data.meetings if each.when],
        }
    )


def _body(data: models.Body) -> dict[str, Any]:
    library = data.schema_.endswith("library.json")
    return stated(
        {
            "@type": "Library" if library else ORGANISATION_TYPES.get(data.kind, "Organization"),
            "@id": data.url,
            "name": data.title,
            "alternateName": list(data.aliases),
            "url": data.url,
            "sameAs": data.website,
            "description": data.summary,
            "address": _address(data),
            "geo": _geo(data) if library else None,
            "email": data.email,
            "telephone": data.phone,
            "parentOrganization": body(data.parent),
            "identifier": _isil(data.isil),
        }
    )


def _isil(isil: str) -> dict[str, str] | None:
    return {"@type": "PropertyValue", "propertyID": "ISIL", "value": isil} if isil else None


def _address(data: models.Body) -> dict[str, Any]:
    return stated(
        {
            "@type": "PostalAddress",
            "streetAddress": data.address,
            "addressLocality": data.municipality,
            "addressRegion": data.region,
            "addressCountry": data.country,
        }
    )


def _geo(data: models.Body) -> dict[str, Any] | None:
    if data.latitude is None:
        return None
    return {"@type": "GeoCoordinates", "latitude": data.latitude, "longitude": data.longitude}


def _contact(data: models.Contact) -> dict[str, Any]:
    return stated(
        {
            "@type": "Person",
            "@id": data.url,
            "name": data.title,
            "url": data.url,
            "jobTitle": data.job,
            "worksFor": body(data.organisation),
            "email": data.email,
            "telephone": data.phone,
            "knowsLanguage": list(data.languages),
        }
    )


def _news(data: models.News) -> dict[str, Any]:
    return stated(
        {
            "@type": "NewsArticle",
            "@id": data.url,
            "headline": data.title,
            "url": data.url,
            "description": data.summary,
            "datePublished": data.date,
            "inLanguage": data.html_language or data.original_language,
            "author": body(data.author, "Person"),
            "publisher": body(data.publisher),
            "keywords": [topic.title for topic in data.topics],
            "about": bodies(data.about, "Thing"),
        }
    )
