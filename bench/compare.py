"""Build one corpus with Katalog and with stock MkDocs, by turns, and compare: `python -m bench.compare`.

CPU seconds are user and system time, memory is the peak resident set.  Search indexing is counted apart.
Both sides start from nothing each time: no site, no cache.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.corpus import write_corpus
from bench.records import BASE
from bench.stock import CHEAPEST, SAME_MARKDOWN, write_stock

MEASURED = Path(__file__).with_name("measured.py")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one build took, indexing for search included: CPU seconds and peak memory in MiB."""

    cpu: float
    memory: float


def build(folder: Path) -> Cost:
    """Build the project in `folder` from nothing; `CalledProcessError` when the build fails.

    What an earlier build left is moved away and not deleted: for five minutes ext4 passes over the
    inodes of deleted files one by one, whenever it makes a file, which can double a build.
    """
    for name in ("site", ".katalog"):
        if (folder / name).exists():
            (folder / name).rename(Path(tempfile.mkdtemp(prefix="earlier-", dir=folder)) / name)
    return cost_of("build", "--quiet", "--config-file", str(folder / "mkdocs.yml"))


def cost_of(*arguments: str) -> Cost:
    """Run MkDocs and measure it."""
    environment = os.environ | {"KATALOG_TODAY": BASE.isoformat(), "NO_MKDOCS_2_WARNING": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as users have it: Python keeps what it has compiled
    command = [sys.executable, str(MEASURED), *arguments]
    result = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    costs = json.loads(result.stdout.splitlines()[-1])
    return Cost(costs["build"]["cpu"], costs["build"]["memory"])


def middle(costs: list[Cost]) -> Cost:
    """Return the medians."""
    return Cost(*(median(getattr(cost, name) for cost in costs) for name in ("cpu", "memory")))


def report(sides: dict[str, list[Cost]]) -> str:
    """Write the medians as a table, and the ratio that decides: the median of the pairs built in turn.

    The machine's speed drifts from minute to minute, and a pair sees nearly the same of it.
    """
    rows = ["| | CPU s | peak MiB |", "|---|---|---|"]
    for name, costs in sides.items():
        cost = middle(costs)
        rows.append(f"| {name} | {cost.cpu:.2f} | {cost.memory:.0f} |")
    ratios = sorted(ours.cpu / theirs.cpu for ours, theirs in zip(*sides.values(), strict=True))
    found = f"{median(ratios):.3f} of stock MkDocs' CPU time (pairs: {ratios[0]:.3f} to {ratios[-1]:.3f})"
    return "\n".join([*rows, "", f"Katalog takes {found}."])


def compare(folder: Path, courses: int, runs: int, extensions: tuple[str, ...]) -> str:
    """Write both projects below `folder`, build them by turns, and report."""
    write_corpus(folder / "katalog", courses, seed=1)
    pages = write_stock(folder / "stock", courses, 1, extensions)
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
    parser.add_argument("--same-markdown", action="store_true", help="let stock MkDocs read what ours reads")
    options = parser.parse_args()
    extensions = SAME_MARKDOWN if options.same_markdown else CHEAPEST
    with tempfile.TemporaryDirectory(prefix="katalog-bench-") as folder:
        print(compare(Path(folder), options.courses, options.runs, extensions))


if __name__ == "__main__":
    main()
