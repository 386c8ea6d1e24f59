"""What an editor did when the YAML parser stops: its complaint turned into the slip behind it.

The parser says where it gave up; the slip is often earlier (a quote opened three lines above).  Each
function below knows one slip and returns it with its place, or nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Callable

    import yaml

_LINE = re.compile(
    r"(?P<lead>[ \t]*(?:-[ \t]+)*)(?:(?P<key>[^\s:#\"'\[{][^:#\"']*?):(?:[ \t]+|$))?(?P<value>.*)"
)
_GLUED = re.compile(r"\s*(?:- +)*([A-Za-z_]+):(\S.*)")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_COMMENT = re.compile(r"\s+#.*$")


class Slip(Struct, frozen=True):
    """A problem code with its place in the front matter: `line` and `column` count from 0."""

    code: str
    line: int
    column: int
    params: dict[str, str] = field(default_factory=dict)


class Stop(Struct, frozen=True):
    """Where and why the parser stopped; `since` is where the unfinished thing began."""

    lines: list[str]
    problem: str
    context: str
    at: tuple[int, int]
    since: tuple[int, int]

    @property
    def line(self) -> str:
        return self.text(self.at[0])

    def text(self, index: int) -> str:
        return self.lines[index] if 0 <= index < len(self.lines) else ""


def diagnose(lines: list[str], error: yaml.MarkedYAMLError) -> Slip:
    """Return the slip that most likely made the parser stop with `error`."""
    mark = error.problem_mark or error.context_mark
    at = (mark.line, mark.column) if mark else (0, 0)
    since = (error.context_mark.line, error.context_mark.column) if error.context_mark else at
    stop = Stop(lines, str(error.problem), str(error.context), at, since)
    for look in _LOOKS:
        if slip := look(stop):
            return slip
    return Slip("yaml.syntax", *at)


def quoted(value: str) -> str:
    """Return a text as a YAML scalar in quotes."""
    text = _COMMENT.sub("", value).strip()
    return f"'{text}'" if '"' in text and "'" not in text else '"' + text.replace('"', '\\"') + '"'


def value_start(line: str) -> int:
    """Return the column at which the value of a line of front matter starts."""
    match = _LINE.match(line)
    return match.start("value") if match else 0


def closes(value: str) -> bool:
    """Tell whether a value that begins with a quote ends it on its line."""
    return bool(_QUOTED.match(value))


def _quote(stop: Stop) -> Slip | None:
    if stop.context == "while scanning a quoted scalar":
        return Slip("yaml.quote-unclosed", *stop.since)
    if "escape" in stop.problem:
        column = max(stop.line.rfind("\\", 0, stop.at[1] + 1), 0)
        return Slip("yaml.escape", stop.at[0], column, {"written": stop.line[column : column + 2]})
    if stop.problem not in {"did not find expected key", "did not find expected ',' or ']'"}:
        return None
    for number in range(stop.at[0], -1, -1):
        line = stop.text(number)
        start = value_start(line)
        if line[start : start + 1] in {'"', "'"} and not closes(line[start:]):
            return Slip("yaml.quote-unclosed", number, start)
    return None


def _bracket(stop: Stop) -> Slip | None:
    if stop.context.startswith("while parsing a flow"):
        return Slip(
            "yaml.bracket-unclosed", *stop.since, {"bracket": stop.text(stop.since[0])[stop.since[1]]}
        )
    character = stop.line[stop.at[1] : stop.at[1] + 1]
    if character in {"]", "}"} and stop.problem.startswith("did not find expected"):
        return Slip("yaml.bracket-stray", *stop.at, {"bracket": character})
    return None


def _tab(stop: Stop) -> Slip | None:
    lead = stop.line[: len(stop.line) - len(stop.line.lstrip())]
    if "\t" in lead and (stop.at[1] <= len(lead) or "mapping" in stop.problem):
        return Slip("yaml.tab", stop.at[0], lead.index("\t"))
    if stop.line[stop.at[1] : stop.at[1] + 1] == "\t":
        return Slip("yaml.tab", *stop.at)
    return None


def _special_start(stop: Stop) -> Slip | None:
    start = value_start(stop.line)
    value = stop.line[start:]
    if value[:1] and value[0] in "*&@%!`|>,?]}" and stop.at[1] >= start:
        return _start(stop.at[0], start, value)
    if value.startswith("- ") and "sequence" in stop.problem:
        return _start(stop.at[0], start, value)
    if "block sequence entries" in stop.problem and stop.line[: stop.at[1]].rstrip().endswith(":"):
        return _start(*stop.at, stop.line[stop.at[1] :])
    return None


def _start(line: int, column: int, value: str) -> Slip:
    params = {"character": value[0], "written": value.strip(), "suggestion": quoted(value)}
    return Slip("yaml.special-start", line, column, params)


def _after_quote(stop: Stop) -> Slip | None:
    start = value_start(stop.line)
    value = stop.line[start:]
    if stop.problem != "did not find expected key" or stop.at[1] <= start:
        return None
    if match := _QUOTED.match(value):
        rest = value[match.end() :].strip()
        params = {"written": rest, "suggestion": quoted(value.strip().strip(value[0]))}
        return Slip("yaml.text-after-quote", stop.at[0], stop.at[1], params)
    if value[:1] in {"[", "{"}:
        return _start(stop.at[0], start, value)
    return None


def _colon(stop: Stop) -> Slip | None:
    if "mapping values are not allowed" in stop.problem:
        start = value_start(stop.line)
        if stop.at[1] > start:
            value = stop.line[start:]
            params = {"written": value.strip(), "suggestion": quoted(value)}
            return Slip("yaml.colon-in-value", stop.at[0], start, params)
        return no_colon(stop.lines, _line_before(stop, stop.at[0]))
    if "could not find expected ':'" in stop.problem:
        return no_colon(stop.lines, stop.since[0]) or Slip(
            "yaml.no-colon", *stop.since, _written(stop, stop.since[0])
        )
    return None


def _written(stop: Stop, number: int) -> dict[str, str]:
    return {"written": stop.text(number).strip()}


def _line_before(stop: Stop, number: int) -> int:
    while number > 0:
        number -= 1
        if stop.text(number).strip() and not stop.text(number).lstrip().startswith("#"):
            return number
    return 0


def no_colon(lines: list[str], number: int) -> Slip | None:
    """Find a key glued to its value, or a line without a key, that the next line stumbled over."""
    line = lines[number] if number < len(lines) else ""
    column = len(line) - len(line.lstrip(" -"))
    if match := _GLUED.match(line):
        params = {"written": line.strip(), "suggestion": f"{match[1]}: {match[2].strip()}"}
        return Slip("yaml.no-space-after-colon", number, match.end(1), params)
    match_ = _LINE.match(line)
    if line.strip() and match_ and match_["key"] is None and not line.lstrip().startswith("-"):
        return Slip("yaml.no-colon", number, column, {"written": line.strip()})
    return None


def _document(stop: Stop) -> Slip | None:
    if "<document start>" not in stop.problem:
        return None
    for number in range(min(stop.at[0], len(stop.lines) - 1), -1, -1):
        if stop.lines[number].startswith(("...", "%")):
            return Slip("yaml.two-documents", number, 0)
    return None


def _indentation(stop: Stop) -> Slip | None:
    known = (
        "did not find expected key",
        "did not find expected '-'",
        "mapping values",
        "block sequence entries",
    )
    if stop.problem.startswith(known):
        column = len(stop.line) - len(stop.line.lstrip())
        return Slip("yaml.indentation", stop.at[0], column, _written(stop, stop.at[0]))
    return None


_LOOKS: tuple[Callable[[Stop], Slip | None], ...] = (
    _tab,
    _special_start,
    _quote,
    _bracket,
    _after_quote,
    _colon,
    _document,
    _indentation,
)
