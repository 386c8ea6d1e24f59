"""Words of a text that no reader sees: definitions nobody refers to, surplus cells, numbers counted anew."""

import re
from collections.abc import Iterator
from itertools import groupby

from katalog.checks.marked_text import LINK, Element, MarkedText
from katalog.markdown import render_text
from katalog.problems import Position

Lost = tuple[Position, str, str]

_DEFINITION = re.compile(r"^(?:[\s>]|[-+*] |\d+[.)] )*(?P<at>\[(?P<label>(?!\^)[^\]\n]+)\]:)")
_NOTE = re.compile(rf"^[\s>]*(?P<at>(?:\[\^(?P<label>[^\]\s]+)\]|{LINK}+):)")
_LABEL = re.compile(r"\[(?P<label>[^\]]+)\](?:\[\])?\Z")
_CELL = re.compile(r"(?<!\\)\|")


def vanished(marked: MarkedText) -> Iterator[Lost]:
    """Yield where words vanish: the place, the code, and the words."""
    yield from _definitions(marked)
    yield from _notes(marked)
    yield from _cells(marked)
    yield from _numbers(marked)
    yield from _empty_headings(marked)


def _definitions(marked: MarkedText) -> Iterator[Lost]:
    """Yield the addresses (`[label]: address`) that no link names, or whose label has one before."""
    found = [
        (number, match)
        for number, line in enumerate(marked.lines, start=1)
        if number not in marked.code_lines and (match := _DEFINITION.match(line))
    ]
    if not found:
        return
    sources = (marked.source(each) for each in marked.named("a", "img"))
    used = {_same(match["label"]) for source in sources if (match := _LABEL.search(source))}
    seen: set[str] = set()
    for number, match in found:
        label = _same(match["label"])
        if (label in seen or label not in used) and _is_defined(marked.text, match["label"]):
            position = Position(number, match.start("at") + 1)
            yield position, "text.definition-unused", marked.lines[number - 1][match.start("at") :].strip()
        seen.add(label)


def _same(label: str) -> str:
    return " ".join(label.split()).casefold()


def _is_defined(text: str, label: str) -> bool:
    """Ask the renderer whether it took an address for the label: a link that names it is one."""
    without, with_ = (sum(1 for _ in render_text(each).links) for each in (text, f"{text}\n\n[{label}]\n"))
    return with_ > without


def _notes(marked: MarkedText) -> Iterator[Lost]:
    """Yield footnotes that nothing refers to, and those under a name that was given before."""
    used = {_same(marked.source(each)) for each in marked.named("sup")}
    seen: set[str] = set()
    for number, line in enumerate(marked.lines, start=1):
        match = _NOTE.match(line)
        if not match or not match["label"] or number in marked.code_lines:
            continue
        label, position = _same(f"[^{match['label']}]"), Position(number, match.start("at") + 1)
        if label in seen:
            yield position, "text.footnote-twice", label
        elif label not in used:
            yield position, "text.footnote-unused", line.strip()
        seen.add(label)


def _cells(marked: MarkedText) -> Iterator[Lost]:
    """Yield the words of cells beyond a table's columns."""
    for row, cells in _rows(marked):
        line = marked.lines[row.begin[0] - 1][row.begin[1] - 1 :].rstrip()
        bars = [match.start() for match in _CELL.finditer(line)]
        if line.startswith("|"):
            bars = bars[1:]
        if len(bars) < cells or not (surplus := line[bars[cells - 1] + 1 :].strip(" |")):
            continue
        column = line.index(surplus, bars[cells - 1])
        yield Position(row.begin[0], row.begin[1] + column), "text.cells-surplus", surplus


def _rows(marked: MarkedText) -> Iterator[tuple[Element, int]]:
    """Yield each row with the number of its table's columns."""
    row: Element | None = None
    columns = count = 0
    for each in marked.named("table", "tr", "td", "th"):
        if each.name in {"td", "th"}:
            count += 1
            continue
        if row is not None:
            columns = columns or count
            yield row, columns
        row, count = (each if each.name == "tr" else None), 0
        columns = 0 if each.name == "table" else columns
    if row is not None:
        yield row, columns or count


def _numbers(marked: MarkedText) -> Iterator[Lost]:
    """Yield the first number of a list that readers see as another: a list counts on from its first."""
    items = [each for each in marked.named("li") if each.inside.startswith("ol ")]
    for _, group in groupby(
        sorted(items, key=lambda each: (each.inside, each.begin)), lambda each: each.inside
    ):
        numbered = [(each, found) for each in group if (found := _number(marked, each)) is not None]
        if not numbered or (len(numbered) > 1 and {number for _, number in numbered} <= {0, 1}):
            continue
        for shown, (item, number) in enumerate(numbered, start=numbered[0][1]):
            if number != shown:
                yield Position(*item.begin), "text.numbers-change", marked.lines[item.begin[0] - 1].strip()
                break


def _number(marked: MarkedText, item: Element) -> int | None:
    found = re.match(r"\d+", marked.lines[item.begin[0] - 1][item.begin[1] - 1 :])
    return int(found[0]) if found else None


def _empty_headings(marked: MarkedText) -> Iterator[Lost]:
    for each in marked.named("h1", "h2", "h3", "h4", "h5", "h6"):
        if not marked.source(each).strip(" #\t"):
            yield Position(*each.begin), "text.heading-empty", "#"
