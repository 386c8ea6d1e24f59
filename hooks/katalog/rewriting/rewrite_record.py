"""Rewrites an editor's file in canonical form: dates as ISO 8601, prices as amount and code, fields in order.

Nothing else changes: edits are made on the lines where values stand, and one that would change anything
but the notation is not made.
"""

import re
from collections.abc import Iterator
from typing import Any

from katalog.money import read_money
from katalog.problems import InvalidValueError
from katalog.schema.field_introspection import fields_of
from katalog.schema.field_order import field_order
from katalog.schema.record_parts import Part
from katalog.source import KatalogHandler, Loc, Tree, read_source
from katalog.source.front_matter import replace_front
from katalog.source.yaml_text import scalar
from katalog.source.yaml_tree import scalars_in
from katalog.when.reading import read_when

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


def mark_past_values(path: str, text: str, model: type[Part]) -> str:
    """Return a record's text with every date, price and state in brackets, to be filled in anew.

    Former ids are left out: they lead to the record that it is copied from.
    """
    source, _ = read_source(path, text.encode())
    if source is None:
        return text
    tree, lines = source.tree, text.splitlines(keepends=True)
    found = [(loc, written) for loc, _, written in _values(tree.data, model, ())]
    found += [(loc, value) for loc, value in scalars_in(tree.data) if loc[-1] == "status"]
    found += _short_forms(tree.data, model, ())
    for loc, written in sorted(found, key=lambda each: tree.position_of(each[0]), reverse=True):
        position = tree.position_of(loc)
        line = lines[position.line - 1]
        match = _token_at(line.rstrip("\r\n"), position.column - 1)
        if match and match[0].strip("\"'") == written:
            lines[position.line - 1] = f'{line[: match.start()]}"⟦{written}⟧"{line[match.end() :]}'
    return "".join(_without_former_ids(lines, tree))


def _short_forms(data: Any, model: type[Part], at: Loc) -> Iterator[tuple[Loc, str]]:
    """Yield the dates and prices that stand for a whole session or price."""
    for field in fields_of(model):
        written = data.get(field.name) if isinstance(data, dict) and field.part else None
        for position, item in enumerate(written) if isinstance(written, list) else ((None, written),):
            loc = (*at, field.name) if position is None else (*at, field.name, position)
            if isinstance(item, str) and _passes(field.part, item):
                yield loc, item
            elif isinstance(item, dict) and len(item) == 1 and not item.keys() & {*_kinds(field.part)}:
                yield from (((*loc, key), text) for key, text in item.items() if _passes(field.part, item))
            elif isinstance(item, dict) and field.part:
                yield from _short_forms(item, field.part, loc)


def _passes(part: type[Part] | None, item: Any) -> bool:
    """Whether a short form stands for a price, or for a date and nothing else."""
    try:
        whole = part.expand_shorthand(item) if part else item
    except InvalidValueError:
        return False
    kinds = [_kinds(part).get(name) for name in whole] if isinstance(whole, dict) else []
    return "money" in kinds or kinds == ["date"]


def _kinds(part: type[Part] | None) -> dict[str, str]:
    return {field.name: field.kind for field in fields_of(part)} if part else {}


def _without_former_ids(lines: list[str], tree: Tree) -> list[str]:
    own = tree.lines_of("redirect_from")
    return [*lines[: own.start], *lines[own.stop :]] if own else lines


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
