"""How one joins online."""

from __future__ import annotations

from typing import Any

from katalog.schema.record_parts import Part
from katalog.schema.value_types import NO, YES, Boolean, Line, Text, WebAddress


class Online(Part, frozen=True, kw_only=True):
    """How one joins online; beside a place, one may choose.

    Not `offered` says of a session that one cannot join online, though the whole says that one can.
    """

    url: WebAddress | None = None
    platform: Line | None = None
    note: Text | None = None
    offered: Boolean = True

    @staticmethod
    def expand_shorthand(value: Any) -> Any:
        """An address, yes or no, or what there is to say of it."""
        if not isinstance(value, str):
            return value
        if value.casefold() in YES | NO:
            return {"offered": value}
        return {"url" if value.startswith(("https:", "http:", "www.")) else "note": value}
