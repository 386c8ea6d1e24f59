"""Marks what cannot be read: between ⟦ and ⟧, where the check leads the editor to it."""

from typing import Any

from katalog.spreadsheets.rows import Fault, Place, RawCourse


def mark(course: RawCourse, fault: Fault) -> None:
    """Put a mark in the place of a faulty value, or above the text where there is no place for one.

    Of the text itself the check says where it is wrong.
    """
    if fault.loc == ("body",):
        return
    target, key = _innermost(course.data, fault)
    if key is None:
        course.body = f"{_marked(None, fault.place)}\n\n{course.body}"
    else:
        target[key] = _marked(target[key] if isinstance(target, list) else target.get(key), fault.place)


def _innermost(data: dict[str, Any], fault: Fault) -> tuple[Any, Any]:
    """Return what holds the faulty value, and its key there; of a part that is one text, the text."""
    target: Any = None
    key: Any = None
    value: Any = data
    for step in fault.loc:
        if isinstance(value, dict):
            target, key, value = value, step, value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            target, key, value = value, step, value[step]
    return target, key


def _marked(there: Any, place: Place) -> str:
    text = there if isinstance(there, str) else place.cell.text
    plain = " ".join(text.replace("⟦", "").replace("⟧", "").split())
    return f"⟦{plain[:110]}⟧"
