"""Frames: the theme's page with holes, rendered once for a language and filled for every record.

Two things in the theme's page depend on a page's address: relative URLs, and which section is marked in
the navigation.  They are the same for all pages beside each other, so a frame is made for these.
"""

import re
from collections.abc import Mapping

from msgspec import Struct

from katalog.catalogue.addresses import NAVIGATION, parent_folders, url_from_folders
from katalog.html.navigation import CURRENT
from katalog.problems import Position, Problem
from katalog.problems.own_code import OwnCodeError

SLOTS = ("title", "description", "head", "languages", "body", "body_class")
_MARKER = re.compile(r"katalog-(slot|url|current)-(.*?)-7f3c")

MOST_FRAMES = 64
"""How many frames are held at a time: 1 MB."""


def _marker(kind: str, name: str) -> str:
    return f"katalog-{kind}-{name}-7f3c"


def markers() -> dict[str, str]:
    """Return the text that stands in each slot of the theme's page."""
    return {name: _marker("slot", name) for name in SLOTS}


def url_marker(address: str) -> str:
    """Return the marker of a link to an address of the site; `.` is the root, as for MkDocs."""
    return address if address.startswith("/") else _marker("url", address or ".")


def current_markers() -> dict[str, str]:
    """Return the text that stands at each section's link where the attribute of the current one belongs."""
    return {key: _marker("current", key) for key in NAVIGATION}


class Frame(Struct, frozen=True):
    """The theme's page around the slots: its texts in UTF-8, and the slot after each but the last."""

    texts: tuple[bytes, ...]
    slots: tuple[str, ...]

    def fill(self, slots: Mapping[str, str]) -> bytes:
        """Return the page with its slots filled, in UTF-8."""
        first, *others = self.texts
        filled = [first]
        for name, text in zip(self.slots, others, strict=True):
            filled += (slots[name].encode(), text)
        return b"".join(filled)


class ThemePage(Struct, frozen=True):
    """The theme's page in one language: a text, then every marker's kind and name and the text after it."""

    first: str
    others: tuple[tuple[str, str, str], ...]

    @classmethod
    def of(cls, html: str) -> "ThemePage":
        """Cut a rendered page at its markers; `OwnCodeError` where a frame of the site's own lacks slots."""
        first, *pieces = _MARKER.split(html)
        others = tuple(zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True))
        if missing := set(SLOTS) - {name for kind, name, _ in others if kind == "slot"}:
            params = {"written": ", ".join(sorted(missing))}
            raise OwnCodeError(Problem("overrides/main.html", Position(), "look.frame", params))
        return cls(first, others)

    def frame(self, address: str, section: str) -> Frame:
        """Return the frame of the page at `address`, which lies in `section`, and of those beside it."""
        texts, slots, around = [[self.first]], [], parent_folders(address)
        for kind, name, text in self.others:
            if kind == "slot":
                slots.append(name)
                texts.append([text])
            elif kind == "url":
                texts[-1] += (url_from_folders(name, around) if name != "." else _root(around), text)
            else:
                texts[-1] += (CURRENT if name == section else "", text)
        return Frame(tuple("".join(each).encode() for each in texts), tuple(slots))


class Frames:
    """Frames of the pages of a site, made once for those beside each other."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str], Frame] = {}

    def of(self, page: ThemePage, address: str, front: str, section: str) -> Frame:
        """Return the frame of the page at `address`: that of a section's `front` page is its alone."""
        beside = address[: address.rfind("/", 0, -1) + 1] + "_/"
        key = front if address == front else beside, section
        if key not in self._made:
            if len(self._made) >= MOST_FRAMES:  # each poster lies in a folder of its own
                self._made.clear()
            self._made[key] = page.frame(*key)
        return self._made[key]


def _root(around: tuple[tuple[str, str], ...]) -> str:
    return url_from_folders("", around).removesuffix("/")
