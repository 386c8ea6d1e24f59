"""A filled frame is, byte for byte, what the theme's whole template renders for the same page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.e2e.sites import environment

if TYPE_CHECKING:
    from tests.e2e.conftest import Shipped

SAMPLES = (
    "kurser/samskabelse/",
    "sv/kurser/samskabelse/",
    "sv/kurser/strategisk-udvikling-af-bibliotek-og-borgerservice/",
    "indsatsomraader/digital-transformation/",
    "sv/projekt/biss/",
    "biblioteker/vejle-bibliotekerne/",
    "kontakt/nis-g-madsen/",
    "sv/nyheter/deltag-med-din-viden/",
)


def test_frames_equal_full_rendering(shipped: Shipped, tmp_path: Path) -> None:
    script = Path(__file__).parent / "full_rendering.py"
    command = [
        sys.executable,
        str(script),
        str(shipped.project / "mkdocs.yml"),
        str(tmp_path / "site"),
        *SAMPLES,
    ]
    done = subprocess.run(
        command,
        cwd=shipped.project,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{len(SAMPLES)} pages compared" in done.stdout
