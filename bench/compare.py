"""Build one corpus with Katalog and with stock MkDocs, by turns, and compare: `python -m bench.compare`.

CPU seconds are user and system time of the build and every process it starts; memory is the peak resident set
of its largest process.  Both sides start from nothing each time: no site, no cache.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.corpus import write_corpus
from bench.records import BASE
from bench.stock import write_stock

KIB_PER_UNIT = 1 / 1024 if sys.platform == "darwin" else 1  # macOS counts bytes, Linux KiB


@dataclass(frozen=True, slots=True)
class Cost:
    """What one build took: CPU and wall-clock seconds, peak memory in MiB."""

    cpu: float
    wall: float
    memory: float


def build(folder: Path) -> Cost:
    """Build the project in `folder` from nothing; `SystemExit` when the build fails."""
    for name in ("site", ".katalog"):
        shutil.rmtree(folder / name, ignore_errors=True)
    return cost_of("build", "--quiet", "--config-file", str(folder / "mkdocs.yml"))


def cost_of(*arguments: str) -> Cost:
    """Run MkDocs and measure it with all its children."""
    environment = os.environ | {"KATALOG_TODAY": BASE.isoformat(), "NO_MKDOCS_2_WARNING": "1"}
    started = time.perf_counter()
    pid = os.posix_spawn(sys.executable, [sys.executable, "-m", "mkdocs", *arguments], environment)
    _, status, usage = os.wait4(pid, 0)
    if status:
        sys.exit(f"mkdocs {' '.join(arguments)} failed")
    wall = time.perf_counter() - started
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * KIB_PER_UNIT / 1024)


def middle(costs: list[Cost]) -> Cost:
    """Return the medians."""
    return Cost(*(median(getattr(cost, name) for cost in costs) for name in ("cpu", "wall", "memory")))


def report(sides: dict[str, list[Cost]]) -> str:
    """Write the medians as a table, and the ratio that decides."""
    rows = ["| | CPU s | wall s | peak MiB |", "|---|---|---|---|"]
    for name, costs in sides.items():
        cost = middle(costs)
        rows.append(f"| {name} | {cost.cpu:.2f} | {cost.wall:.2f} | {cost.memory:.0f} |")
    katalog, stock = (middle(costs).cpu for costs in sides.values())
    return "\n".join([*rows, "", f"Katalog takes {katalog / stock:.3f} of stock MkDocs' CPU time."])


def compare(folder: Path, courses: int, runs: int) -> str:
    """Write both projects below `folder`, build them by turns, and report."""
    write_corpus(folder / "katalog", courses, seed=1)
    pages = write_stock(folder / "stock", courses, seed=1)
    print(f"{courses} courses, {pages} stock pages, {runs} runs", flush=True)
    sides: dict[str, list[Cost]] = {"katalog": [], "stock": []}
    for _ in range(runs):
        for name, costs in sides.items():
            costs.append(build(folder / name))
            print(f"  {name:8} {costs[-1].cpu:7.2f} CPU s", flush=True)
    return report(sides)


def main() -> None:
    """Read the command line and compare."""
    parser = argparse.ArgumentParser(description="Compare Katalog with stock MkDocs and Material.")
    parser.add_argument("--courses", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="katalog-bench-") as folder:
        print(compare(Path(folder), options.courses, options.runs))


if __name__ == "__main__":
    main()
