"""Text in lines of a width, in the fonts that lie beside this module.

The fonts are the package's own, so that a picture is the same on every machine.  Pillow's simple layout
sets them: one letter after the other from left to right, with kerning, which is right for the letters that
they hold (Latin, Greek, Cyrillic).
"""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from msgspec import Struct
from PIL import ImageFont

FONTS = Path(__file__).parent / "fonts"
Weight = Literal["Bold", "Regular"]
Choices = tuple[tuple[int, int], ...]
"""Sizes, the largest first, each with the number of lines there is room for."""
ELLIPSIS = "…"
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_NOWHERE = "\U000e0000"
"""A character that no font has: what is drawn in its place tells which others are missing."""


class Setting(Struct, frozen=True):
    """Lines of text and their size; sizes and heights are pixels."""

    lines: tuple[str, ...]
    size: int

    @property
    def line_height(self) -> int:
        """From one line to the next."""
        return self.size * 7 // 6


@cache
def font(weight: Weight, size: int) -> ImageFont.FreeTypeFont:
    """Return one of the package's fonts."""
    path = str(FONTS / f"OpenSans-{weight}.ttf")
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def is_covered(text: str) -> bool:
    """Return whether the fonts have every letter of a text."""
    return all(map(_is_drawn, set(plain(text))))


@cache
def _is_drawn(character: str) -> bool:
    if character == " ":
        return True
    return bytes(font("Bold", 24).getmask(character)) != _missing()


@cache
def _missing() -> bytes:
    return bytes(font("Bold", 24).getmask(_NOWHERE))


def plain(text: str) -> str:
    """Return text without invisible characters, with single spaces."""
    return " ".join(_INVISIBLE.sub("", text).split())


@lru_cache(256)
def fitted(text: str, weight: Weight, width: int, choices: Choices) -> Setting:
    """Set text in the first size in which it fits.

    A word that is wider than a line even in the last size is broken there, and what is left over is left out.
    """
    for size, most in choices:
        found = _lines(plain(text), weight, size, width)
        if len(found) <= most and all(_width(line, weight, size) <= width for line in found):
            return Setting(tuple(found), size)
    size, most = choices[-1]
    lines = _lines(plain(text), weight, size, width)
    broken = [part for line in lines for part in _broken(line, weight, size, width)]
    return Setting(tuple(_shortened(broken, most, weight, size, width)), size)


def _lines(text: str, weight: Weight, size: int, width: int) -> list[str]:
    """Break text at spaces, hyphens and strokes; a single word may still be too wide."""
    if _width(text, weight, size) <= width:
        return [text]
    lines = [""]
    for part in re.findall(r"[^ /-]*[ /-]*", text):
        if lines[-1] and _width(lines[-1] + part.rstrip(), weight, size) > width:
            lines.append("")
        lines[-1] += part
    return [line.rstrip() for line in lines if line.strip()]


def _broken(line: str, weight: Weight, size: int, width: int) -> list[str]:
    """Break a line that is too wide within its word, with a hyphen."""
    parts = []
    while _width(line, weight, size) > width:
        end = next(
            end for end in range(len(line) - 1, 0, -1) if _width(f"{line[:end]}-", weight, size) <= width
        )
        parts.append(f"{line[:end]}-")
        line = line[end:]
    return [*parts, line]


def _shortened(lines: list[str], most: int, weight: Weight, size: int, width: int) -> list[str]:
    if len(lines) <= most:
        return lines
    last = lines[most - 1].rstrip("- ")
    while _width(last + ELLIPSIS, weight, size) > width:
        last = last[:-1].rstrip()
    return [*lines[: most - 1], last + ELLIPSIS]


def _width(text: str, weight: Weight, size: int) -> float:
    return font(weight, size).getlength(text)
