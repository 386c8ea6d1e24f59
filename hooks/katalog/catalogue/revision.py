"""How often a record's file was changed, and when last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import datetime


class Revision(Struct, frozen=True):
    """What a file's history says: how many changes there were, and the instant of the last (UTC)."""

    number: int
    at: datetime
