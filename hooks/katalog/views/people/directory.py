"""The directory of people: who answers for what, everybody from A to Å, and organisation by organisation."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from katalog.i18n.collation import NO_LETTER, initial
from katalog.views.people.involvements import ROLES_WITH_ANSWERS, records_by_role
from katalog.views.shared.people import person_view
from katalog.views.shared.record_page import section_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from katalog.schema.entries import Entry
    from katalog.views.page import Page
    from katalog.views.reader import Link, Reader
    from katalog.views.shared.people import PersonView


class PeopleByLetter(Struct, frozen=True):
    """A letter of the alphabet and the people listed under it; `anchor` is its place on the page."""

    name: str
    anchor: str
    people: tuple[PersonView, ...]


class PeopleByRole(Struct, frozen=True):
    """A role, and the people who have it and can be reached."""

    key: str
    title: str
    people: tuple[PersonView, ...]


class PeopleByOrganisation(Struct, frozen=True):
    """An organisation and its people; the last one, without a link, holds those without any."""

    title: str
    link: Link | None
    people: tuple[PersonView, ...]


class DirectoryView(Struct, frozen=True):
    """The directory; `by_letter` has every letter of the language, with people or without."""

    lede: str
    by_role: tuple[PeopleByRole, ...]
    by_letter: tuple[PeopleByLetter, ...]
    by_organisation: tuple[PeopleByOrganisation, ...]
    empty: str


def directory_view(reader: Reader) -> DirectoryView:
    """Return the directory of people."""
    entries = sorted(
        reader.catalogue.by_collection.get("contacts", ()),
        key=lambda entry: reader.collation_key(reader.title(entry)),
    )
    views = [person_view(reader, entry) for entry in entries]
    return DirectoryView(
        lede=reader.phrases("section.contacts.about"),
        by_role=_by_role(reader, entries, views),
        by_letter=_by_letter(reader, views),
        by_organisation=_by_organisation(reader, views),
        empty="" if views else reader.phrases("section.contacts.none"),
    )


def _by_role(
    reader: Reader, entries: Sequence[Entry], views: Sequence[PersonView]
) -> tuple[PeopleByRole, ...]:
    found: dict[str, list[PersonView]] = defaultdict(list)
    for entry, view in zip(entries, views, strict=True):
        if view.email or view.phone:
            for role in records_by_role(reader, entry):
                found[role].append(view)
    roles = [role for role in ROLES_WITH_ANSWERS if found[role]]
    return tuple(
        PeopleByRole(role, reader.phrases(f"contact.ask.{role}"), tuple(found[role])) for role in roles
    )


def _by_letter(reader: Reader, views: Sequence[PersonView]) -> tuple[PeopleByLetter, ...]:
    found: dict[str, list[PersonView]] = defaultdict(list)
    for view in views:
        found[initial(view.link.title, reader.phrases)].append(view)
    names = [*reader.phrases("alphabet.letters").upper(), *([NO_LETTER] if NO_LETTER in found else [])]
    return tuple(
        PeopleByLetter(name, f"k-a{number}", tuple(found.get(name, ())))
        for number, name in enumerate(names, start=1)
    )


def _by_organisation(reader: Reader, views: Sequence[PersonView]) -> tuple[PeopleByOrganisation, ...]:
    found: dict[Link | None, list[PersonView]] = defaultdict(list)
    for view in views:
        found[view.organisation].append(view)
    known = sorted((link for link in found if link), key=lambda link: reader.collation_key(link.title))
    listed = [PeopleByOrganisation(link.title, link, tuple(found[link])) for link in known]
    if alone := found.get(None):
        listed.append(
            PeopleByOrganisation(reader.phrases("contact.without-organisation"), None, tuple(alone))
        )
    return tuple(listed)


def directory_pages(reader: Reader) -> Iterator[Page]:
    """Yield the directory."""
    yield section_page(reader, "contacts", "contacts.html", directory_view(reader))
