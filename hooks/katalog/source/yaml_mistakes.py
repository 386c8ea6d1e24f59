"""From an error of the YAML parser to the mistake behind it.

The parser reports where it gave up; the mistake is often earlier (a quote opened three lines above).
Each function below recognises one mistake and returns it with its position, or `None`.
"""

import re
from collections.abc import Callable

import yaml
from msgspec import Struct, field

_LINE = re.compile(
    r"(?P<lead>[ \t]*(?:-[ \t]+)*)(?:(?P<key>[^\s:#\"'\[{][^:#\"']*?):(?:[ \t]+|$))?(?P<value>.*)"
)
_GLUED = re.compile(r"\s*(?:- +)*([A-Za-z_]+):(\S.*)")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_UNTIL_NEXT = re.compile(r"[^,\[\]{}]+")
_MARKED = re.compile(r"(\s*)(?:[–—−•●▪◦‣·*]\s+|-(?=[^\s\d-]|\d+\. ))(\S.*)")
_COMMENT = re.compile(r"\s+#.*$")


class YamlFault(Struct, frozen=True):
    """A problem code with its position in the front matter: `line` and `column` count from 0."""

    code: str
    line: int
    column: int
    params: dict[str, str] = field(default_factory=dict)


class ParseFailure(Struct, frozen=True):
    """Where and why the parser stopped; `started_at` is where the unfinished thing began."""

    lines: list[str]
    problem: str
    context: str
    at: tuple[int, int]
    started_at: tuple[int, int]

    @property
    def line(self) -> str:
        return self.text(self.at[0])

    def text(self, index: int) -> str:
        return self.lines[index] if 0 <= index < len(self.lines) else ""


def diagnose(lines: list[str], error: yaml.MarkedYAMLError) -> YamlFault:
    """Return the mistake that most likely caused `error`; `yaml.syntax` where none is recognised."""
    mark = error.problem_mark or error.context_mark
    at = (mark.line, mark.column) if mark else (0, 0)
    started_at = (error.context_mark.line, error.context_mark.column) if error.context_mark else at
    failure = ParseFailure(lines, str(error.problem), str(error.context), at, started_at)
    for find_fault in _DIAGNOSES:
        if fault := find_fault(failure):
            return fault
    return YamlFault("yaml.syntax", *at)


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


def _quote(failure: ParseFailure) -> YamlFault | None:
    if failure.context == "while scanning a quoted scalar":
        return YamlFault("yaml.quote-unclosed", *failure.started_at)
    if "escape" in failure.problem:
        column = max(failure.line.rfind("\\", 0, failure.at[1] + 1), 0)
        return YamlFault("yaml.escape", failure.at[0], column, {"written": failure.line[column : column + 2]})
    if failure.problem not in {"did not find expected key", "did not find expected ',' or ']'"}:
        return None
    for number in range(failure.at[0], -1, -1):
        line = failure.text(number)
        start = value_start(line)
        if line[start : start + 1] in {'"', "'"} and not closes(line[start:]):
            return YamlFault("yaml.quote-unclosed", number, start)
    return None


def _colon_in_braces(failure: ParseFailure) -> YamlFault | None:
    """Find a second colon in a value between braces: `{place: Huset: sal 2}`."""
    line, column = failure.line, failure.at[1]
    if failure.context != "while parsing a flow mapping" or line[column : column + 2] != ": ":
        return None
    start = line.rfind(": ", 0, column) + 2
    value = _UNTIL_NEXT.match(line, start)
    if start < 2 or value is None or value.end() <= column:
        return None
    params = {"written": value[0].strip(), "suggestion": quoted(value[0])}
    return YamlFault("yaml.colon-in-value", failure.at[0], start, params)


def _bracket(failure: ParseFailure) -> YamlFault | None:
    if failure.context.startswith("while parsing a flow"):
        return _open_bracket(failure)
    character = failure.line[failure.at[1] : failure.at[1] + 1]
    if character in {"]", "}"} and failure.problem.startswith("did not find expected"):
        return YamlFault("yaml.bracket-stray", *failure.at, {"bracket": character})
    return None


def _open_bracket(failure: ParseFailure) -> YamlFault | None:
    """Return the bracket that is not closed; where nothing follows it, the parser names a place after it."""
    last, column = failure.started_at
    for number in range(last, -1, -1):
        line = failure.text(number)
        at = max(line.rfind(bracket, 0, column + 1 if number == last else len(line)) for bracket in "[{")
        if at >= 0:
            return YamlFault("yaml.bracket-unclosed", number, at, {"bracket": line[at]})
    return None


def _tab(failure: ParseFailure) -> YamlFault | None:
    lead = failure.line[: len(failure.line) - len(failure.line.lstrip())]
    if "\t" in lead and (failure.at[1] <= len(lead) or "mapping" in failure.problem):
        return YamlFault("yaml.tab", failure.at[0], lead.index("\t"))
    if failure.line[failure.at[1] : failure.at[1] + 1] == "\t":
        return YamlFault("yaml.tab", *failure.at)
    return None


def _special_start(failure: ParseFailure) -> YamlFault | None:
    start = value_start(failure.line)
    value = failure.line[start:]
    if value[:1] and value[0] in "*&@%!`|>,?]}" and failure.at[1] >= start:
        return _start(failure.at[0], start, value)
    if value.startswith("- ") and "sequence" in failure.problem:
        return _start(failure.at[0], start, value)
    if "block sequence entries" in failure.problem and failure.line[: failure.at[1]].rstrip().endswith(":"):
        return _start(*failure.at, failure.line[failure.at[1] :])
    return None


def _start(line: int, column: int, value: str) -> YamlFault:
    params = {"character": value[0], "written": value.strip(), "suggestion": quoted(value)}
    return YamlFault("yaml.special-start", line, column, params)


def _after_quote(failure: ParseFailure) -> YamlFault | None:
    start = value_start(failure.line)
    value = failure.line[start:]
    if failure.problem != "did not find expected key" or failure.at[1] <= start:
        return None
    if match := _QUOTED.match(value):
        rest = value[match.end() :].strip()
        whole = value.strip()
        inside = whole[1:-1] if whole.endswith(whole[0]) else whole  # `"Nye", der vil` quotes one word only
        params = {"written": rest, "suggestion": quoted(inside)}
        return YamlFault("yaml.text-after-quote", failure.at[0], failure.at[1], params)
    if value[:1] in {"[", "{"}:
        return _start(failure.at[0], start, value)
    return None


def _colon(failure: ParseFailure) -> YamlFault | None:
    if "mapping values are not allowed" in failure.problem:
        start = value_start(failure.line)
        if failure.at[1] > start:
            value = failure.line[start:]
            params = {"written": value.strip(), "suggestion": quoted(value)}
            return YamlFault("yaml.colon-in-value", failure.at[0], start, params)
        return no_colon(failure.lines, _line_before(failure, failure.at[0]))
    if "could not find expected ':'" in failure.problem:
        return no_colon(failure.lines, failure.started_at[0]) or YamlFault(
            "yaml.no-colon", *failure.started_at, _written(failure, failure.started_at[0])
        )
    return None


def _written(failure: ParseFailure, number: int) -> dict[str, str]:
    return {"written": failure.text(number).strip()}


def _line_before(failure: ParseFailure, number: int) -> int:
    while number > 0:
        number -= 1
        if failure.text(number).strip() and not failure.text(number).lstrip().startswith("#"):
            return number
    return 0


def list_mark(lines: list[str], number: int) -> YamlFault | None:
    """Find the first of the items around a line that begin with no hyphen and blank: `• læse`, `-læse`."""
    while 0 < number < len(lines) and all(map(_MARKED.match, lines[number - 1 : number + 1])):
        number -= 1
    found = _MARKED.match(lines[number]) if 0 <= number < len(lines) else None
    if found is None:
        return None
    params = {"written": lines[number].strip(), "suggestion": f"- {found[2].strip()}"}
    return YamlFault("yaml.list-mark", number, found.end(1), params)


def _list_mark(failure: ParseFailure) -> YamlFault | None:
    numbers = (failure.at[0], failure.started_at[0], _line_before(failure, failure.at[0]))
    return next((fault for number in numbers if (fault := list_mark(failure.lines, number))), None)


def no_colon(lines: list[str], number: int) -> YamlFault | None:
    """Find a key glued to its value, or a line without a key, that the next line stumbled over."""
    line = lines[number] if number < len(lines) else ""
    column = len(line) - len(line.lstrip(" -"))
    if match := _GLUED.match(line):
        params = {"written": line.strip(), "suggestion": f"{match[1]}: {match[2].strip()}"}
        return YamlFault("yaml.no-space-after-colon", number, match.end(1), params)
    match_ = _LINE.match(line)
    if line.strip() and match_ and match_["key"] is None and not line.lstrip().startswith("-"):
        return YamlFault("yaml.no-colon", number, column, {"written": line.strip()})
    return None


def _document(failure: ParseFailure) -> YamlFault | None:
    if "<document start>" not in failure.problem:
        return None
    for number in range(min(failure.at[0], len(failure.lines) - 1), -1, -1):
        if failure.lines[number].startswith(("...", "%")):
            return YamlFault("yaml.two-documents", number, 0)
    return None


def _indentation(failure: ParseFailure) -> YamlFault | None:
    known = (
        "did not find expected key",
        "did not find expected '-'",
        "mapping values",
        "block sequence entries",
    )
    if failure.problem.startswith(known):
        column = len(failure.line) - len(failure.line.lstrip())
        return YamlFault("yaml.indentation", failure.at[0], column, _written(failure, failure.at[0]))
    return None


_DIAGNOSES: tuple[Callable[[ParseFailure], YamlFault | None], ...] = (
    _list_mark,
    _tab,
    _special_start,
    _quote,
    _colon_in_braces,
    _bracket,
    _after_quote,
    _colon,
    _document,
    _indentation,
)
