"""The entry of one kind of problem."""

from __future__ import annotations

from msgspec import Struct

from katalog.problems import Severity


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
