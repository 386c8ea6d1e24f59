"""Other records as schema.org's things: whole, or by their addresses alone."""

from __future__ import annotations

from collections.abc import Iterable

from katalog.feeds.json_data import part_models
from katalog.feeds.json_ld_types import Node, Thing


def thing(reference: part_models.Reference | None, type_: str = "Organization") -> Thing | None:
    """Return another record as a node of its own, by its address where it has one."""
    return Thing(type=type_, id=reference.url, name=reference.title) if reference else None


def things(references: Iterable[part_models.Reference], type_: str = "Organization") -> tuple[Thing, ...]:
    """Return other records."""
    return tuple([Thing(type=type_, id=each.url, name=each.title) for each in references])


def by_address(found: Iterable[Thing]) -> tuple[Node, ...]:
    """Return nodes that stand elsewhere on the page by their addresses alone, where they have one."""
    return tuple([Node(id=each.id) if each.id else each for each in found])
