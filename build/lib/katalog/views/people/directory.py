"""The directory of people: who answers for what, everybody from A to Å, and organisation by organisation."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from katalog.i18n.collation import initial
from katalog.views.people.roles import ASKED, roles_of
from katalog.views.shared.parts import person_view
from katalog.views.shared.record import section_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from katalog.schema.validate import Entry
    from katalog.views.page import Page
    from katalog.views.reader import Link, Reader
    from katalog.views.shared.parts import PersonView

OTHER = "#"


class Letter(Struct, frozen=True):
    """A letter of the alphabet and the people listed under it; `anchor` is its place on the page."""

    name: str
    anchor: str
    people: tuple[PersonView, ...]


class Asked(Struct, frozen=True):
    """A role, and the people who have it and can be reached."""

    key: str
    title: str
    people: tuple[PersonView, ...]


class Staff(Struct, frozen=True):
    """An organisation and its people; the last one, without a link, holds those without any."""

    title: str
    link: Link | None
    people: tuple[PersonView, ...]


class ContactsView(Struct, frozen=True):
    """The directory; `letters` has every letter of the language, with people or without."""

    lede: str
    asked: tuple[Asked, ...]
    letters: tuple[Letter, ...]
    staff: tuple[Staff, ...]
    empty: str


def contacts_view(reader: Reader) -> ContactsView:
    """Return the directory of people."""
    entries = sorted(
        reader.catalogue.by_collection.get("contacts", ()),
        key=lambda entry: reader.alphabetical(reader.title(entry)),
    )
    views = [person_view(reader, entry) for entry in entries]
    return ContactsView(
        lede=reader.phrases("section.contacts.about"),
        asked=_asked(reader, entries, views),
        letters=_letters(reader, views),
        staff=_staff(reader, views),
        empty="" if views else reader.phrases("section.contacts.none"),
    )


def _asked(reader: Reader, entries: Sequence[Entry], views: Sequence[PersonView]) -> tuple[Asked, ...]:
    found: dict[str, list[PersonView]] = defaultdict(list)
    for entry, view in zip(entries, views, strict=True):
        if view.email or view.phone:
            for role in roles_of(reader, entry):
                found[role].append(view)
    roles = [role for role in ASKED if found[role]]
    return tuple(Asked(role, reader.phrases(f"contact.ask.{role}"), tuple(found[role])) for role in roles)


def _letters(reader: Reader, views: Sequence[PersonView]) -> tuple[Letter, ...]:
    found: dict[str, list[PersonView]] = defaultdict(list)
    for view in views:
        found[initial(view.link.title, reader.phrases)].append(view)
    names = [*reader.phrases("alphabet.letters").upper(), *([OTHER] if OTHER in found else [])]
    return tuple(
        Letter(name, f"k-a{number}", tuple(found.get(name, ()))) for number, name in enumerate(names, start=1)
    )


def _staff(reader: Reader, views: Sequence[PersonView]) -> tuple[Staff, ...]:
    found: dict[Link | None, list[PersonView]] = defaultdict(list)
    for view in views:
        found[view.organisation].append(view)
    known = sorted((link for link in found if link), key=lambda link: reader.alphabetical(link.title))
    listed = [Staff(link.title, link, tuple(found[link])) for link in known]
    if alone := found.get(None):
        listed.append(Staff(reader.phrases("contact.without-organisation"), None, tuple(alone)))
    return tuple(listed)


def contacts_pages(reader: Reader) -> Iterator[Page]:
    """Yield the directory."""
    yield section_page(reader, "contacts", "contacts.html", contacts_view(reader))
