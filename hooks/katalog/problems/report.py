"""Problems as text, JSON, and annotations of a pull request.  Nothing is printed here."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from katalog.i18n.phrases import Phrases
from katalog.problems import Problem
from katalog.problems.codes import is_error, problem_kinds

LONGEST_QUOTE = 120
WHOLE = frozenset({"suggestion", "allowed"})
"""What is never cut: text to copy, and what there is to choose from."""
LONGEST_LINE = 160

_RED, _YELLOW, _BOLD, _DIM, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
_BRACES = re.compile(r"\{(\w+)\}")


def what(problem: Problem, phrases: Phrases) -> str:
    """Return what is wrong, in one sentence."""
    return _filled(phrases(f"{problem.code}.what"), problem.params)


def do(problem: Problem, phrases: Phrases) -> str:
    """Return what to do about it."""
    return _filled(phrases(f"{problem.code}.do"), problem.params)


def line_of(problem: Problem, phrases: Phrases) -> str:
    """Return `path:line:column  CODE  what is wrong.  What to do.`, the one line every report has."""
    where = f"{visible(problem.path)}:{visible(problem.place)}"
    return f"{where}  {problem_kinds()[problem.code].short}  {what(problem, phrases)}  {do(problem, phrases)}"


def format_text(
    problems: Iterable[Problem],
    phrases: Phrases,
    sources: Mapping[str, Sequence[str]] | None = None,
    *,
    colour: bool = False,
) -> str:
    """Return a line for each problem; with `sources` (lines by path) also the offending line and a marker."""
    return "".join(
        f"{each}\n" for problem in problems for each in _lines(problem, phrases, sources, colour=colour)
    )


def format_json(problems: Iterable[Problem], phrases: Phrases) -> str:
    """Return all problems as one JSON document."""
    return (
        json.dumps({"problems": [_record(each, phrases) for each in problems]}, ensure_ascii=False, indent=2)
        + "\n"
    )


def format_github(problems: Iterable[Problem], phrases: Phrases) -> str:
    """Return GitHub's workflow commands, one for each problem."""
    return "".join(f"{_command(problem, phrases)}\n" for problem in problems)


def visible(text: str) -> str:
    """Return a text in which nothing can act on a terminal or hide: such characters by their numbers."""
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    if character in "\n\t":
        return " "
    hidden = unicodedata.category(character)[0] == "C" or not character.isspace()
    return f"<U+{ord(character):04X}>" if hidden else character


def _filled(text: str, params: Mapping[str, str]) -> str:
    return _BRACES.sub(lambda match: _quote(params.get(match[1], "…"), whole=match[1] in WHOLE), text)


def counts_of(problems: Sequence[Problem], phrases: Phrases) -> str:
    """Return how many errors and warnings there are, as a sentence."""
    errors = sum(map(is_error, problems))
    found = (phrases.count("check.errors", errors), phrases.count("check.warnings", len(problems) - errors))
    return f"{', '.join(found)}."


def _quote(value: str, *, whole: bool) -> str:
    """Return a value as a message may hold it; what is to be pasted is never cut."""
    text = visible(value)
    return text if whole or len(text) <= LONGEST_QUOTE else f"{text[: LONGEST_QUOTE - 1]}…"


def _lines(
    problem: Problem, phrases: Phrases, sources: Mapping[str, Sequence[str]] | None, *, colour: bool
) -> Iterator[str]:
    yield _coloured(problem, phrases) if colour else line_of(problem, phrases)
    source = (sources or {}).get(problem.path, ())
    if not 1 <= problem.position.line <= len(source):
        return
    line, column = _window(source[problem.position.line - 1], problem.position.column)
    marker = " " * _width(line[: column - 1]) + "^"
    yield f"    {line}"
    yield f"    {_RED}{marker}{_PLAIN}" if colour else f"    {marker}"


def _coloured(problem: Problem, phrases: Phrases) -> str:
    tint = _RED if is_error(problem) else _YELLOW
    where, code, rest = line_of(problem, phrases).split("  ", 2)
    return f"{_BOLD}{where}{_PLAIN}  {tint}{code}{_PLAIN}  {rest}"


def _window(line: str, column: int) -> tuple[str, int]:
    """Cut a long line around the marked column; every character takes one place, whatever it was."""
    shown = "".join(character if character.isprintable() else " " for character in line)
    start = max(0, min(column - LONGEST_LINE // 2, len(shown) - LONGEST_LINE))
    return shown[start : start + LONGEST_LINE], column - start


def _width(text: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(character) in "WF") for character in text)


def _record(problem: Problem, phrases: Phrases) -> dict[str, object]:
    rule = problem_kinds()[problem.code]
    found: dict[str, object] = {
        "path": problem.path,
        "line": problem.position.line,
        "column": problem.position.column,
        "code": rule.short,
        "name": rule.code,
        "severity": rule.severity,
        "what": what(problem, phrases),
        "do": do(problem, phrases),
    }
    if suggestion := problem.params.get("suggestion"):
        found["suggestion"] = suggestion
    if problem.sheet:
        found["cell"] = problem.place
    return found


def _command(problem: Problem, phrases: Phrases) -> str:
    position, rule = problem.position, problem_kinds()[problem.code]
    where = f"file={_property(problem.path)},line={position.line},col={position.column},title={rule.short}"
    return f"::{rule.severity} {where}::{_data(f'{what(problem, phrases)} {do(problem, phrases)}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
