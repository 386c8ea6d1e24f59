"""The kinds of course that a site has: those of all sites, and its own."""

from collections.abc import Iterator

from katalog.problems import Problem
from katalog.schema.course_parts import KINDS
from katalog.schema.entries import Entry
from katalog.schema.reading import not_allowed
from katalog.schema.records import Course
from katalog.settings.model import Settings


def check_course_kind(entry: Entry, settings: Settings) -> Iterator[Problem]:
    """Report a kind of course that the site does not have."""
    if not isinstance(entry.record, Course):
        return
    kinds = (*KINDS, *(each.id for each in settings.kinds))
    if entry.record.kind not in kinds:
        refused = not_allowed(entry.record.kind, kinds)
        yield entry.problem(("kind",), refused.code, field="kind", **refused.params)
