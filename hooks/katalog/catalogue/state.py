"""The state of a course: computed from its dates, its status and the day, never typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from katalog.schema.record_parts import Participants, Registration, Session, Status
    from katalog.when import When

State = Literal[
    "announced",
    "open",
    "closing-soon",
    "closed",
    "full",
    "waiting-list",
    "running",
    "finished",
    "cancelled",
    "postponed",
    "undated",
]
JOINABLE: frozenset[State] = frozenset({"open", "closing-soon", "waiting-list"})
AHEAD: frozenset[State] = JOINABLE | {"announced", "closed", "full", "running", "postponed", "undated"}


@dataclass(frozen=True)
class CourseRun:
    """One run of a course with everything it takes from the course filled in."""

    id: str
    title: str | None
    sessions: tuple[Session, ...]
    registration: Registration | None
    participants: Participants | None
    status: Status | None

    @cached_property
    def start(self) -> date | None:
        """The first day of the first dated session that is held."""
        return min((when.earliest for when in self._held), default=None)

    @cached_property
    def end(self) -> date | None:
        """The last day of the last dated session that is held; an open end ends never."""
        return max((when.latest or date.max for when in self._held), default=None)

    @cached_property
    def deadline(self) -> date | None:
        """The last day of registration."""
        closes = self.registration.closes if self.registration else None
        return closes.earliest if closes else None

    @cached_property
    def opening(self) -> date | None:
        """The first day of registration."""
        opens = self.registration.opens if self.registration else None
        return opens.earliest if opens else None

    @cached_property
    def _held(self) -> Sequence[When]:
        return [each.when for each in self.sessions if each.when and each.status != "cancelled"]

    def state(self, today: date, closing_soon_days: int = 14) -> State:
        """Return the state on the day `today` in the organiser's time zone."""
        key = today, closing_soon_days
        if key not in self._states:
            self._states[key] = self._state(today, closing_soon_days)
        return self._states[key]

    @cached_property
    def _states(self) -> dict[tuple[date, int], State]:
        return {}

    def _state(self, today: date, closing_soon_days: int) -> State:
        if self.status in {"cancelled", "postponed"}:
            return self.status
        if self.end and self.end < today:
            return "finished"
        if self.start and self.start <= today:
            return "running"
        return self._before_start(today, closing_soon_days)

    def _before_start(self, today: date, closing_soon_days: int) -> State:
        if self.deadline and self.deadline < today:
            return "closed"
        if self.status == "full":
            return "waiting-list" if self.participants and self.participants.waiting_list else "full"
        if self.opening and self.opening > today:
            return "announced"
        if self.deadline:
            return "closing-soon" if self.deadline - today <= timedelta(closing_soon_days) else "open"
        if not self.start:
            return "undated"
        return "open" if self.registration else "announced"

    def turns(self, today: date, closing_soon_days: int = 14) -> tuple[tuple[date, State], ...]:
        """Return the days after `today` on which the state changes, each with the new state."""
        key = today, closing_soon_days
        if key not in self._turns:
            self._turns[key] = self._ahead(today, closing_soon_days)
        return self._turns[key]

    @cached_property
    def _turns(self) -> dict[tuple[date, int], tuple[tuple[date, State], ...]]:
        return {}

    def _ahead(self, today: date, closing_soon_days: int) -> tuple[tuple[date, State], ...]:
        days = {self.opening, self.start, self.end and _after(self.end)}
        if self.deadline:
            days |= {self.deadline + timedelta(1), self.deadline - timedelta(closing_soon_days)}
        ahead = [day for day in days if day and day > today]
        if not ahead:
            return ()
        turns, current = [], self.state(today, closing_soon_days)
        for on in sorted(ahead):
            state = self.state(on, closing_soon_days)
            if state != current:
                turns.append((on, state))
                current = state
        return tuple(turns)


def _after(day: date) -> date | None:
    return None if day == date.max else day + timedelta(1)
