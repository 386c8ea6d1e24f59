"""What is wrong inside a value: every fault with its path below it."""

from typing import Any, TypeAlias

from katalog.problems import InvalidValueError
from katalog.source import Loc

Fault: TypeAlias = tuple[Loc, InvalidValueError]


class InvalidItemsError(Exception):
    """Faults inside a value: each error, and its path below the value.

    `readable` is the value without them, so that what else is wrong with it can be told at once; nothing
    where too little is left.
    """

    def __init__(self, faults: list[Fault], readable: Any = None) -> None:
        super().__init__(faults)
        self.faults, self.readable = faults, readable


def faults_of(error: InvalidValueError | InvalidItemsError) -> list[Fault]:
    """Return the faults behind `error`, each with its path below the value that was read."""
    return error.faults if isinstance(error, InvalidItemsError) else [((), error)]


def readable_of(error: InvalidValueError | InvalidItemsError) -> Any:
    """Return the value without the faults behind `error`; nothing where too little is left."""
    return error.readable if isinstance(error, InvalidItemsError) else None
