"""What stands twice in a list of a record: references, speakers, members, documents, followers, runs."""

from collections.abc import Iterator
from functools import cache

from katalog.problems import Problem
from katalog.schema.entries import Entry
from katalog.schema.field_introspection import Field, fields_of, parts_in
from katalog.schema.programme_parts import Speaker
from katalog.schema.record_parts import ContactLink, Document, Group, Part
from katalog.schema.records import Course, Project
from katalog.source import Loc

_ITEMS = (ContactLink, Speaker, Document)
"""Parts that are items of such a list."""


def check_repeated_items(entry: Entry) -> Iterator[Problem]:
    """Find references, choices, speakers, members and documents that stand twice in one list."""
    for at, part in parts_in(entry.record):
        for field in _lists_of_different_items(type(part)):
            items = getattr(part, field.name)
            if len(items) > 1 and len(items) != len(set(items)):
                yield from _repeated(entry, items, (*at, field.name))


@cache
def _lists_of_different_items(model: type[Part]) -> tuple[Field, ...]:
    """Return the fields that are lists in which nothing stands twice."""
    return tuple(each for each in fields_of(model) if each.many and _holds_different_items(each, model))


def _holds_different_items(field: Field, model: type[Part]) -> bool:
    if field.part:
        return field.part in _ITEMS
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


def check_repeated_followers(entry: Entry) -> Iterator[Problem]:
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


def check_repeated_run_ids(entry: Entry) -> Iterator[Problem]:
    """Find runs of a course with the id of one above them."""
    seen: set[str] = set()
    for number, run in enumerate(entry.record.runs if isinstance(entry.record, Course) else ()):
        if run.id in seen:
            yield entry.problem(("runs", number, "id"), "course.run-twice", written=run.id)
        seen.add(run.id)
