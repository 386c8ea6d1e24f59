"""Search: Pagefind's index over finished pages, one for each language they are in."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

from pagefind_bin_extended import get_executable

if TYPE_CHECKING:
    from pathlib import Path

UNUSED = ("pagefind-*ui*", "pagefind-highlight.js")
"""Pagefind's own user interfaces; ours is `assets/search.js`."""


def index(stage: Path) -> None:
    """Write `pagefind/` beside the pages of `stage`; what is searched carries `data-pagefind-body`."""
    command = [str(get_executable()), "--site", str(stage), "--quiet"]
    subprocess.run(command, check=True)  # noqa: S603 - no text of an editor's among the arguments
    folder = stage / "pagefind"
    for pattern in UNUSED:
        for file in folder.glob(pattern):
            file.unlink()
    _in_order(folder / "pagefind-entry.json")


def _in_order(entry: Path) -> None:
    """Sort the keys, which Pagefind writes in another order each time: same pages, same bytes."""
    if entry.exists():
        entry.write_text(json.dumps(json.loads(entry.read_text("utf-8")), sort_keys=True), "utf-8")
