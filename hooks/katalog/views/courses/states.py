"""The state of a course in words, and how it will turn over as days go by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from katalog.catalogue.state import AHEAD, JOINABLE, CourseRun, State
from katalog.views.shared.deadlines import closing_instant, midnight

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from katalog.views.reader import Reader


class StateView(Struct, frozen=True):
    """A course's state; `steps` let a page built days ago say what holds today.

    Each step is the instant from which a later state holds (ISO 8601 with offset), the state and its
    name; `|` stands between them, and without any it is empty.
    """

    key: State
    label: str
    joinable: bool
    steps: str


def state_view(reader: Reader, run: CourseRun) -> StateView:
    """Return the state of one run on the reader's day, and when it turns over."""
    soon, phrases = reader.settings.closing_soon_days, reader.phrases
    key = run.state(reader.today, soon)
    steps = [
        f"{_instant(reader, run, on, state)} {state} {phrases(f'state.{state}')}"
        for on, state in run.turns(reader.today, soon)
    ]
    return StateView(key, phrases(f"state.{key}"), key in JOINABLE, "|".join(steps))


def _instant(reader: Reader, run: CourseRun, on: date, state: State) -> str:
    """Return the beginning of a day; registration that closes at an hour closes then."""
    closes = run.registration.closes if run.registration and state == "closed" else None
    return closing_instant(reader, closes) if closes else midnight(reader, on)


def next_run(reader: Reader, runs: Sequence[CourseRun]) -> CourseRun:
    """Return the run a reader wants first: one that can be joined, the next one ahead, or the latest."""
    if len(runs) == 1:
        return runs[0]
    ahead = [run for run in runs if run.state(reader.today) in AHEAD]
    if not ahead:
        return max(runs, key=lambda run: _start(run, ""))
    return min(ahead, key=lambda run: (run.state(reader.today) not in JOINABLE, _start(run, "9999")))


def _start(run: CourseRun, undated: str) -> str:
    return run.start.isoformat() if run.start else undated
