"""The badge of a state: its name, and the names it turns into as days go by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from katalog.catalogue.state import State


class StateView(Struct, frozen=True):
    """A course's state; `steps` let a page built days ago say what holds today.

    Each step is the instant from which a later state holds (ISO 8601 with offset), the state and its
    name; `|` stands between them, and without any it is empty.
    """

    key: State
    label: str
    joinable: bool
    steps: str
