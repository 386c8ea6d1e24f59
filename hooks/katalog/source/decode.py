"""Bytes of a file to text, or the reason why not."""

from __future__ import annotations

from katalog.problems import Place, Problem

MAX_BYTES = 512 * 1024
_BOM = b"\xef\xbb\xbf"


def decode(path: str, data: bytes) -> tuple[str, list[Problem]]:
    """Return UTF-8 text with line feeds alone; a byte order mark and CRLF are taken silently."""
    if len(data) > MAX_BYTES:
        return "", [Problem(path, Place(), "file.too-large", {"limit": str(MAX_BYTES // 1024)})]
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        return "", [_not_utf8(path, data, error)]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def _not_utf8(path: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    before = data[: error.start]
    line = before.count(b"\n") + 1
    column = len(before) - (before.rfind(b"\n") + 1) + 1
    return Problem(path, Place(line, column), "file.not-utf8", {"byte": f"0x{data[error.start]:02X}"})
