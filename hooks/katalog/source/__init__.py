"""Source: the bytes of one file to its front matter, with places, and its body."""

from __future__ import annotations

from dataclasses import dataclass

from katalog.problems import Place, Problem
from katalog.source.decode import decode
from katalog.source.tree import Loc, Tree, read_tree

__all__ = ["Loc", "Source", "Tree", "read_source"]

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class Source:
    """A record's file: front matter as a tree, body as text; `body_line` is the body's first line."""

    path: str
    tree: Tree
    body: str
    body_line: int


def read_source(path: str, data: bytes) -> tuple[Source | None, list[Problem]]:
    """Read one file; `path` is relative to the project.  With problems there may be no source."""
    text, problems = decode(path, data)
    if problems:
        return None, problems
    front, body, body_line, problems = _split(path, text)
    if problems:
        return None, problems
    tree, problems = read_tree(path, front, 2)
    return (None if problems else Source(path, tree, body, body_line)), problems


def _split(path: str, text: str) -> tuple[str, str, int, list[Problem]]:
    lines = text.split("\n")
    if not text.strip():
        return "", "", 1, [Problem(path, Place(), "file.empty")]
    if lines[0].rstrip() != _FENCE:
        return "", "", 1, [Problem(path, Place(), "file.no-front-matter")]
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == _FENCE:
            front = "\n".join(lines[1:number]) + "\n"
            return front, "\n".join(lines[number + 1 :]), number + 2, []
    return "", "", 1, [Problem(path, Place(), "file.front-matter-unclosed")]
