"""What is wrong with what an editor wrote, as data.

A `Problem` is collected, never raised.  An `InvalidValueError` is raised by a reader of one value (a date,
a price, a phone number) and becomes a `Problem` where the value's position in its file is known.
Message texts live in `locale/editor/<language>.po` under `<code>.what` and `<code>.do`.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from msgspec import Struct, field, structs

Severity = Literal["error", "warning"]


class Position(NamedTuple):
    """Where in a file: `line` and `column` count from 1; column in characters, not bytes."""

    line: int = 1
    column: int = 1

    def below(self, first_line: int) -> "Position":
        """Return the place in a file of this one in a text that begins on `first_line` of it."""
        return Position(self.line + first_line - 1, self.column)


def column_letters(column: int) -> str:
    """Return a spreadsheet's column (from 1) as its programs name it: A to Z, then AA."""
    before, last = divmod(column - 1, 26)
    return (column_letters(before) if before else "") + chr(ord("A") + last)


class Problem(Struct, frozen=True):
    """One thing wrong in one place.

    `path` is relative to the project, with `/` between its parts.  `code` names an entry of the
    problem catalogue (`katalog.problems.codes`), which also gives its severity; `params` fill the
    braces of its message.  In a spreadsheet the position is a cell of the `sheet`, in a row for a line.
    """

    path: str
    position: Position
    code: str
    params: Mapping[str, str] = field(default_factory=dict)
    sheet: str = ""

    def __post_init__(self) -> None:
        """Keep the words of parameters alone: texts that know their language cannot be written everywhere."""
        if any(type(value) is not str for value in self.params.values()):
            structs.force_setattr(self, "params", {name: str(value) for name, value in self.params.items()})

    @property
    def place(self) -> str:
        """The place in the file, written as programs for files of its kind write it."""
        if not self.sheet:
            return f"{self.position.line}:{self.position.column}"
        return f"{self.sheet}!{column_letters(self.position.column)}{self.position.line}"

    @property
    def sort_key(self) -> tuple[str, Position, str]:
        """Problems are listed by file, then line, then column, then code."""
        return (self.path, self.position, self.code)


class InvalidValueError(ValueError):
    """A value that cannot be taken: a problem code and what fills its message.

    By convention the parameter `suggestion` holds the text to write instead, when there is one.
    """

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params
