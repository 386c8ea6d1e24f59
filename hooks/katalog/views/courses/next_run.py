"""Which of a course's runs a reader wants first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from katalog.catalogue.state import AHEAD, JOINABLE, CourseRun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from katalog.views.reader import Reader


def next_run(reader: Reader, runs: Sequence[CourseRun]) -> CourseRun:
    """Return the run a reader wants first: one that can be joined, the next one ahead, or the latest."""
    if len(runs) == 1:
        return runs[0]
    ahead = [run for run in runs if run.state(reader.today) in AHEAD]
    if not ahead:
        return max(runs, key=lambda run: _start(run, ""))
    return min(ahead, key=lambda run: (run.state(reader.today) not in JOINABLE, _start(run, "9999")))


def _start(run: CourseRun, undated: str) -> str:
    return run.start.isoformat() if run.start else undated
