"""Content lines of iCalendar and vCard: escaped, and folded between characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from katalog.schema.scalars import LangText

if TYPE_CHECKING:
    from datetime import date, time

ROOM = 74
"""Octets of a line; RFC 5545, 3.1 allows 75, and from the second on one of them is the space."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")


def text_line(name: str, text: str, language: str = "") -> bytes:
    """Return a line whose value is text, marked with its language where that is known."""
    spoken = language_of(text) or language
    return line(f"{name};LANGUAGE={spoken}" if spoken else name, escaped(text))


def language_of(text: str) -> str:
    """Return the language of a text that knows it; of others, nothing."""
    return text.lang if isinstance(text, LangText) else ""


def line(name: str, value: str) -> bytes:
    """Return a line whose value is ready; `name` may carry parameters.  Ends in CRLF."""
    octets = f"{name}:{value}\r\n".encode()
    return octets if len(octets) <= ROOM + 2 else b"\r\n ".join(_pieces(octets))


def escaped(text: str) -> str:
    """Return text as a value (RFC 5545, 3.3.11; the same in RFC 2426); control characters are dropped."""
    if not text.isprintable():
        text = _CONTROL.sub("", text)
    return text.replace("\\", r"\\").replace(";", r"\;").replace(",", r"\,").replace("\n", r"\n")


def basic(moment: date | time) -> str:
    """Return a day, an hour or both in ISO 8601's basic format (`strftime` takes five times as long)."""
    return moment.isoformat().replace("-", "").replace(":", "")


def _pieces(octets: bytes) -> list[bytes]:
    """Cut a line that ends in CRLF between characters and not within an escape, as icalendar does."""
    pieces, start = [], 0
    while len(octets) - start > ROOM + 2:
        end = start + ROOM
        while octets[end] & 0b1100_0000 == 0b1000_0000:  # in the middle of a character
            end -= 1
        end -= octets[end - 1] in b"\\^"
        pieces.append(octets[start:end])
        start = end
    return [*pieces, octets[start:]]
