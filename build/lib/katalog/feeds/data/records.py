"""Records as data, kind by kind."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from katalog.catalogue.catalogue import reachable
from katalog.feeds.data import models, parts
from katalog.feeds.names import event_uid, full, of_site
from katalog.markdown import Link as TextLink
from katalog.schema.records import Body, Contact, Course, Library, News, Project
from katalog.views.courses.states import next_holding
from katalog.views.memo import once
from katalog.views.shared.events import ORGANISES, has_calendar, session_names, uid_of, zone_of
from katalog.views.shared.feed_links import has_card

if TYPE_CHECKING:
    from collections.abc import Iterable

    from katalog.catalogue.catalogue import Version
    from katalog.catalogue.state import Holding
    from katalog.schema.parts import Document, Group, Session
    from katalog.schema.validate import Entry
    from katalog.views.reader import Reader


def data_of(reader: Reader, entry: Entry) -> models.Record:
    """Return everything another program may want of a record, on the reader's day."""
    version = reader.version(entry)
    record = version.record
    common = _common(reader, version)
    if isinstance(record, Course):
        return _course(reader, entry, record, common)
    if isinstance(record, Project):
        return _project(reader, entry, record, common)
    if isinstance(record, Body):
        return _body(reader, entry, record, common)
    if isinstance(record, Contact):
        return _contact(reader, entry, record, common)
    assert isinstance(record, News)
    return _news(reader, record, common)


def data_at(reader: Reader, address: str) -> models.Record | None:
    """Return the data of the record whose page is at `address`, if it is the page of one."""
    entry = _by_address(reader).get(address)
    return data_of(reader, entry) if entry else None


@once
def _by_address(reader: Reader) -> dict[str, Entry]:
    return {reader.addresses.record(entry): entry for entry in reader.catalogue.entries.values()}


def schema_address(reader: Reader, name: str) -> str:
    """Return where a schema is published: one for all languages."""
    return of_site(f"schema/{name}.json", reader.settings)


def _common(reader: Reader, version: Version) -> dict[str, Any]:
    entry, record, settings = version.entry, version.record, reader.settings
    data = {
        "schema_": schema_address(reader, models.SCHEMA_OF[entry.collection]),
        "id": entry.id,
        "kind": str(getattr(record, "kind", models.SCHEMA_OF[entry.collection])),
        "title": record.title,
        "url": of_site(reader.addresses.record(entry), settings),
        "json_url": of_site(reader.addresses.record_feed(entry, "json"), settings),
        "language": reader.language,
        "original_language": entry.record.language,
        "translated": version.translated,
        "outdated": version.outdated,
        "alternates": {
            tag: of_site(where.record_feed(entry, "json"), settings)
            for tag, where in reader.where.items()
            if tag != reader.language
        },
        "subtitle": record.subtitle or "",
        "summary": version.summary,
        "topics": parts.topics(reader, record.topics),
        "contacts": parts.people(reader, record.contacts),
        "source": record.source or "",
    }
    if version.body:
        data |= {"html": html(reader, version), "html_language": version.body_language}
    return data


def html(reader: Reader, version: Version) -> str:
    """Return a record's text with its links in full."""
    return "".join(
        [
            escape(full(part.url, reader.settings)) if isinstance(part, TextLink) else part
            for part in reader.text(version)
        ]
    )


def _calendar(reader: Reader, entry: Entry) -> str:
    address = reader.addresses.record_feed(entry, "ics")
    return of_site(address, reader.settings) if has_calendar(reader, entry) else ""


def _course(reader: Reader, entry: Entry, course: Course, common: dict[str, Any]) -> models.Course:
    runs = reader.version(entry).holdings
    return models.Course(
        **common,
        state=next_holding(reader, runs).state(reader.today, reader.settings.closing_soon_days),
        organiser=parts.maybe(reader, course.organiser),
        audience=course.audience or "",
        prerequisites=course.prerequisites or "",
        outcomes=course.outcomes,
        form=course.form,
        teachers=tuple([parts.person(reader, each) for each in reader.entries(course.teachers)]),
        partners=parts.references(reader, course.partners),
        initiative=parts.maybe(reader, course.initiative),
        lessons=course.lessons,
        certificate=course.certificate or "",
        runs=tuple([_run(reader, entry, course, run) for run in runs]),
        calendar=_calendar(reader, entry),
    )


def _run(reader: Reader, entry: Entry, course: Course, run: Holding) -> models.Run:
    zone = zone_of(reader, course)
    own = next((each for each in course.runs if each.id == run.id), course)
    return models.Run(
        id=run.id,
        title=run.title or "",
        state=run.state(reader.today, reader.settings.closing_soon_days),
        sessions=_sessions(reader, entry, run.id, run.sessions, zone),
        registration=parts.registration(reader, run.registration, course.enrolment_note, zone),
        participants=parts.participants(run.participants),
        prices=tuple([parts.price(reader, line) for line in own.price or course.price]),
        contacts=parts.people(reader, own.contacts) if own is not course else (),
    )


def _sessions(
    reader: Reader, entry: Entry, run: str, sessions: tuple[Session, ...], zone: str
) -> tuple[models.Session, ...]:
    authority = event_uid("", reader.settings)
    return tuple(
        [
            parts.session(
                reader,
                each,
                zone,
                uid_of(entry, run, name) + authority if each.when and each.when.exact else "",
            )
            for each, name in zip(sessions, session_names(sessions), strict=True)
        ]
    )


def _project(reader: Reader, entry: Entry, project: Project, common: dict[str, Any]) -> models.Project:
    zone = zone_of(reader, project)
    return models.Project(
        **common,
        period=parts.when(reader, project.period, zone),
        coordinator=parts.maybe(reader, project.coordinator),
        facilitators=parts.references(reader, project.facilitator),
        funders=parts.references(reader, project.funders),
        partners=parts.references(reader, project.partners),
        part_of=parts.maybe(reader, project.part_of),
        parts=_pointing(reader, entry, ("part_of",)),
        courses=_pointing(reader, entry, ("initiative",)),
        website=project.website or "",
        audience=project.audience or "",
        goal=project.goal or "",
        effect=project.effect or "",
        registration=parts.registration(reader, project.registration, project.enrolment_note, zone),
        prices=tuple(parts.price(reader, line) for line in project.price),
        groups=tuple(_group(reader, each) for each in project.groups),
        documents=tuple(_document(reader, entry, each, zone) for each in project.documents),
        meetings=_sessions(reader, entry, "", project.meetings, zone),
        milestones=tuple(
            models.Milestone(title=each.title, when=parts.when(reader, each.when, zone))
            for each in project.milestones
        ),
        followers=tuple(
            models.Follower(library=parts.named(reader, each.library), people=each.people)
            for each in project.followers
        ),
        calendar=_calendar(reader, entry),
    )


def _pointing(reader: Reader, entry: Entry, relations: Iterable[str]) -> tuple[models.Reference, ...]:
    return tuple(parts.reference(reader, each) for each in reader.catalogue.pointing_at(entry.id, *relations))


def _group(reader: Reader, group: Group) -> models.Group:
    members = tuple(parts.named(reader, member) for member in group.members)
    return models.Group(name=group.name, role=group.role or "", members=members)


def _document(reader: Reader, entry: Entry, document: Document, zone: str) -> models.Document:
    folder = entry.path.removesuffix(".md")
    url = document.url or (document.file and reader.file(f"{folder}/{document.file.rsplit('/', 1)[-1]}"))
    return models.Document(
        title=document.title,
        url=full(url, reader.settings) if url else "",
        language=document.language or "",
        kind=document.kind or "",
        date=parts.when(reader, document.date, zone),
    )


def _body(reader: Reader, entry: Entry, body: Body, common: dict[str, Any]) -> models.Body:
    return models.Body(
        **common,
        aliases=body.aliases,
        country=body.country,
        municipality=body.municipality or "",
        region=body.region or "",
        address=body.address or "",
        latitude=body.location.lat if body.location else None,
        longitude=body.location.lon if body.location else None,
        website=body.website or "",
        email=body.email or "",
        phone=body.phone or "",
        parent=parts.maybe(reader, body.parent),
        isil=(isinstance(body, Library) and body.isil) or "",
        follows=_pointing(reader, entry, ("followers",)),
        holds=_pointing(reader, entry, ORGANISES),
        calendar=_calendar(reader, entry),
    )


def _contact(reader: Reader, entry: Entry, person: Contact, common: dict[str, Any]) -> models.Contact:
    shown = reachable(person, reader.today)
    card = reader.addresses.record_feed(entry, "vcf")
    return models.Contact(
        **common,
        job=person.role or "",
        organisation=parts.maybe(reader, person.organisation),
        email=(shown and person.email) or "",
        phone=(shown and person.phone) or "",
        languages=person.languages,
        contact_for=_pointing(reader, entry, ("contacts",)),
        card=full(card, reader.settings) if has_card(reader, entry) else "",
    )


def _news(reader: Reader, news: News, common: dict[str, Any]) -> models.News:
    return models.News(
        **common,
        date=news.date.earliest.isoformat(),
        author=parts.maybe(reader, news.author),
        publisher=parts.maybe(reader, news.publisher),
        about=parts.references(reader, news.about),
    )
