"""The state of a course: computed from its dates, its status and the moment, never typed.

Moments are on the clock of the organisers' zone, without an offset.  A build knows the day only and asks for
its first moment; the days and hours at which the state changes after that are `turns`.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any, cast

from katalog.catalogue.state_table import ALLOWED, State
from katalog.read_tracking import Dependencies, memoised
from katalog.schema.course_parts import Participants, Session, Status
from katalog.schema.record_parts import Online
from katalog.schema.registration import Registration
from katalog.when.dateless import Availability
from katalog.when.model import END_OF_DAY, When
from katalog.when.today import beginning_of


def deadline_moment(closes: When) -> datetime:
    """Return the first moment after a deadline: midnight after a day without hours, else its last hour."""
    hour = closes.ends or closes.starts
    if hour and hour != END_OF_DAY:
        return datetime.combine(closes.earliest, hour)
    return beginning_of(closes.earliest) + timedelta(1)


def soon_from(last: date, closing_soon_days: int) -> date:
    """Return the first day on which a deadline on the day `last` is near."""
    return last - timedelta(closing_soon_days)


def _soon_at(closes: datetime, closing_soon_days: int) -> datetime:
    last = (closes - timedelta(microseconds=1)).date()
    return beginning_of(soon_from(last, closing_soon_days))


def session_state(session: Session, whole: State, today: date) -> State:
    """Return the state of one session, within a run or project that is itself in the state `whole`."""
    if not ALLOWED[whole].held:
        return whole
    if session.status and not is_held(session):
        return session.status
    if session.when is None:
        return session.availability or "undated"
    if session.when.latest and session.when.latest < today:
        return "finished"
    return session.status or whole


def is_held(session: Session) -> bool:
    """Return whether a session is neither cancelled nor postponed; a full one is held."""
    return session.status in {None, "full"}


def has_room(session: Session) -> bool:
    """Return whether one may still enrol for a session as such, be it on its waiting list."""
    waiting = session.participants and session.participants.waiting_list
    return not session.status or bool(session.status == "full" and waiting)


@dataclass(frozen=True)
class CourseRun:
    """One run of a course with everything it takes from the course filled in."""

    id: str
    title: str | None
    sessions: tuple[Session, ...]
    registration: Registration | None
    participants: Participants | None
    status: Status | None
    place: str | None = None
    address: str | None = None
    online: Online | None = None
    availability: Availability | None = None
    organiser: str | None = None

    @cached_property
    def sessions_held(self) -> tuple[Session, ...]:
        """The sessions that count: neither cancelled nor postponed."""
        return tuple(each for each in self.sessions if is_held(each))

    @cached_property
    def whens(self) -> tuple[When, ...]:
        """The dates of the sessions that count, as the record lists them."""
        return tuple(each.when for each in self.sessions_held if each.when)

    @cached_property
    def start(self) -> date | None:
        """The first day of the first dated session that is held."""
        return min((when.earliest for when in self.whens), default=None)

    @cached_property
    def end(self) -> date | None:
        """The last day of the last dated session that is held; an open end ends never."""
        return max((when.latest or date.max for when in self.whens), default=None)

    @cached_property
    def in_place_of_dates(self) -> Availability | None:
        """What stands in the place of dates: the run's own, or a session's where no session has a date."""
        if self.availability or self.whens:
            return self.availability
        return next((each.availability for each in self.sessions_held if each.availability), None)

    @cached_property
    def deadline(self) -> date | None:
        """The last day of registration."""
        closes = self.registration.closes if self.registration else None
        return closes.earliest if closes else None

    @cached_property
    def opening(self) -> date | None:
        """The first day of registration."""
        return self.opens_at.date() if self.opens_at else None

    @cached_property
    def opens_at(self) -> datetime | None:
        """The first moment of registration, where the record says it."""
        opens = self.registration.opens if self.registration else None
        return datetime.combine(opens.earliest, opens.starts or time.min) if opens else None

    @cached_property
    def closes_at(self) -> datetime | None:
        """The first moment after registration; it is over when the last session is, at the latest."""
        closes = self.registration.closes if self.registration else None
        if closes is None:
            return None
        return min([deadline_moment(closes), *self._last_hour()])

    def _last_hour(self) -> list[datetime]:
        hours = [when.ends for when in self.whens if when.latest == self.end and when.ends]
        return [datetime.combine(self.end, max(hours))] if self.end and hours else []

    @cached_property
    def over_at(self) -> datetime | None:
        """The first moment after the last day; none where that is not known, as of a postponed session."""
        if any(each.status == "postponed" for each in self.sessions):
            return None
        return beginning_of(self.end) + timedelta(1) if self.end and self.end != date.max else None

    def state(self, today: date, closing_soon_days: int) -> State:
        """Return the state at the beginning of the day `today` in the organiser's time zone."""
        key = "state", today, closing_soon_days
        return memoised(self._memo, key, lambda: self.state_at(beginning_of(today), closing_soon_days))

    @cached_property
    def _memo(self) -> dict[Hashable, tuple[Any, Dependencies]]:
        return {}

    def state_at(self, now: datetime, closing_soon_days: int) -> State:
        """Return the state at a moment on the organiser's clock."""
        if stopped := self._stopped:
            return stopped
        if self.over_at and self.over_at <= now:
            return self.availability or "finished"
        if self.closes_at and now < self.closes_at:
            return self._before_deadline(now, self.closes_at, closing_soon_days)
        if self.start and beginning_of(self.start) <= now and not self._open_after_start:
            return "running"
        return self._before_start(now)

    @property
    def _open_after_start(self) -> bool:
        """Whether one may enrol for as long as it is held."""
        return bool(self.registration and self.registration.late and not self.closes_at)

    @cached_property
    def _stopped(self) -> State | None:
        """The state of a run that is cancelled or postponed, as such or in all its sessions."""
        if self.status in {"cancelled", "postponed"}:
            return cast("State", self.status)
        if not self.sessions or self.sessions_held:
            return None
        return "cancelled" if all(each.status == "cancelled" for each in self.sessions) else "postponed"

    @property
    def _has_waiting_list(self) -> bool:
        return bool(self.participants and self.participants.waiting_list)

    def _before_deadline(self, now: datetime, closes: datetime, closing_soon_days: int) -> State:
        if self.status == "full":
            return "waiting-list" if self._has_waiting_list else "full"
        if self.opens_at and now < self.opens_at:
            return "not-yet-open"
        return "closing-soon" if now >= _soon_at(closes, closing_soon_days) else "open"

    def _before_start(self, now: datetime) -> State:
        """Return the state when the deadline has passed, or where there is none."""
        if self.status == "full":
            return "waiting-list" if self._has_waiting_list and not self.closes_at else "full"
        if self.closes_at:
            return "closed"
        if self.opens_at and now < self.opens_at:
            return "not-yet-open"
        if not self.start:
            return self.in_place_of_dates or "undated"
        return "open" if self.registration and self.registration.required else "announced"

    def turns(self, today: date, closing_soon_days: int) -> tuple[tuple[datetime, State], ...]:
        """Return the moments after the beginning of `today` that change the state, each with the new one."""
        key = "turns", today, closing_soon_days
        return memoised(self._memo, key, lambda: self._ahead(today, closing_soon_days))

    def _ahead(self, today: date, closing_soon_days: int) -> tuple[tuple[datetime, State], ...]:
        now = beginning_of(today)
        moments: set[datetime | None] = {self.opens_at, self.closes_at, self.over_at}
        if self.start:
            moments.add(beginning_of(self.start))
        if self.closes_at:
            moments.add(_soon_at(self.closes_at, closing_soon_days))
        turns, current = [], self.state(today, closing_soon_days)
        for moment in sorted(each for each in moments if each and each > now):
            state = self.state_at(moment, closing_soon_days)
            if state != current:
                turns.append((moment, state))
                current = state
        return tuple(turns)
