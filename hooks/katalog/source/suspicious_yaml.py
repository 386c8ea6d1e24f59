"""YAML that parses to something other than what its author meant; checked while each scalar is read."""

import re
from collections.abc import Iterator
from typing import Protocol

import yaml

from katalog.source.yaml_mistakes import YamlFault, list_mark, quoted


class Mark(Protocol):
    """A position in a text as PyYAML gives it: line and column count from 0."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


FOLDED_FROM = 70
"""Form editors break long values at 80 columns; a line this long with the next word was folded by one."""

_CUT = re.compile(r"\s*#")
_GOES_ON = re.compile(r"#(?:\S|\s*(?:og|och|and|eller|or|samt|men|med)\b)")
_SHARP = re.compile(r"\b[CF]$")  # C# and F#, languages and tones
_LEAD = re.compile(r"\s*(?:- +)*")
_ENDS_IN_QUOTE = re.compile(r'(?<=[^\W\d])"$')  # 5" is a measure
_FIELD = re.compile(r"\s*(?:- +)?[a-z_]+:(?: |$)")
_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_WIDE = re.compile(f"[{_SPACES}]")
_ODD_SPACE = re.compile(rf"^[ ]*(?:- *)*(?:[\w-]+:)?[ ]*([{_SPACES}])", re.MULTILINE)


def suspicious_spaces(text: str) -> Iterator[YamlFault]:
    """Find no-break and other wide spaces where YAML needs ordinary ones."""
    if text.isascii() or not _WIDE.search(text):
        return
    for found in _ODD_SPACE.finditer(text):
        line = text.count("\n", 0, found.start(1))
        column = found.start(1) - text.rfind("\n", 0, found.start(1)) - 1
        yield YamlFault("yaml.odd-space", line, column, {"character": f"U+{ord(found[1]):04X}"})


def suspicious_scalar(lines: list[str], event: yaml.ScalarEvent) -> YamlFault | None:
    """Return what is suspicious about a plain or quoted scalar; block scalars are never."""
    start, end = _marks(event)
    if fault := _cut(lines, event):
        return fault
    if not event.style:
        return _plain(lines, event)
    if event.style in {'"', "'"} and end.line > start.line and _swallows(lines, start.line, end.line):
        return YamlFault("yaml.quote-unclosed", start.line, start.column)
    return None


def _marks(event: yaml.ScalarEvent) -> tuple[Mark, Mark]:
    """Return where a scalar begins and ends; the parser always says."""
    assert event.start_mark is not None
    assert event.end_mark is not None
    return event.start_mark, event.end_mark


def _cut(lines: list[str], event: yaml.ScalarEvent) -> YamlFault | None:
    """Find words that YAML takes for a comment, though they are near the value or go on with it."""
    if event.style in {"|", ">"}:
        return None
    start, end = _marks(event)
    line = lines[end.line] if end.line < len(lines) else ""
    rest = line[end.column :]
    if "#" in rest and _CUT.match(rest):
        blanks = len(rest) - len(rest.lstrip())
        if (blanks < 2 and not event.style) or _is_more(event.value, rest.lstrip()):
            suggestion = quoted_all(lines[start.line][start.column :].strip())
            return YamlFault(
                "yaml.hash-cuts-value", end.line, end.column + blanks, {"suggestion": suggestion}
            )
        return None
    return _line_cut_off(lines, start, end) if event.value and not event.style else None


def _is_more(value: str, comment: str) -> bool:
    """Tell whether what stands behind `#` goes on with the value rather than speaks of it."""
    return bool(_GOES_ON.match(comment) or _SHARP.search(value))


def _line_cut_off(lines: list[str], start: Mark, end: Mark) -> YamlFault | None:
    """Find a line that begins with `#`, directly below a value and further in than its field."""
    below = lines[end.line + 1] if end.line + 1 < len(lines) else ""
    lead = _LEAD.match(lines[start.line])
    column = _indent(below)
    if not below.startswith("#", column) or lead is None or column < lead.end():
        return None
    if column == lead.end() and lead.end() != start.column:
        return None  # as far in as the fields beside it: one that is out of use
    suggestion = quoted_all(f"{lines[start.line][start.column :].strip()} {below.strip()}")
    return YamlFault("yaml.hash-cuts-value", end.line + 1, column, {"suggestion": suggestion})


def _plain(lines: list[str], event: yaml.ScalarEvent) -> YamlFault | None:
    start, end = _marks(event)
    if end.line > start.line and event.value and not _folded(lines, start.line, end.line):
        if fault := list_mark(lines, start.line + 1):
            return fault
        return YamlFault(
            "yaml.value-runs-over", start.line + 1, 0, {"written": lines[start.line + 1].strip()}
        )
    if ends_in_stray_quote(event.value):
        return YamlFault("yaml.quote-stray", start.line, start.column, {"suggestion": quoted(event.value)})
    return None


def ends_in_stray_quote(text: str) -> bool:
    """Tell whether a text ends with a quotation mark that nothing before it opens."""
    return text.endswith('"') and text.count('"') % 2 == 1 and bool(_ENDS_IN_QUOTE.search(text))


def quoted_all(text: str) -> str:
    """Quote a text that holds ` #`, which `quoted` would take for a comment."""
    return f"'{text}'" if '"' in text else f'"{text}"'


def _folded(lines: list[str], first: int, last: int) -> bool:
    for number in range(first, last):
        following = lines[number + 1].split()
        if len(lines[number].rstrip()) + len(following[0] if following else "") < FOLDED_FROM:
            return False
    return True


def _swallows(lines: list[str], first: int, last: int) -> bool:
    """Tell whether a quoted text runs on over a field, or over an item no further in than itself."""
    indent = _indent(lines[first])
    return any(
        _FIELD.match(line) or (line.lstrip().startswith("- ") and _indent(line) <= indent)
        for line in lines[first + 1 : last + 1]
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
