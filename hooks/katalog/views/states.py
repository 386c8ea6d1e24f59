"""The state of a course in words, and how it will turn over as days go by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from katalog.catalogue.state import AHEAD, JOINABLE, Holding, State
from katalog.views.moments import end_of, midnight

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from katalog.views.reader import Reader


class Turn(Struct, frozen=True):
    """A later state, and the instant from which it holds (ISO 8601 with offset)."""

    on: str
    state: State
    label: str


class StateView(Struct, frozen=True):
    """A course's state; `turns` let a page built days ago say what holds today, as `steps` in one text."""

    key: State
    label: str
    joinable: bool
    turns: tuple[Turn, ...]
    steps: str


def state_view(reader: Reader, holding: Holding) -> StateView:
    """Return the state of one run on the reader's day, and when it turns over."""
    soon = reader.settings.closing_soon_days
    key = holding.state(reader.today, soon)
    turns = tuple(
        Turn(_instant(reader, holding, on, state), state, reader.phrases(f"state.{state}"))
        for on, state in holding.turns(reader.today, soon)
    )
    return StateView(key, reader.phrases(f"state.{key}"), key in JOINABLE, turns, steps_of(turns))


def steps_of(turns: Iterable[Turn]) -> str:
    """Return turns as `data-steps` holds them."""
    return "|".join([f"{turn.on} {turn.state} {turn.label}" for turn in turns])


def _instant(reader: Reader, holding: Holding, on: date, state: State) -> str:
    """Return the beginning of a day; registration that closes at an hour closes then."""
    closes = holding.registration.closes if holding.registration and state == "closed" else None
    return end_of(reader, closes) if closes else midnight(reader, on)


def next_holding(reader: Reader, runs: Sequence[Holding]) -> Holding:
    """Return the run a reader wants first: one that can be joined, the next one ahead, or the latest."""
    if len(runs) == 1:
        return runs[0]
    ahead = [run for run in runs if run.state(reader.today) in AHEAD]
    if not ahead:
        return max(runs, key=lambda run: _start(run, ""))
    return min(ahead, key=lambda run: (run.state(reader.today) not in JOINABLE, _start(run, "9999")))


def _start(run: Holding, undated: str) -> str:
    return run.start.isoformat() if run.start else undated
