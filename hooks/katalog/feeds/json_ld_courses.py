"""Courses, their runs and their sessions in schema.org's vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from katalog.feeds.json_ld_parts import body, place, stated

if TYPE_CHECKING:
    from katalog.feeds.data import models

MODES = {"in-person": "onsite", "online": "online", "blended": "blended"}
STATUS = {
    "": "https://schema.org/EventScheduled",
    "cancelled": "https://schema.org/EventCancelled",
    "postponed": "https://schema.org/EventPostponed",
}
AVAILABILITY = {
    "open": "https://schema.org/InStock",
    "closing-soon": "https://schema.org/InStock",
    "waiting-list": "https://schema.org/SoldOut",
    "full": "https://schema.org/SoldOut",
}
WEEK_OR_FINER = frozenset({"hours", "day", "days", "week", "weeks"})


def course(data: models.Course) -> dict[str, Any]:
    """Return a course with its runs."""
    return stated(
        {
            "@type": "Course",
            "@id": data.url,
            "name": data.title,
            "alternateName": data.subtitle,
            "description": data.summary,
            "url": data.url,
            "inLanguage": data.original_language,
            "provider": body(data.organiser),
            "keywords": [topic.title for topic in data.topics],
            "teaches": list(data.outcomes),
            "coursePrerequisites": data.prerequisites,
            "educationalCredentialAwarded": data.certificate,
            "audience": {"@type": "Audience", "audienceType": data.audience} if data.audience else None,
            "hasCourseInstance": [_instance(run, data) for run in data.runs],
        }
    )


def _instance(run: models.Run, data: models.Course) -> dict[str, Any]:
    """Return a run; one of a single session is that session, and says no more of it."""
    whens = [session.when for session in run.sessions if session.when]
    parts = run.sessions if len(run.sessions) > 1 else ()
    return stated(
        {
            "@type": "CourseInstance",
            "name": run.title,
            **_dates(whens),
            "courseMode": [MODES[form] for form in data.form],
            "eventStatus": STATUS[run.state if run.state in STATUS else ""],
            "maximumAttendeeCapacity": run.participants.max if run.participants else None,
            "instructor": [{"@type": "Person", "@id": each.url, "name": each.name} for each in data.teachers],
            "location": _places(run, data),
            "offers": [_offer(price, data, run) for price in run.prices],
            "subEvent": [event(each, data) for each in parts if each.when and _to_the_week(each.when)],
        }
    )


def _places(run: models.Run, data: models.Course) -> list[dict[str, Any]]:
    found = [place(each.place, online=each.online, url=data.url) for each in run.sessions]
    return list({str(each): each for each in found if each}.values())


def _dates(whens: list[models.When]) -> dict[str, str]:
    if len(whens) == 1 and whens[0].starts:
        return {"startDate": whens[0].starts, "endDate": whens[0].ends}
    return _span(whens)


def _span(whens: list[models.When]) -> dict[str, str]:
    """Return the first and the last day, each where it is known at least to the week."""
    first = min(whens, key=lambda when: when.first_day, default=None)
    last = max(whens, key=lambda when: when.last_day or "9999", default=None)
    start = first.first_day if first and _to_the_week(first) else ""
    return {"startDate": start, "endDate": last.last_day if last and _to_the_week(last) else ""}


def _to_the_week(when: models.When) -> bool:
    return when.precision in WEEK_OR_FINER


def event(session: models.Session, data: models.Course | models.Project) -> dict[str, Any]:
    """Return one session or meeting."""
    return stated(
        {
            "@type": "EducationEvent" if data.schema_.endswith("course.json") else "Event",
            "name": session.title or data.title,
            **_dates([session.when] if session.when else []),
            "eventStatus": STATUS[session.status] if session.status else "",
            "location": place(session.place, online=session.online, url=data.url),
        }
    )


def _offer(price: models.Price, data: models.Course, run: models.Run) -> dict[str, Any]:
    url = run.registration.url if run.registration else ""
    return stated(
        {
            "@type": "Offer",
            "name": price.label,
            "price": price.amount,
            "priceCurrency": price.currency,
            "priceSpecification": _tax(price),
            "category": "Free" if not price.amount else "Paid",
            "url": url or data.url,
            "availability": AVAILABILITY.get(run.state, ""),
        }
    )


def _tax(price: models.Price) -> dict[str, Any] | None:
    """Return whether VAT is in the price, where the record says so."""
    included = {"excluded": False, "included": True}.get(price.vat)
    if included is None:
        return None
    amount = {"price": price.amount, "priceCurrency": price.currency}
    return {"@type": "PriceSpecification", **amount, "valueAddedTaxIncluded": included}
