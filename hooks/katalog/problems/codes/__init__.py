"""Every kind of problem: its code with its printed form, severity, rule and examples.

They stand in the files beside this one, a file for each subject.  Texts stand in `locale/editor/`:
`<code>.what`, `<code>.do` and `rule.<rule>`.  A printed code (`K104`) is never given to another problem:
editors search for it.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from msgspec import Struct, convert, toml

from katalog.problems import Problem, Severity

SUBJECTS = ("files", "front", "fields", "dates", "money", "links", "text", "people", "setup", "sheets")


class ProblemKind(Struct, frozen=True):
    """A problem: its printed code, its name, the rule it breaks (`rule.<rule>` in the texts), and examples.

    `bad` and `good` are snippets of a record, or names of files; they are shown, never read.
    """

    short: str
    code: str
    rule: str
    bad: str
    good: str
    severity: Severity = "error"


@cache
def kinds_by_subject() -> Mapping[str, tuple[ProblemKind, ...]]:
    """Return the problems by subject, in the order of their printed codes."""
    return {subject: tuple(_read(subject)) for subject in SUBJECTS}


def _read(subject: str) -> list[ProblemKind]:
    table = toml.decode(Path(__file__).with_name(f"{subject}.toml").read_bytes())
    return [convert({"short": short} | kind, ProblemKind) for short, kind in table.items()]


@cache
def problem_kinds() -> Mapping[str, ProblemKind]:
    """Return the problems by name, in the order of their printed codes."""
    return {kind.code: kind for kinds in kinds_by_subject().values() for kind in kinds}


def find_kind(code: str) -> ProblemKind | None:
    """Return the problem with that name or printed code, in any case."""
    by_short = {kind.short: kind for kind in problem_kinds().values()}
    return problem_kinds().get(code.casefold()) or by_short.get(code.upper())


def severity_of(code: str) -> Severity:
    """Return whether a problem of that code stops the build."""
    return problem_kinds()[code].severity


def is_error(problem: Problem) -> bool:
    """Return whether a problem stops the build."""
    return severity_of(problem.code) == "error"
