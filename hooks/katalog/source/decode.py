"""Bytes of a file to text, or the reasons why not.

A byte order mark and every kind of line ending are taken; whatever else a reader could not see in an
editor, or would see otherwise than it is, is refused by name.
"""

import re
from collections import Counter
from collections.abc import Iterator

from katalog.problems import Position, Problem

MAX_BYTES = 512 * 1024
MAX_LINE = 20_000
MAX_REPORTED_PER_KIND = 5

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_LFS = "version https://git-lfs.github.com/spec/"
_CONFLICT = re.compile(r"^[ \t]*(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
_UNFILLED = re.compile(r"⟦([^⟧\n]{0,120})⟧?")
_CLASSES = {
    "file.nul": "\x00",
    "file.line-separator": "\x0b\x0c\x85\u2028\u2029",
    "text.bidi-control": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "text.invisible": (
        "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2064\u3164\ufeff\uffa0"
        "\U000e0000-\U000e007f"
    ),
    "file.control-character": "\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff",
    "file.lost-character": "\ufffd",
}
_KINDS = {code: re.compile(f"[{characters}]") for code, characters in _CLASSES.items()}
_DISALLOWED = re.compile(f"[{''.join(_CLASSES.values())}]")
_MISREAD = re.compile(
    "(?:Ã[\u00a0-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŸ]|Â[\u00a0-\u00bf]|â€[\u00a0-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŸ¦]?)+"
)
"""UTF-8 that was read as Windows-1252, the usual way to lose æ, ø, å, ä, ö, quotes and dashes."""
_JOINER = "\u200d"
_PLAIN = bytes([*b"\t\n\r", *range(0x20, 0x7F)])


def decode(path: str, data: bytes, *, allow_placeholders: bool = False) -> tuple[str, list[Problem]]:
    """Return UTF-8 text with line feeds alone; with problems the text is empty.

    With `allow_placeholders`, a template's `⟦…⟧` that nobody has filled in is no problem.
    """
    if problem := _bytes_problem(path, data):
        return "", [problem]
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        return "", [_not_utf8(path, data, error.start + len(data) - len(error.object))]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    beyond_ascii = _beyond_ascii(data)
    problems = list(_text_problems(path, text, beyond_ascii))
    if not allow_placeholders and "⟦" in beyond_ascii:
        problems += unfilled_placeholders(path, text, "template.unfilled")
    return ("" if problems else text), problems


def _beyond_ascii(data: bytes) -> str:
    """Return the characters that are not printable ASCII: few in most texts, and all that patterns need."""
    return data.translate(None, _PLAIN).decode("utf-8")


def position_at(text: str, index: int) -> Position:
    """Return line and column of the character at `index`, which counts from 0."""
    return Position(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def _bytes_problem(path: str, data: bytes) -> Problem | None:
    if len(data) > MAX_BYTES:
        return Problem(path, Position(), "file.too-large", {"limit": str(MAX_BYTES // 1024)})
    if data.startswith(_UTF16) or b"\x00" in data[:2] or data[1:8:2] == b"\x00\x00\x00\x00":
        return Problem(path, Position(), "file.utf16")
    return None


def _not_utf8(path: str, data: bytes, start: int) -> Problem:
    before = data[:start]
    line_start = max(before.rfind(b"\n"), before.rfind(b"\r")) + 1
    line = len(re.findall(rb"\r\n|\r|\n", before)) + 1
    position = Position(line, len(before[line_start:].decode("utf-8")) + 1)
    if _SURROGATE.match(data, start):
        return Problem(path, position, "file.surrogate")
    meant = data[start : start + 1].decode("cp1252", "replace")
    return Problem(path, position, "file.not-utf8", {"byte": f"0x{data[start]:02X}", "meant": meant})


def _text_problems(path: str, text: str, beyond_ascii: str) -> Iterator[Problem]:
    if text.startswith(_LFS):
        yield Problem(path, Position(), "file.lfs-pointer")
        return
    if found := _conflict(text):
        yield Problem(path, position_at(text, found.start()), "file.merge-conflict")
        return
    yield from _long_lines(path, text)
    if "Ã" in beyond_ascii or "Â" in beyond_ascii or "â€" in beyond_ascii:
        yield from _misread(path, text)
    if _DISALLOWED.search(beyond_ascii):
        yield from _disallowed_characters(path, text)


def unfilled_placeholders(path: str, text: str, code: str) -> Iterator[Problem]:
    """Yield a problem `code` for each `⟦…⟧` of a template that nobody has filled in."""
    for found in _UNFILLED.finditer(text):
        yield Problem(path, position_at(text, found.start()), code, {"written": found[0]})


def _misread(path: str, text: str) -> Iterator[Problem]:
    for found in list(_MISREAD.finditer(text))[:MAX_REPORTED_PER_KIND]:
        meant = found[0].encode("cp1252", "replace").decode("utf-8", "replace")
        params = {"written": found[0], "suggestion": meant.replace("\ufffd", "?")}
        yield Problem(path, position_at(text, found.start()), "file.mojibake", params)


def text_faults(path: str, text: str) -> Iterator[Problem]:
    """Yield what no text that is published may hold, whatever its form: a conflict, or misread letters."""
    if found := _conflict(text):
        yield Problem(path, position_at(text, found.start()), "file.merge-conflict")
    else:
        yield from _misread(path, text)


def _conflict(text: str) -> re.Match[str] | None:
    return _CONFLICT.search(text) if "<<<<<<<" in text or ">>>>>>>" in text else None


def _long_lines(path: str, text: str) -> Iterator[Problem]:
    if len(text) <= MAX_LINE:
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE:
            params = {"length": str(len(line)), "limit": str(MAX_LINE)}
            yield Problem(path, Position(number, MAX_LINE + 1), "file.line-too-long", params)


def _disallowed_characters(path: str, text: str) -> Iterator[Problem]:
    reported: Counter[str] = Counter()
    for found in _DISALLOWED.finditer(text):
        if found[0] == _JOINER and _joins_pictures(text, found.start()):
            continue
        code = next(code for code, kind in _KINDS.items() if kind.match(found[0]))
        reported[code] += 1
        if reported[code] <= MAX_REPORTED_PER_KIND:
            params = {"character": f"U+{ord(found[0]):04X}"}
            yield Problem(path, position_at(text, found.start()), code, params)


def disallowed_character(text: str) -> str | None:
    """Return the first control, bidirectional, invisible or replacement character of a text; else `None`."""
    if (text.isascii() and text.isprintable()) or not _DISALLOWED.search(text):
        return None
    for found in _DISALLOWED.finditer(text):
        if found[0] != _JOINER or not _joins_pictures(text, found.start()):
            return found[0]
    return None


def _joins_pictures(text: str, index: int) -> bool:
    """Return whether the zero-width joiner at `index` joins emoji, rather than hiding in a word."""
    around = text[max(index - 1, 0) : index] + text[index + 1 : index + 2]
    return len(around) == 2 and all(ord(character) > 0x2000 for character in around)
