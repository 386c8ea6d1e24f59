"""Where front matter begins and ends, and what it is when it is not YAML between two fences."""

import re

from msgspec import Struct

from katalog.problems import Position, Problem

_FENCE = "---"
FENCE = re.compile(r"^---[^\S\n]*$", re.MULTILINE)
"""The line above and below front matter."""
_NEARLY = re.compile(r"\s*(?:[-–—‐‑]\s?){1,6}\s*")
_FIELD = re.compile(r"\s*(?:- +)?[A-Za-zÆØÅÄÖæøåäö_]+(?:[ -][A-Za-zæøåäö_]+)?:(?:\s|$)")
_KEY = re.compile(r"[a-z_]+:(?:\s|$)")
_LIKE_FRONT = re.compile(rf"\s*(?:(?<= )\S|[-#]|{_FIELD.pattern})")
_COMMENT = re.compile(r"(?:^|\s)#.*")
_OTHER_FORMATS = (("+++", "file.toml"), ("{", "file.json"), (";;;", "file.json"))


class Parts(Struct, frozen=True):
    """A file's front matter (from line 2 on) and its body, whose first line is `body_line`."""

    front: str
    body: str
    body_line: int


def split(path: str, text: str) -> tuple[Parts | None, list[Problem]]:
    """Cut a record into front matter and body; anything but one block between two `---` is refused."""
    opening = FENCE.match(text)
    if opening is None:
        return None, [_no_opening(path, text)]
    closing = FENCE.search(text, opening.end())
    if closing is None:
        return None, [_unclosed(path, text.split("\n"))]
    front = text[opening.end() + 1 : closing.start()]
    parts = Parts(front, text[closing.end() + 1 :], front.count("\n") + 3)
    problem = _left_over(path, parts)
    return (None if problem else parts), [problem] if problem else []


def replace_front(text: str, front: str) -> str:
    """Return a record's text with other front matter; its fences and its body stay as they are."""
    opening = text.index("\n") + 1
    closing = FENCE.search(text, opening)
    return text[:opening] + front + text[closing.start() if closing else len(text) :]


def _no_opening(path: str, text: str) -> Problem:
    if not text.strip():
        return Problem(path, Position(), "file.empty")
    lines = text.split("\n")
    for start, code in _OTHER_FORMATS:
        if lines[0].lstrip().startswith(start):
            return Problem(path, Position(), code)
    first = next(number for number, line in enumerate(lines) if line.strip())
    if lines[first].strip() == _FENCE:
        return Problem(path, Position(1, 1), "file.front-matter-late")
    if _NEARLY.fullmatch(lines[0]):
        return Problem(path, Position(), "file.fence-damaged", {"written": lines[0].strip()})
    return Problem(path, Position(), "file.no-front-matter")


def _unclosed(path: str, lines: list[str]) -> Problem:
    """Point at the line that was meant to close the front matter, if one looks so; else at the opening."""
    for number, line in enumerate(lines[1:], start=2):
        if len(line.strip()) > 1 and _NEARLY.fullmatch(line):
            return Problem(path, Position(number), "file.fence-damaged", {"written": line.strip()})
    return Problem(path, Position(), "file.front-matter-unclosed")


def _left_over(path: str, parts: Parts) -> Problem | None:
    """Find fields that slipped out below the closing fence."""
    if parts.body.startswith("\n") and not _LIKE_FRONT.match(parts.body):
        return None  # most texts: an empty line, then words
    after = parts.body.split("\n")
    start = next((index for index, line in enumerate(after) if line.strip()), None)
    if start is None:
        return None
    line, position = after[start], Position(parts.body_line + start)
    if line.rstrip() == _FENCE and _down_to_fence(after[start + 1 :]):
        return Problem(path, position, "file.front-matter-twice")
    fields, directly = _down_to_fence(after[start:]), start == 0
    if (
        (_FIELD.match(line) and (fields or directly))
        or any(map(_KEY.match, fields))
        or (directly and _goes_on(parts.front, line))
    ):
        return Problem(path, position, "file.field-after-front-matter", {"written": line.strip()})
    return None


def _down_to_fence(lines: list[str]) -> list[str]:
    """Return the lines before the next fence; none if one of them could not stand in front matter."""
    for index, line in enumerate(lines):
        if line.rstrip() == _FENCE:
            return lines[:index]
        if line.strip() and not (_FIELD.match(line) or line.startswith((" ", "-", "#"))):
            break
    return []


def _goes_on(front: str, line: str) -> bool:
    """Tell whether a line directly below the fence is the rest of a value, a list or a mapping above it."""
    if not line.startswith("- "):
        return line.startswith(" ")
    said = (_COMMENT.sub("", each) for each in reversed(front.split("\n")))
    last = next((each for each in said if each.strip()), "")
    return last.startswith((" ", "- ")) or last.rstrip().endswith(":")
