"""The badge of a course's run: its state today, and the states the browser changes it to as days pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from katalog.catalogue.state import JOINABLE, CourseRun, State
from katalog.views.shared.deadlines import closing_instant, midnight
from katalog.views.shared.state_badge import StateView

if TYPE_CHECKING:
    from datetime import date

    from katalog.views.reader import Reader


def state_view(reader: Reader, run: CourseRun) -> StateView:
    """Return the state of one run on the reader's day, with its later states and their instants."""
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
