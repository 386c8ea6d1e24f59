"""What lists and filters need of a course, the same in every language."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import cast

from msgspec import Struct

from katalog.catalogue.state import CourseRun
from katalog.catalogue.state_table import ALLOWED, State, is_ahead, is_joinable, is_shut
from katalog.schema.entries import Entry
from katalog.schema.prices import Price
from katalog.schema.records import Course
from katalog.source.file_names import slug
from katalog.views.courses.filter_values import (
    EVERYWHERE,
    RegionName,
    forms,
    highest_per_person,
    months,
    regions,
    seasons,
    years,
)
from katalog.views.courses.next_run import next_run
from katalog.views.memo import memoise_as_dependency
from katalog.views.reader import Reader
from katalog.views.shared.dates import BY_DATE
from katalog.views.shared.prices import prices_today
from katalog.when.model import When
from katalog.when.months import Month


class ListValues(Struct, frozen=True):
    """A course's dates, price and answers to the filters.

    `run_index` is the index, among the course's runs, of the one to show first; all else is that
    run's, but a course is found by the form, month and region of each run that one can take part in.
    `whens` are its dates in order, `start` and `deadline` ISO days or empty, `most` is what a
    participant pays at most, in Danish kroner, where that is known.
    """

    run_index: int
    whens: tuple[When, ...]
    most: Decimal | None
    facets: Mapping[str, tuple[str, ...]]
    months: tuple[Month, ...]
    regions: tuple[RegionName, ...]
    start: str
    deadline: str
    ahead: bool


@memoise_as_dependency
def list_values(reader: Reader, entry: Entry) -> ListValues:
    """Return what is the same of a course's cards in every language."""
    course = cast("Course", entry.record)
    runs = reader.catalogue.localised(entry, course.language).runs
    run = next_run(reader, runs)
    state = reader.state(run)
    whens = tuple(sorted(run.whens, key=BY_DATE)) if ALLOWED[state].dates else ()
    findable = [each for each in runs if each is run or _is_findable(reader.state(each), beside=state)]
    ahead = _months_ahead(reader, findable)
    there = tuple(dict.fromkeys(region for each in findable for region in regions(reader, entry, each)))
    found = tuple(dict.fromkeys(form for each in findable for form in forms(course, each)))
    prices = prices_today(reader, prices_of_taking_part(course, run))
    return ListValues(
        run_index=runs.index(run),
        whens=whens,
        most=highest_per_person(prices, reader.settings.rates),
        facets=_facets(course, runs, state) | _facets_of_runs(state, found, there, ahead),
        months=ahead,
        regions=there,
        start=_iso(run.start) if whens else "",
        deadline=_iso(run.deadline),
        ahead=is_ahead(state),
    )


def _months_ahead(reader: Reader, findable: Sequence[CourseRun]) -> tuple[Month, ...]:
    held = [when for each in findable if ALLOWED[reader.state(each)].held for when in each.whens]
    return tuple([month for month in months(held) if month.later(1).first_day > reader.today])


def _facets(course: Course, runs: Sequence[CourseRun], state: State) -> dict[str, tuple[str, ...]]:
    """Return what filters find a course by, whichever of its runs can be joined."""
    return {
        "topic": course.topics,
        "audience": (slug(course.audience or ""),),
        "organiser": course.organiser,
        "year": years(when for each in runs for when in each.whens),
        "language": course.spoken,
        "kind": (course.kind,),
        "state": (state,),
    }


def _facets_of_runs(
    state: State, found: tuple[str, ...], there: Sequence[RegionName], ahead: Sequence[Month]
) -> dict[str, tuple[str, ...]]:
    """Return the forms, regions and months that filters find a course by."""
    regions_there = tuple([region.id for region in there])
    anytime = state in {"all-year", "on-request"}
    return {
        "form": found,
        "region": (*regions_there, EVERYWHERE) if "online" in found else regions_there,
        "month": (EVERYWHERE,) if anytime else (*seasons(ahead), *map(str, ahead)),
    }


def _is_findable(state: State, *, beside: State) -> bool:
    """Return whether filters find a course by a run: by none that is full beside one that is open."""
    return is_ahead(state) and ALLOWED[state].held and not (is_shut(state) and is_joinable(beside))


def prices_of_taking_part(course: Course, run: CourseRun) -> tuple[Price, ...]:
    """Return the prices of taking part: those that are not for something more, such as meals.

    What holds for a time only is a price of taking part by whatever name: `Early bird`.
    """
    own = next((each.price for each in course.runs if each.id == run.id), ()) or course.price
    return tuple(each for each in own if each.label is None or each.since or each.until) or own


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
