"""Markdown that does not mean what was written: words that vanish, marks that are shown as they were typed.

What the renderer understood is blotted out of the source first (`MarkedText`); what is left is looked
through for marks nobody types for their looks.  Most texts have none that could be, which one pattern tells.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from katalog.checks.marked_text import LINK, MarkedText
from katalog.checks.vanished_words import vanished
from katalog.problems import Position

_SUSPICIOUS = re.compile(
    r"!\s+\[|\[[^\]\n]*\](?!\([^\s()<>]+\))|\]\((?![^\s()<>]+\))|\)\[|\||```|~~|\*\*|__|!!!|\?\?\?|:::|\{[:.#%{]"
    r"|https?(?:://?\[|//|:/[^/]|:[^\s/])"
    r"|^(?: {4}|\t|>[> ]* {4})"
    r"|^(?:[ >]|[-+*] )*(?:#{1,6}(?:[^\s#]|[ #]*$)|#{7}|\d+[.):]|kl|[-+*]\w|[•·▪●‣◦–]\s?\w)|\S\t",
    re.MULTILINE,
)
_LEAD = r"^(?:[\s>]|[-+*] |\d+[.)] )*"
_ADDRESS = rf"[^)\]\n]*(?:{LINK}|[\w-]/|\.md\b|#\w|www\.|@\w)[^)\]\n]*"
_DASHES = re.compile(r"^\s*>?\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_GLUED_ITEM = re.compile(
    r"^[\s>]*(?:[-+*](?=[^\W\d_])|\d+[.)](?=[^\W\d_])|[•·▪●‣◦]\s*(?=\w)|– ?(?=\w)|o\t"
    r"|(?:kl\.? ?)?\d{1,2}[.:]\d\d(?![.:]?\d)[^\t]*(?<!  )(?<!\\)$)"
)
"""A line that begins as the item of a list does, or with an hour, and does not end in a line break."""
_TABS = re.compile(r"(?!\s*(?:[•·▪●‣◦–*+-]|o\t|\d+[.)])\s).*?\S[^\S\n]*\t\s*\S")
_HASHTAG = re.compile(r"^\s*#(?![A-Z]\w*[A-Z])[^\W\d_a-z][^#]*$")


class MarkupFault(NamedTuple):
    """A fault at a position of a text (its first line is 1): the problem's code and the words there."""

    position: Position
    code: str
    written: str


_LEFT_OVER: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("text.footnote-missing", re.compile(r"\[\^[^\]\s]+\]")),
    ("text.other-markup", re.compile(r"\[![A-Za-zÆØÅÄÖæøåäö]+\]")),
    ("text.other-markup", re.compile(r"\[\[[^\]\n]+\]\]|\[TOC\]|\{\{|\{%|\{[:#.]\s?[^\d\s}][^}\n]*\}")),
    ("text.other-markup", re.compile(_LEAD + r"(?P<at>!!!|\?\?\?\+?|:::+)(?=\s?\w)")),
    ("text.label-unknown", re.compile(r"\[[^\]\n]+\]\[[^\]\n]*\]")),
    ("text.link-damaged", re.compile(r"\[[^\[\]\n]*\]\([^)\n]*\)?|\]\(")),
    ("text.link-damaged", re.compile(rf"\[[^\]\n]+\]\s+\({_ADDRESS}\)|\([^()\n]+\)\[{_ADDRESS}\]")),
    ("text.link-damaged", re.compile(rf"!\s+(?={LINK})")),
    ("text.address-damaged", re.compile(r"\bhttps?(?:://|//|:/?)(?=[^\s)\]])[^\s\x01]*", re.IGNORECASE)),
    ("text.emphasis-unclosed", re.compile(r"\*\*(?=[^\s*])|(?<=[^\s*])\*\*|~~(?=\S)")),
    ("text.emphasis-unclosed", re.compile(r"(?<!\w)__(?=[^\W_])|(?<=[^\W_])__(?!\w)")),
    ("text.heading-unmarked", re.compile(_LEAD + r"(?P<at>#{7,}|#{2,}(?=[^\s#]))")),
)  # fmt: skip


def markup_faults(text: str) -> Iterator[MarkupFault]:
    """Yield what is shown otherwise than its author meant it; one thing for each place."""
    if not _SUSPICIOUS.search(text):
        return
    marked = MarkedText(text)
    reported: set[Position] = set()
    for fault in (
        *vanished(marked),
        *_tables(marked),
        *_tabs(marked),
        *_items(marked),
        *_left_over(marked),
        *_code(marked),
    ):
        if fault[0] not in reported:
            reported.add(fault[0])
            yield MarkupFault(*fault)


def _left_over(marked: MarkedText) -> Iterator[MarkupFault]:
    for number, line in enumerate(marked.rest, start=1):
        if number in marked.code_lines:
            continue
        for code, pattern in _LEFT_OVER:
            for found in pattern.finditer(line):
                start = found.start("at") if "at" in pattern.groupindex else found.start()
                written = marked.lines[number - 1][start : found.end()]
                yield MarkupFault(Position(number, start + 1), code, written.strip())
        if _HASHTAG.match(line) and _alone(marked, number):
            yield MarkupFault(Position(number, line.index("#") + 1), "text.heading-unmarked", line.strip())


def _alone(marked: MarkedText, number: int) -> bool:
    around = ["", *marked.lines, ""]
    return not around[number - 1].strip() and not around[number + 1].strip()


def _tables(marked: MarkedText) -> Iterator[MarkupFault]:
    """Find rows that are shown as text, for want of a line of hyphens with as many columns."""
    outside = [
        "" if number in marked.table_lines | marked.code_lines else line
        for number, line in enumerate(marked.rest, start=1)
    ]
    in_rows = False
    for number, line in enumerate(outside, start=1):
        is_row = _is_row(line, outside[number] if number < len(outside) else "")
        if is_row and not in_rows:
            yield MarkupFault(_first_sign(number, marked), "text.table-without-line", line.strip(" >"))
        in_rows = is_row or (in_rows and "|" in line)


def _tabs(marked: MarkedText) -> Iterator[MarkupFault]:
    """Find rows of a spreadsheet, whose columns are apart by tabs."""
    rows = [bool(_TABS.match(line)) and n not in marked.code_lines for n, line in enumerate(marked.rest, 1)]
    for number in _first_of_several(rows):
        written = " ".join(marked.lines[number - 1].split())
        yield MarkupFault(_first_sign(number, marked), "text.tabs", written)


def _first_of_several(lines: Sequence[bool]) -> Iterator[int]:
    """Yield the number of the first of each two or more lines that follow each other."""
    around = (False, *lines, False)
    for number in range(1, len(lines) + 1):
        if around[number] and around[number + 1] and not around[number - 1]:
            yield number


def _is_row(line: str, following: str) -> bool:
    if "|" not in line:
        return False
    cells = line.count("|")
    return (
        line.lstrip(" >").startswith("|")
        or (_DASHES.match(line) is not None and "-" in line)
        or (cells == following.count("|") and " | " in line and " | " in following)
        or (_DASHES.match(following) is not None and "|" in following)
    )


def _first_sign(number: int, marked: MarkedText) -> Position:
    line = marked.lines[number - 1]
    return Position(number, len(line) - len(line.lstrip(" >\t")) + 1)


def _items(marked: MarkedText) -> Iterator[MarkupFault]:
    """Find points of a list that are shown as one run of words, for want of a blank after the sign."""
    glued = [bool(_GLUED_ITEM.match(line)) for line in marked.rest]
    for number in _first_of_several(glued):
        if number not in marked.code_lines:
            written = marked.lines[number - 1].strip()
            yield MarkupFault(_first_sign(number, marked), "text.item-unmarked", written)


def _code(marked: MarkedText) -> Iterator[MarkupFault]:
    for each in marked.named("pre"):
        line = marked.lines[each.begin[0] - 1]
        fence = re.match(r"(?P<fence>`{3,}|~{3,})\s*(?P<words>.*)", line[each.begin[1] - 1 :])
        position = Position(each.begin[0], each.begin[1])
        if fence is None:
            yield MarkupFault(_first_sign(position.line, marked), "text.code-unmeant", line.strip(" >\t"))
            continue
        if len(fence["words"].split()) > 1:
            yield MarkupFault(position, "text.code-words", fence["words"])
        last = marked.lines[each.lines[-1] - 1].strip(" >")
        if len(each.lines) < 2 or not re.fullmatch(rf"{fence['fence'][0]}{{{len(fence['fence'])},}}", last):
            yield MarkupFault(position, "text.code-unclosed", fence["fence"])
