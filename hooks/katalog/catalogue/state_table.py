"""What may be shown of a course, a run or a session in each state: one table for pages, feeds and the clock.

Views ask this table and nothing else whether to offer, hurry or count.  What changes later on a page that
stays as it was built, they write into it as instants (`views/shared/visible_periods.py`), so that the
browser's clock needs no table of its own.
"""

from typing import Literal

from msgspec import Struct

State = Literal[
    "announced", "not-yet-open", "open", "closing-soon", "closed", "full", "waiting-list", "running",
    "finished", "cancelled", "postponed", "undated", "all-year", "on-request",
]  # fmt: skip
Heading = Literal["joinable", "on-request", "ahead", "undated", "past"]
DeadlineForm = Literal["", "ahead", "past"]
CalendarStatus = Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]
Act = Literal["enrol", "wait", "order"]


class Allowed(Struct, frozen=True):
    """What may be shown of something in one state.

    `heading` is the one it stands under in lists.  `enrol`: the address, form or person to enrol with, and
    the button.  `deadline`: until when one may enrol (`ahead`, with the days left), or that it has passed.
    `opening`: from when.  `ask`: whom to ask, in the box of facts.  `calendar`: "add to calendar", for the
    whole, a session and the deadline.  `held`: its dates count in the "when" of the whole, in numbers, in
    the archive and in the state.  `dates`: its own dates are shown, else that new ones follow.
    `act` is what one does, and what its phrases begin with: enrol, join the waiting list, or order it.
    `offer` is schema.org's ItemAvailability, `event` its EventStatusType.
    """

    heading: Heading
    enrol: bool
    deadline: DeadlineForm
    opening: bool
    ask: bool
    calendar: bool
    held: bool
    dates: bool
    offer: str = ""
    event: Literal["Scheduled", "Postponed", "Cancelled"] = "Scheduled"
    act: Act = "enrol"

    @property
    def note(self) -> bool:
        """Whether the record's own words about enrolling are shown: of what is over, as a fact about it."""
        return self.enrol or (self.held and self.offer != "SoldOut")

    @property
    def ics(self) -> CalendarStatus:
        """STATUS of RFC 5545."""
        return _ICS[self.event]


_ICS: dict[str, CalendarStatus] = {
    "Scheduled": "CONFIRMED",
    "Postponed": "TENTATIVE",
    "Cancelled": "CANCELLED",
}
Y, N = True, False
# fmt: off
ALLOWED: dict[State, Allowed] = {
    #                       heading     enrol deadline opening ask calendar held dates offer, event
    "announced":    Allowed("ahead",    N,    "",      N,      Y,  Y,       Y,   Y),
    "not-yet-open": Allowed("ahead",    N,    "ahead", Y,      Y,  Y,       Y,   Y),
    "open":         Allowed("joinable", Y,    "ahead", N,      Y,  Y,       Y,   Y, "InStock"),
    "closing-soon": Allowed("joinable", Y,    "ahead", N,      Y,  Y,       Y,   Y, "InStock"),
    "waiting-list": Allowed("joinable", Y,    "ahead", N,      Y,  Y,       Y,   Y, "SoldOut", act="wait"),
    "closed":       Allowed("ahead",    N,    "past",  N,      Y,  Y,       Y,   Y),
    "full":         Allowed("ahead",    N,    "",      N,      Y,  N,       Y,   Y, "SoldOut"),
    "running":      Allowed("ahead",    N,    "past",  N,      Y,  Y,       Y,   Y),
    "all-year":     Allowed("joinable", Y,    "",      N,      Y,  N,       Y,   Y, "InStock"),
    "on-request":   Allowed("on-request", Y,  "",      N,      Y,  N,       Y,   Y,
                            "MadeToOrder", act="order"),
    "undated":      Allowed("undated",  Y,    "",      N,      Y,  N,       Y,   Y),
    "postponed":    Allowed("undated",  N,    "",      N,      Y,  N,       N,   N, event="Postponed"),
    "cancelled":    Allowed("past",     N,    "",      N,      Y,  N,       N,   Y, event="Cancelled"),
    "finished":     Allowed("past",     N,    "past",  N,      N,  N,       Y,   Y),
}
# fmt: on
STATES: tuple[State, ...] = State.__args__  # type: ignore[attr-defined]
HEADINGS: tuple[Heading, ...] = Heading.__args__  # type: ignore[attr-defined]


def states_under(*headings: Heading) -> tuple[State, ...]:
    """Return the states that stand under one of some headings."""
    return tuple(state for state in STATES if ALLOWED[state].heading in headings)


def is_joinable(state: State) -> bool:
    """Return whether one may enrol now."""
    return ALLOWED[state].heading == "joinable"


def is_shut(state: State) -> bool:
    """Return whether one may no longer enrol for something that is ahead: closed, full or running."""
    allowed = ALLOWED[state]
    return allowed.heading == "ahead" and (allowed.deadline == "past" or allowed.offer == "SoldOut")


def is_ahead(state: State) -> bool:
    """Return whether something is still to come or going on."""
    return ALLOWED[state].heading != "past"
