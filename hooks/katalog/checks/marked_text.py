"""A Markdown text beside what the renderer made of it: where each element stands, and what was left over.

The renderer says where every element of its HTML stands in the source.  Whatever it understood is blotted
out here, so that what remains of the source is what readers see as it was typed.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from katalog.markdown import render_with_places

CODE, LINK, MARKUP = "\x00", "\x01", "\x02"
"""What stands in `rest` for code, for a link or picture, and for other markup that was understood."""

_ELEMENT = re.compile(
    r"<(?P<close>/?)(?P<name>ol|ul|li|pre|code|a|img|sup|strong|em|del|div|table|tr|td|th|h[1-6])\b"
    r'(?:[^>]*? data-sourcepos="(?P<place>[\d:-]+)")?[^>]*>'
)
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
_DEFINED = re.compile(r"^(?P<lead>(?:[\s>]|[-+*] |\d+[.)] )*)(?:\[\^[^\]\s]+\]:|\[[^\]\n]+\]:\s*<?\S+)")
_ALERT = re.compile(r"\[!\w+\]")
_DELIMITER = {"strong": 2, "em": 1, "del": 2}


class Element:
    """One element of the HTML and where it stands, from `begin` to `end` (line and column, from 1).

    `inside` is the innermost list around it.
    """

    __slots__ = ("begin", "end", "inside", "name")

    def __init__(self, name: str, place: str, inside: str) -> None:
        first, _, last = place.partition("-")
        self.name = name
        self.begin = _numbers(first)
        self.end = _numbers(last)
        self.inside = inside

    @property
    def lines(self) -> range:
        """The lines it stands on."""
        return range(self.begin[0], self.end[0] + (1 if self.end[1] else 0))


def _numbers(text: str) -> tuple[int, int]:
    line, _, column = text.partition(":")
    return int(line), int(column)


class MarkedText:
    """A text, its lines (line 1 is `lines[0]`), and the elements the renderer made of it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.elements = list(_elements(render_with_places(text)))

    def named(self, *names: str) -> Iterator[Element]:
        """Yield the elements of those names, in order."""
        return (each for each in self.elements if each.name in names)

    def source(self, element: Element) -> str:
        """Return what an element was made of."""
        return "\n".join(self.lines[line - 1][start:stop] for line, start, stop in self._stretches(element))

    @cached_property
    def rest(self) -> list[str]:
        """The lines with everything blotted out that the renderer understood."""
        rest = [list(line) for line in self.lines]
        for each in self.elements:
            if each.name in {"pre", "code"}:
                self._blot(rest, each, CODE)
        for each in self.elements:
            if each.name in {"a", "img", "sup"}:
                self._blot(rest, each, LINK)
            elif each.name in _DELIMITER:
                _blot_ends(rest, each, _DELIMITER[each.name])
        alerts = {each.begin[0] for each in self.named("div")}
        return [_without_marks("".join(line), alert=n in alerts) for n, line in enumerate(rest, start=1)]

    @cached_property
    def code_lines(self) -> frozenset[int]:
        """The numbers of the lines that are code."""
        return frozenset(line for each in self.named("pre") for line in each.lines)

    @cached_property
    def table_lines(self) -> frozenset[int]:
        """The numbers of the lines that are in a table."""
        return frozenset(line for each in self.named("table") for line in each.lines)

    def _stretches(self, element: Element) -> Iterator[tuple[int, int, int]]:
        for line in element.lines:
            start = element.begin[1] - 1 if line == element.begin[0] else 0
            stop = element.end[1] if line == element.end[0] else len(self.lines[line - 1])
            yield line, start, stop

    def _blot(self, rest: list[list[str]], element: Element, blot: str) -> None:
        for line, start, stop in self._stretches(element):
            rest[line - 1][start:stop] = blot * (min(stop, len(rest[line - 1])) - start)


def _without_marks(line: str, *, alert: bool) -> str:
    """Blot out of a line what is escaped, the name of a footnote or address, and the kind of an alert."""
    line = _ESCAPED.sub(MARKUP * 2, line)
    if "]:" in line:
        line = _DEFINED.sub(lambda match: match["lead"] + MARKUP * (len(match[0]) - len(match["lead"])), line)
    return _ALERT.sub(lambda match: MARKUP * len(match[0]), line, count=1) if alert else line


def _blot_ends(rest: list[list[str]], element: Element, size: int) -> None:
    (line, column), (last, end) = element.begin, element.end
    rest[line - 1][column - 1 : column - 1 + size] = MARKUP * size
    rest[last - 1][end - size : end] = MARKUP * size


def _elements(html: str) -> Iterator[Element]:
    """Yield the elements that have a place; `inside` names the innermost list around each."""
    lists = [""]
    for match in _ELEMENT.finditer(html):
        name = match["name"]
        if match["close"]:
            if name in {"ol", "ul"}:
                lists.pop()
            continue
        if match["place"]:
            yield Element(name, match["place"], lists[-1])
        if name in {"ol", "ul"}:
            lists.append(f"{name} {match['place'] or ''}")
