"""YAML front matter as plain data with the place of every key and value.

Scalars stay text: what they mean is the schema's to say, so `no`, `9.00` and `007` are what the
editor wrote.  Only a missing value (nothing, `~`, `null`) is `None`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from msgspec import Struct, field

from katalog.problems import Place, Problem
from katalog.source.diagnose import Slip, diagnose, no_colon
from katalog.source.traps import odd_spaces, scalar_trap

if TYPE_CHECKING:
    from collections.abc import Iterator

Loc = tuple[str | int, ...]
"""The path of a value: keys of mappings and positions in lists."""

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
MAX_DEPTH = 12
MAX_NODES = 20_000
FORBIDDEN_KEYS = frozenset({"<<"})


class Tree(Struct, frozen=True):
    """Front matter: the data, and where in the file each value and each key stands."""

    data: dict[str, Any] = field(default_factory=dict)
    values: dict[Loc, Place] = field(default_factory=dict)
    keys: dict[Loc, Place] = field(default_factory=dict)

    def place_of(self, loc: Loc) -> Place:
        """Return the place of the value at `loc`, or of the nearest one around it."""
        while loc and loc not in self.values:
            loc = loc[:-1]
        return self.values.get(loc, Place())

    def key_place(self, loc: Loc) -> Place:
        """Return the place of the key at `loc`."""
        return self.keys.get(loc) or self.place_of(loc)


class _StoppedError(Exception):
    """Ends reading at the first fault that makes the rest meaningless."""


class _Builder:
    """Reads one document from the parser's events; collects faults instead of raising them."""

    def __init__(self, path: str, text: str, first_line: int) -> None:
        self.tree = Tree()
        self.problems: list[Problem] = []
        self.lines = text.split("\n")
        self._path, self._first_line = path, first_line
        self._events: Iterator[yaml.Event] = iter(yaml.CLoader(text).get_event, None)

    def document(self) -> Any:
        event = next(self._events)
        while isinstance(event, (yaml.StreamStartEvent, yaml.DocumentStartEvent)):
            event = next(self._events)
        if isinstance(event, yaml.StreamEndEvent):
            return None
        value = self._value(event, ())
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._fault(event, "yaml.two-documents")
                raise _StoppedError
        return value

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(mark.line + self._first_line, mark.column + 1)

    def _fault(self, event: yaml.Event, code: str, **params: str) -> None:
        self.problems.append(Problem(self._path, self._place(event), code, params))

    def slip(self, slip: Slip) -> None:
        """Record a slip, whose place counts from the first line of the front matter."""
        place = Place(slip.line + self._first_line, slip.column + 1)
        self.problems.append(Problem(self._path, place, slip.code, slip.params))

    def _value(self, event: Any, loc: Loc) -> Any:
        mark = event.start_mark
        self.tree.values[loc] = Place(mark.line + self._first_line, mark.column + 1)
        if event.anchor is not None or event.tag is not None:
            self._refuse_machinery(event)
        if len(loc) > MAX_DEPTH or len(self.tree.values) > MAX_NODES:
            self._fault(event, "yaml.too-deep" if len(loc) > MAX_DEPTH else "yaml.too-many")
            raise _StoppedError
        if isinstance(event, yaml.ScalarEvent):
            if slip := scalar_trap(self.lines, event):
                self.slip(slip)
            return None if not event.style and event.value in NOTHING else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(loc)
        return self._mapping(loc) if isinstance(event, yaml.MappingStartEvent) else None

    def _refuse_machinery(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._fault(event, "yaml.alias", written=f"*{event.anchor}")
        elif anchor := getattr(event, "anchor", None):
            self._fault(event, "yaml.anchor", written=f"&{anchor}")
        if tag := getattr(event, "tag", None):
            self._fault(event, "yaml.tag", written=str(tag))

    def _list(self, loc: Loc) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._value(event, (*loc, len(items))))
        return items

    def _mapping(self, loc: Loc) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event)
            first = self.tree.keys.get((*loc, key)) if key in found else None
            if first:
                self._fault(event, "yaml.key-twice", key=key, line=str(first.line))
            self.tree.keys[*loc, key] = self._place(event)
            found[key] = self._value(next(self._events), (*loc, key))
        return found

    def _key(self, event: Any) -> str:
        if event.anchor is not None or event.tag is not None:
            self._refuse_machinery(event)
        if not isinstance(event, yaml.ScalarEvent):
            self._fault(event, "yaml.key-not-text")
            raise _StoppedError
        if event.value in FORBIDDEN_KEYS and not event.style:
            self._fault(event, "yaml.merge-key")
        return str(event.value)


def read_tree(path: str, text: str, first_line: int) -> tuple[Tree, list[Problem]]:
    """Read front matter that begins on `first_line` of `path`; linear in its length."""
    builder = _Builder(path, text, first_line)
    for slip in odd_spaces(text):
        builder.slip(slip)
    if not builder.problems:
        _read(builder, path, first_line)
    return builder.tree, builder.problems


def _read(builder: _Builder, path: str, first_line: int) -> None:
    try:
        data = builder.document()
    except _StoppedError:
        return
    except yaml.MarkedYAMLError as error:
        builder.problems = [each for each in builder.problems if each.code != "yaml.value-runs-over"]
        if not builder.problems:
            builder.slip(diagnose(builder.lines, error))
        return
    if isinstance(data, dict):
        builder.tree.data.update(data)
    elif data is not None:
        builder.problems.append(_not_a_mapping(builder, path, first_line, data))


def _not_a_mapping(builder: _Builder, path: str, first_line: int, data: Any) -> Problem:
    """A single line without `key: value` reads as one text; a list as a list."""
    place = builder.tree.place_of(())
    if isinstance(data, str) and (glued := no_colon(builder.lines, place.line - first_line)):
        return Problem(path, Place(glued.line + first_line, glued.column + 1), glued.code, glued.params)
    return Problem(path, place, "yaml.not-a-mapping")
