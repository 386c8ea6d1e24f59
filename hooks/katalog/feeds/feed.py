"""What a feed is to the build."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Feed:
    """One machine-readable output: its address relative to the site's root, and its bytes."""

    address: str
    data: bytes
