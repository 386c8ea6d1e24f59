"""What several kinds of JSON-LD share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from katalog.feeds.data import models


def stated(node: Mapping[str, Any]) -> dict[str, Any]:
    """Return a node without what is not known."""
    return {name: value for name, value in node.items() if value not in ("", None, [], ())}


def body(reference: models.Reference | None, type_: str = "Organization") -> dict[str, Any] | None:
    """Return another record as a node of its own, by its address where it has one."""
    if reference is None:
        return None
    return stated({"@type": type_, "@id": reference.url, "name": reference.title})


def bodies(
    references: Iterable[models.Reference], type_: str = "Organization"
) -> list[dict[str, Any] | None]:
    """Return other records."""
    return [body(each, type_) for each in references]


def place(reference: models.Reference | None, *, online: bool, url: str) -> dict[str, Any] | None:
    """Return where something is held; `url` is the page that leads to a meeting held online."""
    if online:
        return {"@type": "VirtualLocation", "url": url}
    return body(reference, "Place")
