"""Every kind of problem: its code with its printed form, severity, rule and examples.

Texts stand in `locale/editor/`: `<code>.what`, `<code>.do` and `rule.<rule>`.  A printed code (`K104`)
is never given to another problem: editors search for it.
"""

from __future__ import annotations

from katalog.problems import Problem, Severity
from katalog.problems.codes import (
    dates,
    fields,
    files,
    front_matter,
    money,
    people,
    programme,
    references,
    settings,
    sheets,
    text,
)
from katalog.problems.codes.kind import ProblemKind

__all__ = ["GROUPS", "ProblemKind", "find_kind", "is_error", "severity_of"]

GROUPS: dict[str, tuple[ProblemKind, ...]] = {
    "files": files.KINDS,
    "front": front_matter.KINDS,
    "fields": fields.KINDS,
    "dates": (*dates.KINDS, *programme.KINDS),
    "money": money.KINDS,
    "links": references.KINDS,
    "text": text.KINDS,
    "people": people.KINDS,
    "setup": settings.KINDS,
    "sheets": sheets.KINDS,
}
"""Problems by subject, in the order of their printed codes."""

PROBLEM_KINDS: dict[str, ProblemKind] = {rule.code: rule for rules in GROUPS.values() for rule in rules}
"""All problems by name, in the order of their printed codes."""

_SHORT = {rule.short: rule for rule in PROBLEM_KINDS.values()}


def find_kind(code: str) -> ProblemKind | None:
    """Return the problem with that name or printed code, in any case."""
    return PROBLEM_KINDS.get(code.casefold()) or _SHORT.get(code.upper())


def severity_of(code: str) -> Severity:
    """Return whether a problem of that code stops the build."""
    return PROBLEM_KINDS[code].severity


def is_error(problem: Problem) -> bool:
    """Return whether a problem stops the build."""
    return severity_of(problem.code) == "error"
