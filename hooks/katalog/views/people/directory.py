"""The directory of people: who answers for what, everybody from A to Å, and organisation by organisation."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from katalog.i18n.collation import NO_LETTER, initial
from katalog.schema.entries import Entry
from katalog.views.courses.card import split_by_date
from katalog.views.courses.listed import listed_course
from katalog.views.page import Page
from katalog.views.people.involvements import ROLES_WITH_ANSWERS, PersonWithCourses, records_by_role
from katalog.views.reader import Link, Reader
from katalog.views.shared.pagination import ROW, begins, cut, in_parts
from katalog.views.shared.people import PersonView, person_view
from katalog.views.shared.record_page import section_page

MOST_COURSES = 2
"""How many courses stand beside a person to ask."""


class PeopleByLetter(Struct, frozen=True):
    """A letter and its people; `anchor` is its place on its page, `address` with the page, or empty."""

    name: str
    anchor: str
    address: str
    people: tuple[PersonView, ...]


class PeopleByRole(Struct, frozen=True):
    """A role, and the people who have it and can be reached, `count` on all parts of the directory."""

    key: str
    title: str
    count: int
    people: tuple[PersonWithCourses, ...]


class PeopleByOrganisation(Struct, frozen=True):
    """An organisation and its people, `count` in all; the last, without a link, holds those without any."""

    title: str
    link: Link | None
    count: int
    people: tuple[PersonView, ...]


Group = TypeVar("Group", PeopleByRole, PeopleByOrganisation)


class DirectoryView(Struct, frozen=True):
    """A part of the directory; `by_letter` has every letter of the language, with people or without.

    `ways` lead to where people are listed by role, by name and by organisation.
    """

    lede: str
    ways: tuple[Link, ...]
    by_role: tuple[PeopleByRole, ...]
    by_letter: tuple[PeopleByLetter, ...]
    by_organisation: tuple[PeopleByOrganisation, ...]
    empty: str


def directory_views(reader: Reader) -> list[DirectoryView]:
    """Return the parts of the directory of people."""
    entries = reader.by_title(reader.catalogue.by_collection.get("contacts", ()))
    views = [person_view(reader, entry) for entry in entries]
    roles, letters = _by_role(reader, entries, views), _by_letter(reader, views)
    staff = _by_organisation(reader, views)
    by_role, by_letter = [each.people for each in roles], [each.people for each in letters]
    parts = cut(*((people, ROW) for people in (*by_role, *by_letter, *(each.people for each in staff))))
    names = len(roles)
    letters = _with_addresses(reader, letters, parts, names)
    ways = tuple(_ways(reader, parts, names, names + len(letters)))
    return [
        DirectoryView(
            lede=reader.phrases("section.contacts.about"),
            ways=ways,
            by_role=_people_of(roles, part),
            by_letter=tuple(
                replace(each, people=tuple(people))
                for each, people in zip(letters, part[names : names + len(letters)], strict=True)
            ),
            by_organisation=_people_of(staff, part[names + len(letters) :]),
            empty="" if views else reader.phrases("section.contacts.none"),
        )
        for part in parts
    ]


def _people_of(groups: Sequence[Group], part: Sequence[Sequence[Any]]) -> tuple[Group, ...]:
    """Return the groups that have people on a part, with these."""
    pairs = zip(groups, part, strict=False)
    return tuple(replace(each, people=tuple(people)) for each, people in pairs if people)


def _with_addresses(
    reader: Reader, letters: Sequence[PeopleByLetter], parts: Sequence[Sequence[Any]], before: int
) -> tuple[PeopleByLetter, ...]:
    page = reader.addresses.section("contacts")
    return tuple(
        replace(each, address=f"{found}#{each.anchor}") if found else each
        for at, each in enumerate(letters)
        for found in [begins(reader, page, parts, before + at)]
    )


def _ways(reader: Reader, parts: Sequence[Sequence[Any]], names: int, staff: int) -> Iterator[Link]:
    """Yield where the roles begin, the names, `names` lists later, and the organisations."""
    ends = {"who": (0, names), "by-name": (names, staff), "by-organisation": (staff, len(parts[0]))}
    anchors = {"who": "k-who", "by-name": "k-names", "by-organisation": "k-staff"}
    for way, (first, end) in ends.items():
        found = (begins(reader, reader.addresses.section("contacts"), parts, at) for at in range(first, end))
        if address := next(filter(None, found), ""):
            yield Link(reader.phrases(f"contact.{way}"), f"{address}#{anchors[way]}")


def _by_role(
    reader: Reader, entries: Sequence[Entry], views: Sequence[PersonView]
) -> tuple[PeopleByRole, ...]:
    found: dict[str, list[PersonWithCourses]] = defaultdict(list)
    for entry, view in zip(entries, views, strict=True):
        if view.email or view.phone:
            for role, records in records_by_role(reader, entry).items():
                found[role].append(PersonWithCourses(view, _courses_ahead(reader, records)))
    roles = [role for role in ROLES_WITH_ANSWERS if found[role]]
    return tuple(
        PeopleByRole(role, reader.phrases(f"contact.ask.{role}"), len(found[role]), tuple(found[role]))
        for role in roles
    )


def _courses_ahead(reader: Reader, records: Iterable[Entry]) -> tuple[Link, ...]:
    courses = (listed_course(reader, each) for each in records if each.collection == "courses")
    return reader.links([course.id for course in split_by_date(courses)[0][:MOST_COURSES]])


def _by_letter(reader: Reader, views: Sequence[PersonView]) -> tuple[PeopleByLetter, ...]:
    found: dict[str, list[PersonView]] = defaultdict(list)
    for view in views:
        found[initial(view.link.title, reader.phrases)].append(view)
    names = [*reader.phrases("alphabet.letters").upper(), *([NO_LETTER] if NO_LETTER in found else [])]
    return tuple(
        PeopleByLetter(name, f"k-a{number}", "", tuple(found.get(name, ())))
        for number, name in enumerate(names, start=1)
    )


def _by_organisation(reader: Reader, views: Sequence[PersonView]) -> tuple[PeopleByOrganisation, ...]:
    found: dict[Link | None, list[PersonView]] = defaultdict(list)
    for view in views:
        found[view.organisation].append(view)
    known = sorted((link for link in found if link), key=lambda link: reader.collation_key(link.title))
    listed = [PeopleByOrganisation(link.title, link, len(found[link]), tuple(found[link])) for link in known]
    if alone := found.get(None):
        listed.append(
            PeopleByOrganisation(
                reader.phrases("contact.without-organisation"), None, len(alone), tuple(alone)
            )
        )
    return tuple(listed)


def directory_pages(reader: Reader) -> Iterator[Page]:
    """Yield the directory."""
    yield from in_parts(
        reader, section_page(reader, "contacts", "contacts.html", None), directory_views(reader)
    )
