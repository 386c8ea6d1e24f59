"""Marks what cannot be read: between ⟦ and ⟧, where the check leads the editor to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from katalog.spreadsheets.rows import Fault, Place, RawCourse


def mark(course: RawCourse, fault: Fault) -> None:
    """Put a mark in the place of a faulty value, or above the text where that cannot hold one."""
    target = _around(course.data, fault)
    key = fault.loc[-1] if fault.loc else None
    if isinstance(target, dict) and isinstance(key, str):
        target[key] = _marked(target.get(key), fault.place)
    elif isinstance(target, list) and isinstance(key, int) and key < len(target):
        target[key] = _marked(target[key], fault.place)
    else:
        course.body = f"{_marked(None, fault.place)}\n\n{course.body}"


def _around(data: dict[str, Any], fault: Fault) -> Any:
    """Return what the faulty value stands in; nothing for the text, and for what is in no field."""
    target: Any = data if fault.loc != ("body",) else None
    for step in fault.loc[:-1]:
        try:
            target = target[step]
        except (KeyError, IndexError, TypeError):
            return None
    return target


def _marked(there: Any, place: Place) -> str:
    text = there if isinstance(there, str) else place.cell.text
    plain = " ".join(text.replace("⟦", "").replace("⟧", "").split())
    return f"⟦{plain[:110]}⟧"
