"""Content lines of iCalendar and vCard: escaped, and folded at 75 octets between characters.

icalendar escapes and folds; it is called only for lines that need it, because building every event
from its objects costs ten times as much (docs/decisions/0010).
"""

from __future__ import annotations

from functools import lru_cache

from icalendar import vText
from icalendar.parser import Contentline

from katalog.schema.scalars import Words

CRLF = b"\r\n"


def text_line(name: str, text: str) -> bytes:
    """Return a line whose value is text, marked with its language where that is known."""
    language = f";LANGUAGE={text.lang}" if isinstance(text, Words) else ""
    return line(f"{name}{language}", escaped(text))


def line(name: str, value: str) -> bytes:
    """Return a line whose value is ready; `name` may carry parameters.  Ends in CRLF."""
    whole = f"{name}:{value}"
    octets = whole.encode()
    return (octets if len(octets) < 75 else _folded(whole)) + CRLF


@lru_cache(4096)
def escaped(text: str) -> str:
    """Return text as a value (RFC 5545, 3.3.11; the same in RFC 2426); control characters are dropped."""
    kept = "".join(c for c in text if c >= " " or c in "\n\t")
    return str(vText(kept).to_ical(), "utf-8")


@lru_cache(4096)
def _folded(text: str) -> bytes:
    return bytes(Contentline(text).to_ical())  # type: ignore[no-untyped-call]
