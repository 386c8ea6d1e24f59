"""Build the same records with Katalog, Hugo, Eleventy and stock MkDocs, by turns: `python -m bench.compare`.

Every side builds everything first, from nothing; then Katalog builds after one change after the other, by
turns with a full build of Hugo, which like the others keeps nothing from one build to the next.
"""

import argparse
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from statistics import median

from bench.edits import read, write
from bench.measured import Cost, middle
from bench.pages import PageSize, sizes
from bench.records import BASE
from bench.sides import CHECK, FLOOR, HUGO, KATALOG, Side, forget, sides


def _nothing(_: Path) -> None:
    pass


def _body(root: Path) -> None:
    path = root / "courses/kursus-00010.md"
    front, body = read(path)
    write(path, front, f"{body}\nEn linje mere.\n")


def _title(root: Path) -> None:
    path = root / "courses/kursus-00010.md"
    front, body = read(path)
    write(path, front | {"title": "Et andet navn"}, body)


def _library(root: Path) -> None:
    path = root / "content/libraries/bibliotek-0001.md"
    front, body = read(path)
    write(path, front | {"title": "Et andet bibliotek"}, body)


def _topic(root: Path) -> None:
    path = root / "content/topics.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("da: ", "da: Nye ", 1), encoding="utf-8")


def _template(root: Path) -> None:
    path = root / "overrides/katalog/news.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('{% extends "engine/news.html" %}\n', encoding="utf-8")


@dataclass(frozen=True)
class Change:
    """What is changed before a build, how many days later it is, and what is forgotten."""

    make: Callable[[Path], None] = _nothing
    days: int = 0
    forgotten: tuple[str, ...] = ()
    side: Side = KATALOG


CHANGES = {
    "unchanged": Change(),
    "the text of a course": Change(_body),
    "the title of a course": Change(_title),
    "the name of a library": Change(_library),
    "the name of a topic": Change(_topic),
    "a template": Change(_template),
    "the next day": Change(days=1),
    "check: unchanged": Change(days=1, side=CHECK),
    "check: the text of a course": Change(_body, days=1, side=CHECK),
    "check: everything": Change(days=1, forgotten=(".katalog",), side=CHECK),
}


@dataclass
class Figures:
    """What the runs cost, by the name of a side or a change; a cost stands beside Hugo's of its turn."""

    costs: dict[str, list[Cost]] = field(default_factory=dict)
    ratios: dict[str, list[float]] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)

    def note(self, name: str, cost: Cost, beside: Cost | None) -> None:
        """Note one build, and what the other side's took in the same turn."""
        self.costs.setdefault(name, []).append(cost)
        if beside:
            self.ratios.setdefault(name, []).append(cost.cpu / beside.cpu)
        print(f"  {name:32} {cost.cpu:8.2f} CPU s {cost.wall:8.2f} s {cost.memory:7.0f} MiB", flush=True)

    def report(self) -> str:
        """Write the medians, and those of the ratios.

        The machine's speed drifts from minute to minute, and a turn sees nearly the same of it.
        """
        rows = ["| | CPU s | s | peak MiB | CPU, of Hugo's full build |", "|---|---|---|---|---|"]
        for name, costs in self.costs.items():
            cost, ratios = middle(costs), self.ratios.get(name)
            ratio = f"{median(ratios):.3f}" if ratios else ""
            rows.append(f"| {name} | {cost.cpu:.2f} | {cost.wall:.2f} | {cost.memory:.0f} | {ratio} |")
        rows += ["", "| | files, MB; pages: KiB compressed and elements |", "|---|---|"]
        return "\n".join([*rows, *(f"| {name} | {text} |" for name, text in self.pages.items())])


KINDS = {
    "course": ("kurser/kursus-00010", "courses/kursus-00010", "da/courses/kursus-00010"),
    "list": ("kurser", "courses"),
    "topic": ("emner/projektledelse", "topics/projektledelse"),
    "person": ("kontakt/person-0001", "people/person-0001", "da/content/contacts/person-0001"),
}
"""Addresses of the same pages on the sides."""


def pages_of(site: Path) -> str:
    """Tell how many files a side makes, and how large single pages are."""
    files = [path for path in site.rglob("*") if path.is_file()]
    total = sum(path.stat().st_size for path in files) / 1e6
    found = {page.address: page for page in sizes(site)}
    shown = [
        _shown(kind, found[address])
        for kind, addresses in KINDS.items()
        for address in addresses
        if address in found
    ]
    return f"{len(files)} files, {total:.0f} MB; {'; '.join(shown)}"


def _shown(kind: str, page: PageSize) -> str:
    return f"{kind} {page.squeezed / 1024:.1f}, {page.elements}"


def run(folder: Path, courses: int, chosen: list[Side], figures: Figures) -> None:
    """Write every project below `folder`, build all by turns, then Katalog after every change."""
    folders = {side.name: folder / str(number) for number, side in enumerate(chosen)}
    for side in chosen:
        side.write(folders[side.name], courses)
    hugo = [side for side in chosen if side.name == HUGO]
    beside = None
    for side in [*hugo, *(each for each in chosen if each not in hugo)]:
        cost = side.build(folders[side.name])
        beside = beside or cost
        figures.note(side.name, cost, beside)
        figures.pages[side.name] = pages_of(folders[side.name] / side.published)
    root = folders[KATALOG.name]
    figures.note(FLOOR.name, FLOOR.build(root), beside)
    for name, change in CHANGES.items():
        if change.side is KATALOG and hugo:
            beside = hugo[0].build(folders[HUGO])
        change.make(root)
        forget(root, *change.forgotten)
        day = (BASE + timedelta(change.days)).isoformat()
        figures.note(f"Katalog, {name}", change.side.build(root, KATALOG_TODAY=day), beside)


def main() -> None:
    """Read the command line and compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--courses", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--without", action="append", default=[], help="leave out a side")
    options = parser.parse_args()
    chosen, figures = [side for side in sides() if side.name not in options.without], Figures()
    for _ in range(options.runs):
        with tempfile.TemporaryDirectory(prefix="katalog-bench-") as folder:
            run(Path(folder), options.courses, chosen, figures)
    print(figures.report())


if __name__ == "__main__":
    main()
