"""What a feed is to the build."""

from __future__ import annotations

from msgspec import Struct


class Feed(Struct, frozen=True):
    """One machine-readable output: its address relative to the site's root, and its bytes."""

    address: str
    data: bytes
