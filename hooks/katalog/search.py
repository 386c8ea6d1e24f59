"""Search: Pagefind's index over finished pages, one for each language they are in."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from pagefind_bin_extended import get_executable

if TYPE_CHECKING:
    from pathlib import Path


def index(stage: Path) -> None:
    """Write `pagefind/` beside the pages of `stage`; what is searched carries `data-pagefind-body`."""
    command = [str(get_executable()), "--site", str(stage), "--quiet"]
    subprocess.run(command, check=True)
