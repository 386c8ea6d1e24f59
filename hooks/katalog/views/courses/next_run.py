"""Which of a course's runs a reader wants first, now and as days pass."""

from collections.abc import Sequence
from datetime import date, datetime

from msgspec import Struct

from katalog.catalogue.state import CourseRun
from katalog.catalogue.state_table import State, is_ahead, is_joinable
from katalog.views.reader import Reader
from katalog.when.today import beginning_of


class Turn(Struct, frozen=True):
    """From the moment `at` a course is in a state, which it has from one of its runs."""

    at: datetime
    run: CourseRun
    state: State


def next_run(reader: Reader, runs: Sequence[CourseRun]) -> CourseRun:
    """Return the run a reader wants first: one that can be joined, the next one ahead, or the latest."""
    return _next_at(reader, runs, beginning_of(reader.today)).run


def course_turns(reader: Reader, runs: Sequence[CourseRun]) -> tuple[Turn, ...]:
    """Return what a course is on the reader's day, then every change of its state or of the run in front."""
    moments = {at for run in runs for at, _ in reader.turns(run)}
    turns = [_next_at(reader, runs, beginning_of(reader.today))]
    for at in sorted(moments):
        turn = _next_at(reader, runs, at)
        if (turn.run.id, turn.state) != (turns[-1].run.id, turns[-1].state):
            turns.append(turn)
    return tuple(turns)


def _next_at(reader: Reader, runs: Sequence[CourseRun], at: datetime) -> Turn:
    soon = reader.settings.closing_soon_days
    found = [Turn(at, run, run.state_at(at, soon)) for run in runs]
    ahead = [turn for turn in found if is_ahead(turn.state)]
    if ahead:
        return min(ahead, key=lambda turn: (not is_joinable(turn.state), turn.run.start or date.max))
    held = [turn for turn in found if turn.state == "finished"]
    return max(held or found, key=lambda turn: turn.run.start or date.min)
