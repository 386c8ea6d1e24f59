"""A hand-written page's text as the marks of a record's are looked for in it.

What the extensions of its own renderer understand is taken out line by line: boxes with what is in them
moved to the left, lists of attributes.
"""

import re
from collections.abc import Iterator

from katalog.checks.markup import MarkupFault, markup_faults
from katalog.hand_pages.rendering import without_code
from katalog.problems import Position
from katalog.settings.markdown_extensions import Extensions, read_extensions

_KINDS = r'(?:[\w-]+(?: +[\w-]+)*(?: +"[^"]*")?|"[^"]*")'
_BOXES = {
    "admonition": rf"!!! ?{_KINDS}",
    "pymdownx.details": rf"\?\?\?\+? ?{_KINDS}",
    "pymdownx.tabbed": r'===[+!]* +"[^"]*"',
}
_ATTRIBUTE = r"""(?:[.#][\w-]+|[\w-]+=(?:"[^"}]*"|'[^'}]*'|[^\s"'}]+))"""
_ATTRIBUTES = re.compile(rf"\{{:?\s*{_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*\s*\}}")
_FENCE = re.compile(r"\s*(?:`{3,}[^`]*$|~{3,})")


_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
_GLUED_ITEM = re.compile(r" {0,3}(?:[-*+]|1[.)]) +\S")
_NO_PARAGRAPH = re.compile(r"\s*(?:[>|#=]|\[[^\]]+\]:|!!!|\?\?\?)| {4}|.*\|")
_NOT_UNDERSTOOD = (
    (re.compile(r"(?<!~)~~(?=[^\s~])[^~]+(?<=\S)~~"), ("pymdownx.tilde", "pymdownx.extra")),
    (re.compile(r"(?<=>)\s*(?P<at>\[!\w+\])"), ("pymdownx.quotes",)),
    (re.compile(r"^\s*[-*+] (?P<at>\[[ xX]\]) "), ("pymdownx.tasklist",)),
)
"""What the renderer of records understands, and this one with an extension only."""


def hand_page_markup_faults(body: str, setting: str) -> Iterator[MarkupFault]:
    """Yield what is shown otherwise than its author meant it, with the extensions of that setting."""
    extensions = read_extensions(setting)[0]
    text, shifts = _without_boxes(body, extensions)
    for fault in (*markup_faults(text), *_of_this_renderer(text, extensions)):
        line, column = fault.position
        if not (fault.code == "text.heading-unmarked" and _is_heading(text.split("\n")[line - 1])):
            yield fault._replace(position=Position(line, column + shifts[line - 1]))


def _is_heading(line: str) -> bool:
    """`##Praktisk` is one here, without the blank."""
    return bool(re.match(r"\s*#{1,6}[^#]", line))


def _without_boxes(body: str, extensions: Extensions) -> tuple[str, list[int]]:
    """Return the text with what is in boxes moved to the left, and how far each line was moved."""
    kinds = [pattern for name, pattern in _BOXES.items() if extensions.has(name)]
    box = re.compile(rf" *(?:{'|'.join(kinds)}) *$") if kinds else None
    attributes = extensions.has("attr_list", "extra", "pymdownx.extra")
    lines: list[str] = []
    shifts: list[int] = []
    inside: list[int] = []
    in_code = False
    for line in body.split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        while inside and line.strip() and indent < inside[-1]:
            inside.pop()
        in_code ^= bool(_FENCE.match(line))
        if box and not in_code and box.match(line):
            inside.append(indent + 4)
            lines.append("")
        else:
            lines.append(line[min(indent, inside[-1]) if inside else 0 :])
        shifts.append(len(line) - len(lines[-1]) if lines[-1] else 0)
        if attributes and not in_code and "{" in line:
            lines[-1] = _ATTRIBUTES.sub(lambda match: " " * len(match[0]), lines[-1])
    return "\n".join(lines), shifts


def _of_this_renderer(text: str, extensions: Extensions) -> Iterator[MarkupFault]:
    lines = "".join(without_code(text)).split("\n")
    for number, line in enumerate(lines, start=1):
        for pattern, names in _NOT_UNDERSTOOD:
            for found in pattern.finditer(line) if not extensions.has(*names) else ():
                at = "at" if "at" in pattern.groupindex else 0
                yield MarkupFault(Position(number, found.start(at) + 1), "text.other-markup", found[at])
    yield from _glued_lists(lines)


def _glued_lists(lines: list[str]) -> Iterator[MarkupFault]:
    """Find lists that run on from the paragraph above, for want of an empty line."""
    in_paragraph = False
    for number, line in enumerate(lines, start=1):
        if in_paragraph and _GLUED_ITEM.match(line):
            yield MarkupFault(Position(number, 1), "text.list-without-line", line.strip())
            in_paragraph = False
        elif not line.strip():
            in_paragraph = False
        elif number == 1 or not lines[number - 2].strip() or _NO_PARAGRAPH.match(lines[number - 2]):
            in_paragraph = not _ITEM.match(line) and not _NO_PARAGRAPH.match(line)
