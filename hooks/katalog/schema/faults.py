"""What is wrong inside a value: every fault with its path below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from katalog.problems import InvalidValueError

if TYPE_CHECKING:
    from katalog.source import Loc

Fault: TypeAlias = "tuple[Loc, InvalidValueError]"


class InvalidItemsError(Exception):
    """Faults inside a value: each error, and its path below the value."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(faults)
        self.faults = faults


def faults_of(error: InvalidValueError | InvalidItemsError) -> list[Fault]:
    """Return the faults behind `error`, each with its path below the value that was read."""
    return error.faults if isinstance(error, InvalidItemsError) else [((), error)]
