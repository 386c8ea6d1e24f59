"""Frames: a page of the theme with holes, rendered once and filled for every record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

SLOTS = ("title", "description", "head", "languages", "body", "body_class")
_MARK = re.compile(r"katalog-slot-([a-z_]+)-7f3c")


def markers() -> dict[str, str]:
    """Return the text that stands in each slot of a page that becomes a frame."""
    return {name: f"katalog-slot-{name}-7f3c" for name in SLOTS}


class Frame(Struct, frozen=True):
    """The theme's page around the slots: its texts in UTF-8, and the slot after each but the last."""

    texts: tuple[bytes, ...]
    slots: tuple[str, ...]

    @classmethod
    def of(cls, html: str) -> Frame:
        """Cut a rendered page at its markers; a page without all of them is a bug (`ValueError`)."""
        pieces = _MARK.split(html)
        if missing := set(SLOTS) - set(pieces[1::2]):
            raise ValueError(f"the theme's page lacks {', '.join(sorted(missing))}")
        return cls(tuple(text.encode() for text in pieces[::2]), tuple(pieces[1::2]))

    def fill(self, slots: Mapping[str, str]) -> bytes:
        """Return the page with its slots filled, in UTF-8."""
        first, *others = self.texts
        filled = [first]
        for name, text in zip(self.slots, others, strict=True):
            filled += (slots[name].encode(), text)
        return b"".join(filled)
