"""The badge of a run or of a course: its state today, and what the browser changes it to as days pass."""

from collections.abc import Sequence

from katalog.catalogue.state import CourseRun
from katalog.catalogue.state_table import is_joinable
from katalog.views.courses.next_run import Turn, course_turns
from katalog.views.reader import Reader
from katalog.views.shared.dates import short_day
from katalog.views.shared.state_badge import StateView
from katalog.views.shared.time_zones import zone_of_run
from katalog.views.shared.visible_periods import instant


def state_view(reader: Reader, runs: Sequence[CourseRun]) -> StateView:
    """Return the state of a course with these runs, or of a run, with its later states and their instants."""
    now, *later = course_turns(reader, runs)
    zone = zone_of_run(reader, now.run)
    steps = [f"{instant(reader, turn.at, zone)} {turn.state} {_label(reader, turn)}" for turn in later]
    return StateView(now.state, _label(reader, now), is_joinable(now.state), "|".join(steps))


def _label(reader: Reader, turn: Turn) -> str:
    """Return the name of a state; of registration that has not opened, when it opens."""
    if turn.state == "not-yet-open" and turn.run.opening:
        return reader.phrases("state.opens", day=short_day(turn.run.opening, reader.phrases))
    return reader.phrases(f"state.{turn.state}")
