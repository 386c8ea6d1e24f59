"""What the readers of dates and amounts do to every text first."""

import re
from unicodedata import normalize

LONGEST_VALUE = 160
_SHOWN = 40
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
QUOTES = "“”„‟«»‘’‚"
_ZEROS = bytes.maketrans(b"123456789", b"000000000")

# hyphens and the minus sign become "-"; figure dash, em dash and horizontal bar become "–"
_ODD_DASHES = "‐‑﹣－−‒—―"
_DASHES = str.maketrans(_ODD_DASHES, "-----–––")
_HAS_ODD_DASH = re.compile(f"[{_ODD_DASHES}]").search


def normalise(text: str) -> str:
    """Return `text` composed, in lower case, with plain hyphens and en dashes and single plain spaces.

    Quotation marks around it, as word processors write them, are left out: YAML takes them for its text.
    """
    if not text.isascii():
        text = text.strip(f" {QUOTES}")
        text = normalize("NFC", text)
        text = text.translate(_DASHES) if _HAS_ODD_DASH(text) else text
    return " ".join(text.lower().split())


def unquoted(text: str) -> str:
    """Return `text` without the quotation marks of a word processor around the whole of it."""
    if text.isascii() or len(text) < 2 or not (text[0] in QUOTES and text[-1] in QUOTES):
        return text
    return text if any(quote in text[1:-1] for quote in QUOTES) else text[1:-1]


def has_foreign_digits(text: str) -> bool:
    """Whether a decimal digit is none of 0-9: `٢` and `２` are digits to `int` and to patterns."""
    return not text.isascii() and _FOREIGN_DIGIT.search(text) is not None


def shorten(text: str) -> str:
    """Return `text` as a message may quote it: its beginning only, when it is too long for a value."""
    text = text.strip()
    return text if len(text) <= LONGEST_VALUE else f"{text[:_SHOWN]} …"


def digits_as_zeros(text: str) -> bytes:
    """Return `text` in UTF-8 with 0 for every digit, so that patterns may begin with a literal 0.

    `re` skips to a literal quickly; a pattern that begins with a class of digits is tried at every character.
    """
    return text.encode().translate(_ZEROS)
