"""Records as data, kind by kind."""

from collections.abc import Iterable
from typing import Any

from katalog.catalogue.catalogue import LocalisedRecord
from katalog.catalogue.contact_privacy import may_show_contact_details
from katalog.catalogue.state import CourseRun
from katalog.feeds.full_addresses import absolute_site_url, absolute_url
from katalog.feeds.identifiers import tag_uri, uid_ending
from katalog.feeds.json_data import (
    dates,
    models,
    part_models,
    prices,
    references,
    registration,
    sessions,
)
from katalog.schema.course_parts import Credits, Session
from katalog.schema.entries import Entry
from katalog.schema.record_parts import Group
from katalog.schema.records import Contact, Course, Institution, Library, News, Project
from katalog.views.courses.next_run import next_run
from katalog.views.reader import Reader
from katalog.views.shared.calendar_events import has_calendar
from katalog.views.shared.course_kind import kind_words
from katalog.views.shared.custom_fields import custom_facts, custom_values
from katalog.views.shared.event import uid_of
from katalog.views.shared.feed_links import has_card
from katalog.views.shared.record_events import ORGANISER_FIELDS, session_names
from katalog.views.shared.time_zones import time_zone_of, zone_of
from katalog.views.shared.venue import is_online


def data_of(reader: Reader, entry: Entry) -> models.Record:
    """Return everything another program may want of a record but its text, on the reader's day."""
    localised = reader.localised(entry)
    record = localised.record
    common = _common(reader, localised)
    if isinstance(record, Course):
        return _course(reader, entry, record, common)
    if isinstance(record, Project):
        return _project(reader, entry, record, common)
    if isinstance(record, Institution):
        return _institution(reader, entry, record, common)
    if isinstance(record, Contact):
        return _contact(reader, entry, record, common)
    assert isinstance(record, News)
    return _news(reader, record, common)


def schema_address(reader: Reader, name: str) -> str:
    """Return where a schema is published: one for all languages."""
    return absolute_site_url(f"schema/{name}.json", reader.settings)


def _own(reader: Reader, localised: LocalisedRecord) -> tuple[part_models.OwnField, ...]:
    pairs = zip(custom_facts(reader, localised), custom_values(reader, localised), strict=True)
    return tuple([part_models.OwnField(f.id, f.name, f.text, str(own.value)) for f, own in pairs])


def _common(reader: Reader, localised: LocalisedRecord) -> dict[str, Any]:
    entry, record, settings = localised.entry, localised.record, reader.settings
    data = {
        "schema_": schema_address(reader, models.SCHEMA_OF[entry.collection]),
        "id": entry.id,
        "identity": tag_uri(f"{entry.collection}/{entry.identity}", reader.settings),
        "kind": str(getattr(record, "kind", models.SCHEMA_OF[entry.collection])),
        "title": record.title,
        "url": absolute_site_url(reader.addresses.record(entry), settings),
        "json_url": absolute_site_url(reader.addresses.record_feed(entry, "json"), settings),
        "language": reader.language,
        "original_language": entry.record.language,
        "translated": localised.translated,
        "outdated": localised.outdated,
        "alternates": {
            tag: absolute_site_url(where.record_feed(entry, "json"), settings)
            for tag, where in reader.addresses_by_language.items()
            if tag != reader.language
        },
        "subtitle": record.subtitle or "",
        "summary": str(localised.summary),
        "topics": references.topics(reader, record.topics),
        "contacts": references.people(reader, record.contacts),
        "own": _own(reader, localised),
        "source": record.source or "",
    }
    if localised.has_text:
        data["html_language"] = localised.body_language
    return data


def _calendar(reader: Reader, entry: Entry) -> str:
    address = reader.addresses.record_feed(entry, "ics")
    return absolute_site_url(address, reader.settings) if has_calendar(reader, entry) else ""


def _course(reader: Reader, entry: Entry, course: Course, common: dict[str, Any]) -> models.Course:
    runs = reader.localised(entry).runs
    organisers = references.references(reader, course.organiser)
    return models.Course(
        **common,
        state=reader.state(next_run(reader, runs)),
        organiser=organisers[0] if organisers else None,
        organisers=organisers if len(organisers) > 1 else (),
        audience=course.audience or "",
        prerequisites=course.prerequisites or "",
        outcomes=course.outcomes,
        kind_name=kind_words(reader, course.kind).name,
        spoken=course.spoken,
        form=course.form,
        teachers=tuple([references.person(reader, each) for each in reader.entries(course.teachers)]),
        partners=references.references(reader, course.partners),
        initiative=references.optional_reference(reader, course.initiative),
        lessons=course.lessons,
        certificate=course.certificate or "",
        credits=_credits(course.credits) if course.credits else None,
        level=course.level or "",
        pace=course.pace or "",
        funders=references.references(reader, course.funders),
        documents=references.documents(reader, entry, course.documents, time_zone_of(reader, course)),
        runs=tuple([_run(reader, entry, course, run) for run in runs]),
        calendar=_calendar(reader, entry),
    )


def _credits(found: Credits) -> part_models.Credits:
    return part_models.Credits(amount=float(found.amount), unit=found.unit)


def _run(reader: Reader, entry: Entry, course: Course, run: CourseRun) -> part_models.Run:
    zone = time_zone_of(reader, course)
    own = next((each for each in course.runs if each.id == run.id), course)
    return part_models.Run(
        id=run.id,
        title=run.title or "",
        state=reader.state(run),
        sessions=_sessions(reader, entry, run.id, run.sessions, zone),
        registration=registration.registration(reader, run.registration, course.enrolment_note, zone),
        participants=registration.participants(run.participants),
        full=run.status == "full",
        prices=prices.prices(reader, own.price or course.price),
        contacts=references.people(reader, own.contacts) if own is not course else (),
        place=sessions.place(reader, run),
        address=run.address or "",
        online=is_online(run),
        availability=run.in_place_of_dates or "",
        join=sessions.join(run),
    )


def _sessions(
    reader: Reader, entry: Entry, run: str, found: tuple[Session, ...], zone: str
) -> tuple[part_models.Session, ...]:
    ending = uid_ending(reader.settings)
    return tuple(
        sessions.session(
            reader,
            entry,
            each,
            zone_of(reader, each, zone),
            uid_of(entry, run, name) + ending if each.when and each.when.exact else "",
        )
        for each, name in zip(found, session_names(found), strict=True)
    )


def _project(reader: Reader, entry: Entry, project: Project, common: dict[str, Any]) -> models.Project:
    zone = time_zone_of(reader, project)
    return models.Project(
        **common,
        period=dates.when(reader, project.period, zone),
        coordinator=references.optional_reference(reader, project.coordinator),
        facilitators=references.references(reader, project.facilitator),
        funders=references.references(reader, project.funders),
        partners=references.references(reader, project.partners),
        part_of=references.optional_reference(reader, project.part_of),
        parts=_referrers(reader, entry, ("part_of",)),
        courses=_referrers(reader, entry, ("initiative",)),
        website=project.website or "",
        audience=project.audience or "",
        goal=project.goal or "",
        effect=project.effect or "",
        registration=registration.registration(reader, project.registration, project.enrolment_note, zone),
        prices=prices.prices(reader, project.price),
        groups=tuple(_group(reader, each) for each in project.groups),
        documents=references.documents(reader, entry, project.documents, zone),
        results=references.documents(reader, entry, project.results, zone),
        meetings=_sessions(reader, entry, "", project.meetings, zone),
        milestones=tuple(
            part_models.Milestone(title=each.title, when=dates.when(reader, each.when, zone))
            for each in project.milestones
        ),
        followers=tuple(
            part_models.Follower(
                library=references.reference_or_text(reader, each.library), people=each.people
            )
            for each in project.followers
        ),
        calendar=_calendar(reader, entry),
    )


def _referrers(reader: Reader, entry: Entry, fields: Iterable[str]) -> tuple[part_models.Reference, ...]:
    return tuple(references.reference(reader, each) for each in reader.catalogue.referrers(entry.id, *fields))


def _group(reader: Reader, group: Group) -> part_models.Group:
    members = tuple(references.reference_or_text(reader, member) for member in group.members)
    return part_models.Group(name=group.name, role=group.role or "", members=members)


def _institution(
    reader: Reader, entry: Entry, institution: Institution, common: dict[str, Any]
) -> models.Institution:
    return models.Institution(
        **common,
        aliases=institution.aliases,
        country=institution.country,
        municipality=institution.municipality or "",
        region=institution.region or "",
        address=institution.address or "",
        latitude=institution.location.lat if institution.location else None,
        longitude=institution.location.lon if institution.location else None,
        website=institution.website or "",
        email=institution.email or "",
        phone=institution.phone or "",
        parent=references.optional_reference(reader, institution.parent),
        isil=(isinstance(institution, Library) and institution.isil) or "",
        follows=_referrers(reader, entry, ("followers",)),
        holds=_referrers(reader, entry, ORGANISER_FIELDS),
        calendar=_calendar(reader, entry),
    )


def _contact(reader: Reader, entry: Entry, person: Contact, common: dict[str, Any]) -> models.Contact:
    shown = may_show_contact_details(person, reader.today)
    card = reader.addresses.record_feed(entry, "vcf")
    return models.Contact(
        **common,
        job=person.role or "",
        organisation=references.optional_reference(reader, person.organisation),
        email=(shown and person.email) or "",
        phone=(shown and person.phone) or "",
        languages=person.languages,
        contact_for=_referrers(reader, entry, ("contacts",)),
        card=absolute_url(card, reader.settings) if has_card(reader, entry) else "",
    )


def _news(reader: Reader, news: News, common: dict[str, Any]) -> models.News:
    return models.News(
        **common,
        date=news.date.earliest.isoformat(),
        until=news.until.earliest.isoformat() if news.until else "",
        author=references.optional_reference(reader, news.author),
        publisher=references.optional_reference(reader, news.publisher),
        about=references.references(reader, news.about),
    )
