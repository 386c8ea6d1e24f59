"""Duplicate references, coordinates outside the country, and files that are missing."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from katalog.schema.field_introspection import fields_of
from katalog.schema.programme_parts import Speaker
from katalog.schema.record_parts import ContactLink, Document, Group
from katalog.schema.records import Institution, Project

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from katalog.problems import Problem
    from katalog.schema.entries import Entry
    from katalog.schema.field_introspection import Field
    from katalog.schema.record_parts import Part
    from katalog.schema.records import Record
    from katalog.source import Loc

_WHOLE = (ContactLink, Speaker, Document)
"""Parts that are items of such a list, not lists themselves."""
# South, north, west, east in degrees, with a margin; islands included.
BOUNDS = {
    "DK": (54.4, 57.9, 7.8, 15.4),
    "SE": (55.1, 69.2, 10.7, 24.3),
    "NO": (57.8, 81.0, 4.0, 31.3),
    "FI": (59.5, 70.2, 19.0, 31.7),
}


def check_duplicates(entry: Entry) -> Iterator[Problem]:
    """Find references, choices, speakers, members and documents that stand twice in one list."""
    yield from _duplicates(entry, entry.record, ())


def _duplicates(entry: Entry, part: Part, at: Loc) -> Iterator[Problem]:
    for field in _lists_of_different_items(type(part)):
        items = getattr(part, field.name)
        if field.part and field.part not in _WHOLE:
            for number, item in enumerate(items):
                yield from _duplicates(entry, item, (*at, field.name, number))
        elif len(items) > 1 and len(items) != len(set(items)):
            yield from _repeated(entry, items, (*at, field.name))


@cache
def _lists_of_different_items(model: type[Part]) -> tuple[Field, ...]:
    """Return the fields that are lists in which nothing stands twice, or lists of parts that have some."""
    return tuple(
        each
        for each in fields_of(model)
        if each.many and each.name != "followers" and _holds_different_items(each, model)
    )


def _holds_different_items(field: Field, model: type[Part]) -> bool:
    if field.part:
        return field.part in _WHOLE or bool(_lists_of_different_items(field.part))
    return bool(field.ref or field.choices or (model is Group and field.name == "members"))


def _repeated(
    entry: Entry, items: tuple[str | ContactLink | Speaker | Document, ...], at: Loc
) -> Iterator[Problem]:
    for number, item in enumerate(items):
        if item in items[:number]:
            written = _name_of(item)
            yield entry.problem((*at, number), "field.twice", written=written, field=str(at[-1]))


def _name_of(item: str | ContactLink | Speaker | Document) -> str:
    if isinstance(item, Document):
        return item.title
    if isinstance(item, Speaker):
        return item.person or item.name or ""
    return item.person if isinstance(item, ContactLink) else item


def check_followers(entry: Entry) -> Iterator[Problem]:
    """Find libraries that follow twice, and say how to write them once."""
    if not isinstance(entry.record, Project):
        return
    seen: dict[str, int] = {}
    followers = entry.record.followers
    for number, follower in enumerate(followers):
        first = seen.setdefault(follower.library, number)
        if first == number:
            continue
        people = sum(each.people or 1 for each in followers if each.library == follower.library)
        params = {
            "written": follower.library,
            "line": str(entry.tree.position_of(("followers", first)).line),
            "suggestion": f"{follower.library}: {people}",
        }
        yield entry.problem(("followers", number), "project.follower-twice", **params)


def check_location(entry: Entry) -> Iterator[Problem]:
    """Find coordinates outside the country; swapped ones above all."""
    if not isinstance(entry.record, Institution):
        return
    location, bounds = entry.record.location, BOUNDS.get(entry.record.country)
    if location is None or bounds is None:
        return
    south, north, west, east = bounds
    if not (south <= location.lat <= north and west <= location.lon <= east):
        yield entry.problem(("location",), "field.location-outside")


def check_files(entry: Entry, files: Container[str]) -> Iterator[Problem]:
    """Find pictures and documents that are not in the record's folder; `files` are paths of attachments."""
    folder = entry.path.removesuffix(".md")
    for loc, name in _files(entry.record):
        path = f"{folder}/{name.removeprefix(f'{entry.id}/')}"
        if path not in files:
            yield entry.problem(loc, "reference.file-missing", written=name, path=path)


def _files(record: Record) -> Iterator[tuple[Loc, str]]:
    if record.image:
        yield ("image", "file"), record.image.file
    yield from _document_files(record, ())


def _document_files(part: Part, at: Loc) -> Iterator[tuple[Loc, str]]:
    """Yield the files of documents, also those of sessions and runs."""
    for field in _document_lists(type(part)):
        for number, item in enumerate(getattr(part, field.name)):
            loc = (*at, field.name, number)
            if isinstance(item, Document):
                yield from [((*loc, "file"), item.file)] if item.file else []
            else:
                yield from _document_files(item, loc)


@cache
def _document_lists(model: type[Part]) -> tuple[Field, ...]:
    """Return the fields that are lists of documents, or of parts that have some."""
    return tuple(
        each for each in fields_of(model)
        if each.many and each.part and (each.part is Document or _document_lists(each.part))
    )  # fmt: skip
