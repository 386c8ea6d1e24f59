"""What programs (`hooks/`) and templates (`overrides/`) of a site fail with, as a problem at their line."""

from collections.abc import Callable, Iterator
from linecache import getline
from pathlib import Path
from typing import NamedTuple

from katalog.problems import Position, Problem

PROGRAMS, TEMPLATES = "hooks", "overrides"
MAIN = "hooks/main.py"
_ENGINE = f"{PROGRAMS}/katalog/"
"""The engine itself, where a repository holds it beside a site."""


class OwnCodeError(Exception):
    """A failure of the site's own code whose problem is known; of another process nothing else is left."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def words_of(failed: BaseException) -> str:
    """Return what a failure says, in the words of Python or Jinja."""
    return f"{type(failed).__name__}: {failed}".rstrip(" .:")


def problem_at(function: Callable[..., object], root: Path, code: str, **params: str) -> Problem:
    """Return a problem at a function of the site's own."""
    at = getattr(function, "__code__", None)
    path = _own_path(at.co_filename, root) if at else ""
    return Problem(path or MAIN, Position(at.co_firstlineno if at and path else 1), code, params)


class _Place(NamedTuple):
    path: str
    line: int
    function: str


def own_failure(failed: BaseException, root: Path, name: str = "") -> Problem | None:
    """Return the problem at the last line of the site's own that a failure came from; nothing where none did.

    `name` is what to call the program; without it the function that failed.
    """
    if isinstance(failed, OwnCodeError):
        return failed.problem
    places = [*_places(failed, root)]
    if not places:
        return None
    last, written = places[-1], words_of(failed)
    if last.path.startswith(f"{TEMPLATES}/"):
        return Problem(last.path, Position(last.line), "look.template", {"written": written})
    params = {"written": written, "name": name or last.function}
    return Problem(last.path, Position(last.line), "own.failed", params)


def _places(failed: BaseException, root: Path) -> Iterator[_Place]:
    """Yield the site's own lines that a failure passed through, the one it began in last."""
    trace = failed.__traceback__
    while trace:
        code = trace.tb_frame.f_code
        path = _own_path(code.co_filename, root)
        if path and not _leads_to_engine(code.co_filename, trace.tb_lineno, code.co_name):
            yield _Place(path, trace.tb_lineno, code.co_name)
        trace = trace.tb_next
    if isinstance(failed, SyntaxError) and (path := _own_path(failed.filename or "", root)):
        yield _Place(path, failed.lineno or 1, path)


def _own_path(file: str, root: Path) -> str:
    """Return the path of a site's own file below `root`; empty of any other file."""
    path = Path(file).relative_to(root).as_posix() if Path(file).is_relative_to(root) else ""
    return path if path.startswith((f"{PROGRAMS}/", f"{TEMPLATES}/")) and not path.startswith(_ENGINE) else ""


def _leads_to_engine(file: str, line: int, function: str) -> bool:
    """Tell a template's `extends`: what comes after it in the trace is another template's."""
    return function == "top-level template code" and "extends" in getline(file, line)
