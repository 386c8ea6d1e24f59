"""The one catalogue of problems: every code with its printed form, severity, rule and examples.

Texts stand in `locale/editor/`: `<code>.what`, `<code>.do` and `rule.<rule>`.  A printed code (`K104`)
is never given to another problem: editors search for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from katalog.problem_codes import dates, fields, files, front, links, money, people, setup, text
from katalog.problem_codes.rule import Rule

if TYPE_CHECKING:
    from katalog.problems import Severity

__all__ = ["CATALOGUE", "GROUPS", "Rule", "find_rule", "severity_of"]

GROUPS: dict[str, tuple[Rule, ...]] = {
    "files": files.RULES,
    "front": front.RULES,
    "fields": fields.RULES,
    "dates": dates.RULES,
    "money": money.RULES,
    "links": links.RULES,
    "text": text.RULES,
    "people": people.RULES,
    "setup": setup.RULES,
}
"""Problems by subject, in the order of their printed codes."""

CATALOGUE: dict[str, Rule] = {rule.code: rule for rules in GROUPS.values() for rule in rules}
"""All problems by name, in the order of their printed codes."""

_SHORT = {rule.short: rule for rule in CATALOGUE.values()}


def find_rule(code: str) -> Rule | None:
    """Return the problem with that name or printed code, in any case."""
    return CATALOGUE.get(code.casefold()) or _SHORT.get(code.upper())


def severity_of(code: str) -> Severity:
    """Return whether a problem stops the build."""
    return CATALOGUE[code].severity
