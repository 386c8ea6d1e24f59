"""How often a record's file was changed, and when last."""

from datetime import datetime

from msgspec import Struct


class Revision(Struct, frozen=True):
    """What a file's history says: how many changes there were, and the instant of the last (UTC)."""

    number: int
    at: datetime
