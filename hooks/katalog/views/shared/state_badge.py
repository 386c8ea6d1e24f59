"""The badge of a state: its name today, and the names the browser changes it to as days pass."""

from msgspec import Struct

from katalog.catalogue.state_table import ALLOWED, Act, Heading, State


class Step(Struct, frozen=True):
    """From the instant `at` a state holds."""

    at: str
    state: State


class StateView(Struct, frozen=True):
    """The state of a course's run or of a project; `steps` keep the badge right on a page built days ago.

    Each step is the instant from which a later state holds (ISO 8601 with offset), the state and its
    name; `|` stands between them, and without any it is empty.
    """

    key: State
    label: str
    joinable: bool
    steps: str

    @property
    def act(self) -> Act:
        """What one does to take part: enrol, join the waiting list, or order it."""
        return ALLOWED[self.key].act

    @property
    def heading(self) -> Heading:
        """The heading a course stands under on the reader's day."""
        return ALLOWED[self.key].heading

    @property
    def each_step(self) -> tuple[Step, ...]:
        """The steps, each by itself."""
        return tuple(Step(*step.split(" ", 2)[:2]) for step in self.steps.split("|") if step)  # type: ignore[arg-type]

    @property
    def later(self) -> tuple[State, ...]:
        """The states that come after today's."""
        return tuple(step.state for step in self.each_step)
