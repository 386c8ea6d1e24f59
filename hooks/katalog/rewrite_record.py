"""Rewrites an editor's file in canonical form: dates as ISO 8601, prices as amount and code, fields in order.

Nothing else changes: edits are made on the lines where values stand, and one that would change anything
but the notation is not made.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from katalog.money import read_money
from katalog.problems import InvalidValueError
from katalog.schema.fields import fields_of
from katalog.schema.presentation import field_order
from katalog.source import KatalogHandler, read_source
from katalog.source.front import replace_front
from katalog.source.yaml_text import scalar
from katalog.when import read_when

if TYPE_CHECKING:
    from collections.abc import Iterator

    from katalog.schema.record_parts import Part
    from katalog.source import Loc, Tree

_TOKEN = re.compile(r"\"[^\"\\]*\"|'[^']*'|[^\s\"'#\[\]{}](?:[^#]|(?<! )#)*?(?=\s+#|\s*$)")
_FLOW_TOKEN = re.compile(r"\"[^\"\\]*\"|'[^']*'|[^\s\"'#\[\]{},](?:[^#,\]}])*?(?=\s*[,\]}]|\s+#|\s*$)")


def rewrite_record(path: str, data: bytes, model: type[Part], language: str) -> bytes:
    """Return a record's file in canonical form; one with problems, or mixed line endings, is left alone."""
    source, problems = read_source(path, data)
    if source is None or problems or not source.tree.data:
        return data
    text = data.decode("utf-8")
    ending = "\r\n" if "\r\n" in text else "\n"
    unix = text.replace(ending, "\n")
    if "\r" in unix or unix.replace("\n", ending) != text:
        return data
    lines = _rewrite_values(source.tree, model, language)
    front = "".join(f"{line}\n" for line in _reorder(lines, model))
    return replace_front(unix, front).replace("\n", ending).encode()


def _rewrite_values(tree: Tree, model: type[Part], language: str) -> list[str]:
    """Return front matter's lines with dates and prices replaced, the last on a line first."""
    lines = tree.text.removesuffix("\n").split("\n")
    found = sorted(_values(tree.data, model, ()), key=lambda each: tree.position_of(each[0]), reverse=True)
    for loc, kind, written in found:
        position = tree.position_of(loc)
        number = position.line - tree.first_line
        line = lines[number]
        match = _token_at(line, position.column - 1)
        better = _canonical(kind, written, language)
        if match and better and match[0].strip("\"'") == written and better != written:
            mark = match[0][0]
            new = f"{mark}{better}{mark}" if mark in "\"'" else scalar(better)
            lines[number] = line[: match.start()] + new + line[match.end() :]
    return lines


def _token_at(line: str, column: int) -> re.Match[str] | None:
    before = line[:column]
    in_brackets = before.count("[") + before.count("{") > before.count("]") + before.count("}")
    return (_FLOW_TOKEN if in_brackets else _TOKEN).match(line, column)


def _values(data: Any, model: type[Part], at: Loc) -> Iterator[tuple[Loc, str, str]]:
    """Yield place, kind and text of every date and price in raw front matter."""
    if not isinstance(data, dict):
        return
    for field in fields_of(model):
        value = data.get(field.name)
        items = enumerate(value) if isinstance(value, list) else ((None, value),)
        for position, item in items:
            loc = (*at, field.name) if position is None else (*at, field.name, position)
            if field.part:
                yield from _values(item, field.part, loc)
            elif isinstance(item, str) and field.kind in {"date", "money"}:
                yield loc, field.kind, item


def _canonical(kind: str, written: str, language: str) -> str | None:
    """Return the canonical form, if it means the same."""
    try:
        if kind == "date":
            when = read_when(written, language)
            return when.iso if read_when(when.iso, language) == when else None
        money = read_money(written, language)
        return money.canonical if read_money(money.canonical, language) == money else None
    except InvalidValueError:
        return None


def _reorder(lines: list[str], model: type[Part]) -> list[str]:
    """Put fields in the models' order; each takes the comments directly above it along."""
    handler = KatalogHandler()
    data = handler.load("\n".join(lines))
    keys = {loc[0]: position for loc, position in handler.tree.keys.items() if len(loc) == 1}
    names = {position.line - handler.tree.first_line: str(name) for name, position in keys.items()}
    starts = sorted(names)
    if len(names) != len(data):
        return lines
    head, tail = _header(lines, starts[0]), _tail(lines)
    cuts = [head, *(_with_comments(lines, start, starts[0]) for start in starts[1:]), tail]
    order = {name: position for position, name in enumerate(field_order(model))}
    blocks = [
        (order[names[start]], lines[cut:after])
        for start, cut, after in zip(starts, cuts, cuts[1:], strict=False)
    ]
    blocks.sort(key=lambda block: block[0])
    return [*lines[:head], *(line for _, block in blocks for line in block), *lines[tail:]]


def _with_comments(lines: list[str], start: int, first: int) -> int:
    """Return the first line of the comments directly above a field."""
    while start - 1 > first and lines[start - 1].startswith("#"):
        start -= 1
    return start


def _header(lines: list[str], start: int) -> int:
    """Return the line after the comments that open the front matter and are no field's."""
    while start > 0 and lines[start - 1].startswith("#"):
        start -= 1
    return start


def _tail(lines: list[str]) -> int:
    """Return the first of the comments and blank lines that close the front matter."""
    end = len(lines)
    while lines[end - 1].startswith("#") or not lines[end - 1].strip():
        end -= 1
    return end
