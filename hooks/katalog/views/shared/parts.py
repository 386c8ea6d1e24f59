"""What several pages show: people, prices, sessions, registration, cards, notices."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import phonenumbers
from msgspec import Struct
from msgspec.structs import replace

from katalog.catalogue.catalogue import reachable
from katalog.schema.records import Contact
from katalog.views.memo import once_each
from katalog.views.reader import Link
from katalog.views.shared.dates import WhenView, hours_shown, when_view
from katalog.views.shared.deadlines import DeadlineView, deadline_view
from katalog.views.shared.venue import venue_view

if TYPE_CHECKING:
    from collections.abc import Iterable

    from katalog.catalogue.catalogue import LocalisedRecord
    from katalog.schema.entries import Entry
    from katalog.schema.record_parts import ContactLink, Price, Registration, Session
    from katalog.views.reader import Reader


class Phone(Struct, frozen=True):
    """A number as the reader's country writes it, and for `tel:` (E.164)."""

    shown: str
    number: str


class PersonView(Struct, frozen=True):
    """A person on another record's page; unreachable people have neither `email` nor `phone`."""

    link: Link
    job: str
    organisation: Link | None
    email: str
    phone: Phone | None
    role: str
    role_key: str


class PriceView(Struct, frozen=True):
    """One line of a price table, in words."""

    label: str
    amount: str
    free: bool
    per: str
    up_to: str
    vat: str
    includes: tuple[str, ...]
    condition: str


class SessionView(Struct, frozen=True):
    """One meeting; `anchor` is the id of its place on the page, `number` counts from 1."""

    number: int
    anchor: str
    when: WhenView
    hours: str
    dated: bool
    exact: bool
    title: str
    kind: str
    place: str
    place_link: Link | None
    place_address: str
    online: bool
    agenda: tuple[str, ...]
    note: str
    optional: bool
    status: str
    past: bool
    calendar: str


class RegistrationView(Struct, frozen=True):
    """How to enrol; `via` is ready for a link (`mailto:` included), `person` whom to write to."""

    opens: WhenView | None
    closes: DeadlineView | None
    via: Link | None
    person: PersonView | None


class TextView(Struct, frozen=True):
    """A record's text: pieces of HTML and open links, and the language it is in."""

    parts: tuple[object, ...]
    lang: str


class Notice(Struct, frozen=True):
    """What a reader must know of the page's language."""

    kind: str
    text: str


def phone_view(number: str, country: str | None) -> Phone:
    """Return a number (E.164) as it is written in `country`, or with its country code elsewhere."""
    return Phone(_phone_shown(number, country), number)


@lru_cache(4096)
def _phone_shown(number: str, country: str | None) -> str:
    parsed = phonenumbers.parse(number)
    home = phonenumbers.region_code_for_number(parsed) == country
    form = phonenumbers.PhoneNumberFormat.NATIONAL if home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, form)


def person_view(reader: Reader, entry: Entry, role: str | None = None) -> PersonView:
    """Return a person as shown beside a course or project, with what to ask them about."""
    person = _person(reader, entry)
    return replace(person, role=reader.label("role", role), role_key=role) if role else person


@once_each
def _person(reader: Reader, entry: Entry) -> PersonView:
    record = reader.localised(entry).record
    assert isinstance(record, Contact)
    shown = reachable(record, reader.today)
    phone = phone_view(record.phone, reader.phrases.locale.territory) if shown and record.phone else None
    organisation = reader.link(reader.entry(record.organisation)) if record.organisation else None
    email = record.email if shown and record.email else ""
    return PersonView(reader.link(entry), record.role or "", organisation, email, phone, "", "")


def people(reader: Reader, links: Iterable[ContactLink]) -> tuple[PersonView, ...]:
    """Return the people of a record's `contacts`."""
    return tuple(person_view(reader, reader.entry(link.person), link.role) for link in links)


def price_view(reader: Reader, price: Price) -> PriceView:
    """Return a line of the price table; VAT that is not stated is said to be so, unless it is free."""
    free = price.amount.free
    return PriceView(
        label=price.label or "",
        amount=reader.money(price.amount),
        free=free,
        per=reader.label("price.per", None if free else price.per),
        up_to=reader.phrases.count("price.up-to", price.up_to) if price.up_to else "",
        vat="" if free else reader.label("price.vat", price.vat or "not-stated"),
        includes=price.includes,
        condition=price.condition or "",
    )


def session_view(reader: Reader, session: Session, number: int, prefix: str, calendar: str) -> SessionView:
    """Return a session; `prefix` makes its anchor unique, `calendar` is the address of its feed."""
    place = venue_view(reader, session.place)
    when = session.when
    past = bool(when and when.latest and when.latest < reader.today)
    exact = bool(when and when.exact)
    kind = reader.label("session.kind", session.kind)
    return SessionView(
        number=number,
        anchor=f"{prefix}{number}",
        when=when_view(reader, when, weekday=True),
        hours=hours_shown(when, reader.phrases),
        dated=when is not None,
        exact=exact,
        title=session.title or kind or reader.phrases("session.untitled", n=number),
        kind=kind,
        place="" if place.link else place.title,
        place_link=place.link,
        place_address=place.address,
        online=place.online,
        agenda=session.agenda,
        note=session.note or "",
        optional=session.optional,
        status=reader.label("state", session.status),
        past=past,
        calendar=calendar if exact and not past else "",
    )


def registration_view(reader: Reader, registration: Registration | None) -> RegistrationView | None:
    """Return how to enrol, or nothing when the record does not say."""
    if registration is None:
        return None
    entry = reader.catalogue.entries.get(registration.via or "")
    return RegistrationView(
        opens=when_view(reader, registration.opens) if registration.opens else None,
        closes=deadline_view(reader, registration.closes, weekday=True),
        via=None if entry else _via(registration.via),
        person=person_view(reader, entry, "registration") if entry else None,
    )


def _via(via: str | None) -> Link | None:
    if not via:
        return None
    if "@" in via and "/" not in via:
        return Link(via, f"mailto:{via}")
    return Link(via.split("://")[1].rstrip("/"), via)


def notices(reader: Reader, localised: LocalisedRecord) -> tuple[Notice, ...]:
    """Return what to say of a page whose text is not, or no longer, in the reader's language."""
    original = reader.phrases(f"language.{localised.entry.record.language}")
    if not localised.translated:
        return (Notice("untranslated", reader.phrases("notice.untranslated", language=original)),)
    if localised.outdated:
        return (Notice("outdated", reader.phrases("notice.outdated", language=original)),)
    return ()


def text_view(reader: Reader, localised: LocalisedRecord) -> TextView | None:
    """Return a record's text, or nothing when it has none."""
    return TextView(reader.text(localised), localised.body_language) if localised.body else None
