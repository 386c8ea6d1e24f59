"""What orders a course among others and answers the filters: all that lists need before they show it."""

from collections.abc import Iterable
from decimal import Decimal
from typing import cast

from msgspec import Struct

from katalog.catalogue.state import CourseRun
from katalog.catalogue.state_table import ALLOWED
from katalog.schema.annotations import LangText
from katalog.schema.entries import Entry
from katalog.schema.records import Course
from katalog.views.courses.filter_values import RegionName
from katalog.views.courses.list_values import list_values
from katalog.views.courses.run_badge import state_view
from katalog.views.memo import memoise, memoise_across_builds
from katalog.views.reader import Reader
from katalog.views.shared.deadlines import closing_instant
from katalog.views.shared.state_badge import StateView
from katalog.views.shared.time_zones import zone_of_run
from katalog.when.months import Month


class ListedCourse(Struct, frozen=True):
    """A course without its words; `audience` is as written.

    `most` is what a participant pays at most, in Danish kroner, where that is known.
    `start` is an ISO day, `closes` the instant from which the deadline that is shown has passed; or empty.
    """

    id: str
    state: StateView
    facets: dict[str, tuple[str, ...]]
    most: Decimal | None
    months: tuple[Month, ...]
    regions: tuple[RegionName, ...]
    audience: LangText | None
    start: str
    closes: str
    ahead: bool


@memoise_across_builds(ListedCourse)
def listed_course(reader: Reader, entry: Entry) -> ListedCourse:
    """Return what orders and filters a course, before any card of it is made."""
    localised, facts = reader.localised(entry), list_values(reader, entry)
    state, run = state_view(reader, localised.runs), localised.runs[facts.run_index]
    return ListedCourse(
        id=entry.id,
        state=state,
        facets=dict(facts.facets),
        most=facts.most,
        months=facts.months,
        regions=facts.regions,
        audience=cast("Course", localised.record).audience,
        start=facts.start,
        closes=_closes(reader, run, state),
        ahead=facts.ahead,
    )


def _closes(reader: Reader, run: CourseRun, state: StateView) -> str:
    closes = run.registration.closes if run.registration else None
    if not closes or ALLOWED[state.key].deadline != "ahead":
        return ""
    return closing_instant(reader, closes, zone_of_run(reader, run))


def courses_in_order(reader: Reader, entries: Iterable[Entry]) -> tuple[ListedCourse, ...]:
    """Return courses: joinable ones first, then those ahead, undated ones, and the past, newest first."""
    every = [listed_course(reader, entry) for entry in entries]
    ahead = sorted((each for each in every if each.ahead), key=_by_start)
    past = sorted((each for each in every if not each.ahead), key=_by_end, reverse=True)
    return (*ahead, *past)


@memoise
def listed_courses(reader: Reader) -> tuple[ListedCourse, ...]:
    """Return every course of the catalogue, in the order of `courses_in_order`."""
    return courses_in_order(reader, reader.catalogue.by_collection.get("courses", ()))


@memoise
def courses_by_kind(reader: Reader) -> dict[str, list[str]]:
    """Return the ids of the courses of each kind."""
    found: dict[str, list[str]] = {}
    for course in sorted(listed_courses(reader), key=lambda course: course.id):
        for kind in course.facets["kind"]:
            found.setdefault(kind, []).append(course.id)
    return dict(sorted(found.items()))


def _by_start(each: ListedCourse) -> tuple[bool, bool, str, str]:
    return (not each.state.joinable, not each.start, each.start, each.id)


def _by_end(each: ListedCourse) -> tuple[str, str]:
    return each.start, each.id
