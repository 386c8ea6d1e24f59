"""What a card says of the run in front, and of those that come after it as days pass."""

from collections.abc import Iterable, Sequence
from typing import TypeVar, cast

from msgspec import Struct

from katalog.catalogue.catalogue import LocalisedRecord
from katalog.catalogue.state import CourseRun
from katalog.schema.records import Course
from katalog.views.courses.list_values import prices_of_taking_part
from katalog.views.courses.next_run import course_turns
from katalog.views.reader import Reader
from katalog.views.shared.prices import PriceTurn, price_turns
from katalog.views.shared.time_zones import zone_of_run
from katalog.views.shared.visible_periods import VisiblePeriod, instant, overlap

T = TypeVar("T")


class Front(Struct, frozen=True):
    """A run that stands in front while `shown`."""

    run: CourseRun
    shown: VisiblePeriod


def fronts(reader: Reader, runs: Sequence[CourseRun]) -> tuple[Front, ...]:
    """Return the run that stands in front on the reader's day, then the others in their turn."""
    turns = course_turns(reader, runs)
    firsts = [turn for n, turn in enumerate(turns) if not n or turn.run.id != turns[n - 1].run.id]
    starts = ["", *(instant(reader, turn.at, zone_of_run(reader, turn.run)) for turn in firsts[1:])]
    ends = [*starts[1:], ""]
    return tuple(
        Front(turn.run, VisiblePeriod(since, until))
        for turn, since, until in zip(firsts, starts, ends, strict=True)
    )


def joined(values: Iterable[tuple[T, VisiblePeriod]]) -> tuple[tuple[T, VisiblePeriod], ...]:
    """Return values in their turn, each that follows itself once."""
    found: list[tuple[T, VisiblePeriod]] = []
    for value, shown in values:
        if found and found[-1][0] == value:
            found[-1] = value, VisiblePeriod(found[-1][1].since, shown.until)
        else:
            found.append((value, shown))
    return tuple(found)


def prices_in_turn(
    reader: Reader, localised: LocalisedRecord, every: Iterable[Front]
) -> tuple[PriceTurn, ...]:
    """Return what taking part costs in each run while it stands in front."""
    course = cast("Course", localised.record)
    tables = joined((prices_of_taking_part(course, each.run), each.shown) for each in every)
    if len(tables) == 1:
        return price_turns(reader, tables[0][0])
    return tuple(
        PriceTurn(turn.prices, both)
        for table, shown in tables
        for turn in price_turns(reader, table)
        if (both := overlap(turn.shown or VisiblePeriod(), shown))
    )
