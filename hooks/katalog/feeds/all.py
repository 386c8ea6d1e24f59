"""Every feed of the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from katalog.views.reader import Reader


@dataclass(frozen=True, slots=True)
class Feed:
    """One machine-readable output: its address relative to the site's root, and its bytes."""

    address: str
    data: bytes


def all_feeds(readers: Mapping[str, Reader]) -> Iterator[Feed]:
    """Yield every feed in every language."""
    yield from ()
