"""YAML front matter as plain data with the place of every key and value.

Scalars stay text: what they mean is the schema's to say, so `no`, `9.00` and `007` are what the
editor wrote.  Only a missing value (nothing, `~`, `null`) is `None`.
"""

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import Any

import yaml
from msgspec import Struct, field
from yaml import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from katalog.problems import Position, Problem
from katalog.source.suspicious_yaml import suspicious_scalar, suspicious_spaces
from katalog.source.yaml_mistakes import YamlFault, diagnose, no_colon

Loc = tuple[str | int, ...]
"""The path of a value: keys of mappings and positions in lists."""


def position_of(found: yaml.Node | yaml.Event) -> Position:
    """Return where a node or an event begins in the text that was parsed."""
    mark: Any = found.start_mark  # the parser in C gives every one of them one
    return Position(mark.line + 1, mark.column + 1)


def field_at(loc: Loc) -> str:
    """Return the field that the value at `loc` is of, or is an item of; empty for none."""
    return next((each for each in reversed(loc) if isinstance(each, str)), "")


NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
MAX_DEPTH = 12
MAX_NODES = 20_000
FORBIDDEN_KEYS = frozenset({"<<"})


class Tree(Struct, frozen=True, dict=True):
    """Front matter: the data, and where in the file each value and each key stands.

    Places are found by reading the text again, once, when the first is asked for: most trees are
    never asked, for nothing is wrong with them.
    """

    data: dict[str, Any] = field(default_factory=dict)
    text: str = ""
    first_line: int = 1

    def without_data(self) -> "Tree":
        """Return only where everything stands: a record holds the data as its fields."""
        return Tree({}, self.text, self.first_line)

    @cached_property
    def values(self) -> dict[Loc, Position]:
        """Return where each value stands."""
        return {loc: self._position(node) for loc, _, node in self._nodes}

    @cached_property
    def keys(self) -> dict[Loc, Position]:
        """Return where each key stands; an item of a list has none."""
        return {loc: self._position(key) for loc, key, _ in self._nodes if key}

    @cached_property
    def _nodes(self) -> list[tuple[Loc, yaml.Node | None, yaml.Node]]:
        root = yaml.compose(self.text, Loader=yaml.CBaseLoader)
        return list(_below((), None, root)) if root else []

    def _position(self, node: yaml.Node) -> Position:
        return position_of(node).below(self.first_line)

    def position_of(self, loc: Loc) -> Position:
        """Return the place of the value at `loc`, or of the nearest one around it."""
        while loc and loc not in self.values:
            loc = loc[:-1]
        return self.values.get(loc, Position())

    def lines_of(self, field: str) -> slice | None:
        """Return which lines of the file a field of the front matter itself takes, if it is there."""
        if (field,) not in self.keys:
            return None
        start = self.keys[field,].line - 1
        later = [each.line - 1 for loc, each in self.keys.items() if len(loc) == 1 and each.line - 1 > start]
        return slice(start, min(later, default=self.end))

    @property
    def end(self) -> int:
        """The number of lines of the file before the end of the front matter."""
        return self.first_line - 1 + self.text.count("\n")

    def key_position(self, loc: Loc) -> Position:
        """Return the place of the key at `loc`."""
        return self.keys.get(loc) or self.position_of(loc)


def scalars_in(data: Any, at: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Yield every text in front matter with its path."""
    if isinstance(data, str):
        yield at, data
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield from scalars_in(value, (*at, key))


def _below(
    loc: Loc, key: yaml.Node | None, node: yaml.Node
) -> Iterator[tuple[Loc, yaml.Node | None, yaml.Node]]:
    yield loc, key, node
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _below((*loc, name.value), name, value)
    elif isinstance(node, yaml.SequenceNode):
        for position, item in enumerate(node.value):
            yield from _below((*loc, position), None, item)


class _StoppedError(Exception):
    """Ends reading at the first fault that makes the rest meaningless."""


class _Builder:
    """Reads one document from the parser's events; collects faults instead of raising them."""

    def __init__(self, path: str, text: str, first_line: int) -> None:
        self.problems: list[Problem] = []
        self.lines = text.split("\n")
        self._path, self._first_line = path, first_line
        self._next: Callable[[], Any] = partial(next, yaml.parse(text, Loader=yaml.CBaseLoader), None)
        self._may_be_suspicious = "#" in text or '"' in text  # else only what runs over several lines does
        self._count = 0
        self.root = Position()

    def document(self) -> Any:
        event = self._next()
        while isinstance(event, (StreamStartEvent, DocumentStartEvent)):
            event = self._next()
        if isinstance(event, StreamEndEvent):
            return None
        self.root = self._position(event)
        value = self._value(event, 0)
        while event := self._next():
            if isinstance(event, DocumentStartEvent):
                self._fault(event, "yaml.two-documents")
                raise _StoppedError
        return value

    def _position(self, event: Any) -> Position:
        return position_of(event).below(self._first_line)

    def _fault(self, event: yaml.Event, code: str, **params: str) -> None:
        self.problems.append(Problem(self._path, self._position(event), code, params))

    def fault(self, fault: YamlFault) -> None:
        """Record a fault, whose place counts from the first line of the front matter."""
        position = Position(fault.line + self._first_line, fault.column + 1)
        self.problems.append(Problem(self._path, position, fault.code, fault.params))

    def _value(self, event: Any, depth: int) -> Any:
        if event.anchor is not None or event.tag is not None:
            self._refuse_machinery(event)
        self._count += 1
        if depth > MAX_DEPTH or self._count > MAX_NODES:
            self._fault(event, "yaml.too-deep" if depth > MAX_DEPTH else "yaml.too-many")
            raise _StoppedError
        kind = type(event)
        if kind is ScalarEvent:
            text: str = event.value
            if self._may_be_suspicious or event.start_mark.line != event.end_mark.line:
                self._check_scalar(event)
            return None if text in NOTHING and not event.style else text
        if kind is SequenceStartEvent:
            return self._list(depth + 1)
        return self._mapping(depth + 1) if kind is MappingStartEvent else None

    def _check_scalar(self, event: Any) -> None:
        if fault := suspicious_scalar(self.lines, event):
            self.fault(fault)

    def _refuse_machinery(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._fault(event, "yaml.alias", written=f"*{event.anchor}")
        elif anchor := getattr(event, "anchor", None):
            self._fault(event, "yaml.anchor", written=f"&{anchor}")
        if tag := getattr(event, "tag", None):
            self._fault(event, "yaml.tag", written=str(tag))

    def _list(self, depth: int) -> list[Any]:
        items: list[Any] = []
        following, value = self._next, self._value
        while type(event := following()) is not SequenceEndEvent:
            items.append(value(event, depth))
        return items

    def _mapping(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        keys: dict[str, Any] = {}
        following, value = self._next, self._value
        while type(event := following()) is not MappingEndEvent:
            if type(event) is not ScalarEvent or event.anchor is not None or event.tag is not None:
                self._refuse_key(event)
            key: str = event.value
            if key in keys:
                self._fault(event, "yaml.key-twice", key=key, line=str(self._position(keys[key]).line))
            elif key in FORBIDDEN_KEYS and not event.style:
                self._fault(event, "yaml.merge-key")
            keys[key] = event
            found[key] = value(following(), depth)
        return found

    def _refuse_key(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_machinery(event)
        if type(event) is not ScalarEvent:
            self._fault(event, "yaml.key-not-text")
            raise _StoppedError


def read_tree(path: str, text: str, first_line: int) -> tuple[Tree, list[Problem]]:
    """Read front matter that begins on `first_line` of `path`; linear in its length."""
    builder = _Builder(path, text, first_line)
    for fault in suspicious_spaces(text):
        builder.fault(fault)
    data = _read(builder, path, first_line) if not builder.problems else {}
    return Tree(data, text, first_line), builder.problems


def _read(builder: _Builder, path: str, first_line: int) -> dict[str, Any]:
    try:
        data = builder.document()
    except _StoppedError:
        return {}
    except yaml.MarkedYAMLError as error:
        builder.problems = [each for each in builder.problems if each.code != "yaml.value-runs-over"]
        if not builder.problems:
            builder.fault(diagnose(builder.lines, error))
        return {}
    if isinstance(data, dict):
        return data
    if data is not None:
        builder.problems.append(_not_a_mapping(builder, path, first_line, data))
    return {}


def _not_a_mapping(builder: _Builder, path: str, first_line: int, data: Any) -> Problem:
    """A single line without `key: value` reads as one text; a list as a list."""
    position = builder.root
    if isinstance(data, str) and (glued := no_colon(builder.lines, position.line - first_line)):
        return Problem(path, Position(glued.line + first_line, glued.column + 1), glued.code, glued.params)
    return Problem(path, position, "yaml.not-a-mapping")
