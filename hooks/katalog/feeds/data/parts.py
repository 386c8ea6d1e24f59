"""The parts of records as data: dates, prices, people, sessions, registration."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from katalog.catalogue.catalogue import reachable
from katalog.feeds.data import models
from katalog.feeds.identifiers import site_address
from katalog.schema.records import Contact
from katalog.views.memo import once, once_each
from katalog.views.shared.venue import ONLINE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, time
    from decimal import Decimal

    from katalog.schema.entries import Entry
    from katalog.schema.record_parts import ContactLink, Participants, Price, Registration, Session
    from katalog.views.reader import Reader
    from katalog.when import When


@once_each
def reference(reader: Reader, entry: Entry) -> models.Reference:
    """Return a record as others point at it; made once for each reader."""
    url = site_address(reader.addresses.record(entry), reader.settings)
    return models.Reference(id=entry.id, title=reader.title(entry), url=url)


def references(reader: Reader, ids: Sequence[str]) -> tuple[models.Reference, ...]:
    """Return the records of `ids`, in their order."""
    return tuple([reference(reader, entry) for entry in reader.entries(ids)]) if ids else ()


def maybe(reader: Reader, id_: str | None) -> models.Reference | None:
    """Return the record of an id, where there is one."""
    entry = reader.catalogue.entries.get(id_) if id_ else None
    return reference(reader, entry) if entry else None


def named(reader: Reader, text: str) -> models.Reference:
    """Return the record whose id `text` is, or the text itself."""
    return maybe(reader, text) or models.Reference(title=text)


def topics(reader: Reader, ids: Iterable[str]) -> tuple[models.Reference, ...]:
    """Return topics."""
    known = _topics(reader)
    return tuple([known[id_] for id_ in ids if id_ in known])


@once
def _topics(reader: Reader) -> dict[str, models.Reference]:
    return {
        id_: models.Reference(
            id=id_,
            title=topic.name_in(reader.language),
            url=site_address(reader.addresses.topic(id_), reader.settings),
        )
        for id_, topic in reader.catalogue.topics.items()
    }


def when(reader: Reader, found: When | None, zone: str) -> models.When | None:
    """Return a date; hours become instants in the zone of the organiser."""
    if found is None:
        return None
    return replace(_when(found, zone), text=reader.when(found))


@lru_cache(8192)
def _when(found: When, zone: str) -> models.When:
    """Return what is the same of a date in every language."""
    return models.When(
        text="",
        iso=found.iso,
        precision=found.precision.value,
        first_day=found.earliest.isoformat(),
        last_day=found.latest.isoformat() if found.latest else "",
        starts=_instant(found.earliest, found.starts, zone),
        ends=_instant(found.earliest, found.ends, zone),
    )


def _instant(day: date, hour: time | None, zone: str) -> str:
    return datetime.combine(day, hour, ZoneInfo(zone)).isoformat(timespec="minutes") if hour else ""


def price(reader: Reader, line: Price) -> models.Price:
    """Return one line of the price table."""
    return models.Price(
        text=reader.money(line.amount),
        amount=_number(line.amount.amount),
        currency=line.amount.currency,
        label=line.label or "",
        per=line.per or "",
        up_to=line.up_to,
        vat=line.vat or "",
        includes=line.includes,
        condition=line.condition or "",
    )


def _number(amount: Decimal) -> int | float:
    whole = int(amount)
    return whole if whole == amount else float(amount)


def person(reader: Reader, entry: Entry, role: str | None = None) -> models.Person:
    """Return a person beside another record, with e-mail and phone only while they may be shown."""
    found = _person(reader, entry)
    return replace(found, for_=role) if role else found


@once_each
def _person(reader: Reader, entry: Entry) -> models.Person:
    record = reader.localised(entry).record
    assert isinstance(record, Contact)
    shown = reachable(record, reader.today)
    return models.Person(
        id=entry.id,
        name=record.title,
        url=site_address(reader.addresses.record(entry), reader.settings),
        job=record.role or "",
        organisation=maybe(reader, record.organisation),
        email=(shown and record.email) or "",
        phone=(shown and record.phone) or "",
    )


def people(reader: Reader, links: Iterable[ContactLink]) -> tuple[models.Person, ...]:
    """Return the people of a record's `contacts`."""
    return tuple([person(reader, reader.entry(link.person), link.role) for link in links])


def session(reader: Reader, found: Session, zone: str, uid: str) -> models.Session:
    """Return one meeting; `uid` is that of its event, empty where it has none."""
    place, online = _place(reader, found.place) if found.place else (None, False)
    return models.Session(
        title=found.title or "",
        kind=found.kind or "",
        when=when(reader, found.when, zone),
        place=place,
        online=online,
        agenda=found.agenda,
        note=found.note or "",
        optional=found.optional,
        status=found.status or "",
        uid=uid,
    )


def _place(reader: Reader, place: str) -> tuple[models.Reference | None, bool]:
    """Return where a session is, and whether that is online; made once for each place, for many are there."""
    known = _places(reader)
    if place not in known:
        online = place.casefold() in ONLINE
        known[place] = (None if online else named(reader, str(place)), online)
    return known[place]


@once
def _places(reader: Reader) -> dict[str, tuple[models.Reference | None, bool]]:  # noqa: ARG001
    return {}


def registration(
    reader: Reader, found: Registration | None, note: str | None, zone: str
) -> models.Registration | None:
    """Return how to enrol, where the record says so."""
    if found is None:
        return models.Registration(note=note) if note else None
    via = found.via or ""
    entry = reader.catalogue.entries.get(via)
    mail = entry is None and "@" in via and "/" not in via
    return models.Registration(
        opens=when(reader, found.opens, zone),
        closes=when(reader, found.closes, zone),
        url="" if entry or mail else via,
        email=via if mail else "",
        person=person(reader, entry, "registration") if entry else None,
        note=note or "",
    )


def participants(found: Participants | None) -> models.Participants | None:
    """Return how many take part, where the record says so."""
    if found is None:
        return None
    return models.Participants(min=found.min, max=found.max, waiting_list=found.waiting_list)
