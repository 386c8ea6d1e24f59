"""What readers of one written value (a date, an amount) do to every text first."""

from __future__ import annotations

from unicodedata import normalize

LONGEST_VALUE = 100
_SHOWN = 40

# hyphens and the minus sign become "-"; figure dash, em dash and horizontal bar become "–"
_DASHES = str.maketrans("‐‑﹣－−‒—―", "-----–––")


def straightened(text: str) -> str:
    """Return `text` composed, in lower case, with plain hyphens and en dashes and single plain spaces."""
    if not text.isascii():
        text = normalize("NFC", text).translate(_DASHES)
    return " ".join(text.lower().split())


def has_foreign_digits(text: str) -> bool:
    """Whether a digit is none of 0-9: `²`, `٢` and `２` are digits to Python."""
    return not text.isascii() and any(sign.isdigit() and not sign.isascii() for sign in text)


def shortened(text: str) -> str:
    """Return `text` as a message may quote it: its beginning only, when it is too long for a value."""
    text = text.strip()
    return text if len(text) <= LONGEST_VALUE else f"{text[:_SHOWN]} …"
