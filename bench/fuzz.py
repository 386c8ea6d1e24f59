"""One-edit mutants of good records: none may crash the check, nor lose something without a word.

    python -m bench.fuzz [count] [seed]

A mutant deletes, inserts, swaps or doubles one character or one line.  It is lost silently when no problem is
told and yet a value that stood on another line is gone, or the text of the record is not what it was.  Exits
with 1 when there is one of either.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from katalog.checks.bodies import check_body
from katalog.checks.people import check_show_until
from katalog.checks.repeated_items import (
    check_repeated_followers,
    check_repeated_items,
    check_repeated_run_ids,
)
from katalog.checks.schedules import check_schedules
from katalog.problems import Problem
from katalog.schema.entries import Entry, read_entry
from katalog.source import Loc, Tree, read_source
from tests.good.generator import Made, make_records

CHARACTERS = " :#-'\"[]{}&*!|>%@`,\t\n\\aæ0—\u00a0~?/.="
TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Mutant:
    """A text one edit away from a good one; `lines` of the good one (from 1) were touched."""

    text: str
    lines: frozenset[int]
    edit: str


def mutate(text: str, rng: random.Random) -> Mutant:
    """Return one mutant; half of them by a character, half by a line."""
    edit = rng.choice(("delete", "insert", "swap", "double"))
    return _by_character(text, rng, edit) if rng.random() < 0.5 else _by_line(text, rng, edit)


def _by_character(text: str, rng: random.Random, edit: str) -> Mutant:
    at = rng.randrange(len(text) - 1)
    one, two = text[at], text[at + 1]
    new = {"delete": "", "insert": rng.choice(CHARACTERS) + one, "swap": two + one, "double": one + one}[edit]
    line = text.count("\n", 0, at) + 1
    touched = {line} | ({line + 1} if "\n" in one + two else set())
    rest = text[at + 2 :] if edit == "swap" else text[at + 1 :]
    return Mutant(text[:at] + new + rest, frozenset(touched), f"{edit} character at {line}")


def _by_line(text: str, rng: random.Random, edit: str) -> Mutant:
    lines = text.split("\n")
    at = rng.randrange(len(lines) - 1)
    inserted = rng.choice(lines) if rng.random() < 0.5 else rng.choice(CHARACTERS) * rng.randrange(1, 4)
    new = {
        "delete": [],
        "insert": [inserted, lines[at]],
        "swap": [lines[at + 1], lines[at]],
        "double": [lines[at]] * 2,
    }[edit]
    after = lines[at + 2 :] if edit == "swap" else lines[at + 1 :]
    touched = {at + 1, at + 2} if edit == "swap" else {at + 1}
    return Mutant("\n".join([*lines[:at], *new, *after]), frozenset(touched), f"{edit} line {at + 1}")


def problems_of(made: Made, text: str) -> tuple[Entry | None, list[Problem]]:
    """Read and check one record as a whole check does."""
    source, problems = read_source(made.path, text.encode("utf-8", "surrogatepass"))
    if source is None:
        return None, problems
    entry, more = read_entry(source, "id", made.collection)
    problems += more
    if entry is None or problems:
        return None, problems
    found: Iterable[Problem] = (
        *check_schedules(entry, "Europe/Copenhagen", {}), *check_show_until(entry, TODAY),
        *check_repeated_items(entry), *check_repeated_followers(entry), *check_repeated_run_ids(entry),
        *check_body(entry, ""),
    )  # fmt: skip
    return entry, [*found]


def lost(good: Entry, new: Entry, touched: frozenset[int]) -> list[str]:
    """Return what of a good record is not in the new one, though no edit touched its lines."""
    left = Counter(_leaves(new.tree))
    gone = []
    for loc, (leaf, lines) in _placed(good.tree, good.body_line - 1).items():
        if not lines & touched:
            left[leaf] -= 1
            gone += [f"{loc}: {leaf}"] if left[leaf] < 0 else []
    if good.body.strip() != new.body.strip() and max(touched) < good.body_line - 1:
        gone.append("text")
    return gone


def _leaves(tree: Tree) -> Iterator[tuple[str, str]]:
    for loc, value in _walk(tree.data, ()):
        yield _name(loc), value


def _placed(tree: Tree, end: int) -> dict[Loc, tuple[tuple[str, str], frozenset[int]]]:
    """Every value with the lines it takes: from its key to the next value's key, and the keys it is under.

    Whoever deletes the line `partners:` has edited the partners; where they go then, nobody can tell.
    """
    leaves = [(loc, value) for loc, value in _walk(tree.data, ())]
    starts = [tree.keys.get(loc, tree.values[loc]).line for loc, _ in leaves]
    ends = [*starts[1:], end]
    return {
        loc: ((_name(loc), value), frozenset(range(first, max(first + 1, last))) | _above(tree, loc))
        for (loc, value), first, last in zip(leaves, starts, ends, strict=True)
    }


def _above(tree: Tree, loc: Loc) -> frozenset[int]:
    return frozenset(tree.keys[loc[:size]].line for size in range(1, len(loc)) if loc[:size] in tree.keys)


def _walk(value: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _walk(each, (*loc, key))
    elif isinstance(value, list):
        for position, each in enumerate(value):
            yield from _walk(each, (*loc, position))
    elif value is not None:
        yield loc, value


def _name(loc: Loc) -> str:
    return str(next(step for step in reversed(loc) if isinstance(step, str)))


@dataclass
class Tally:
    """What became of the mutants."""

    told: int = 0
    harmless: int = 0
    crashes: list[str] = field(default_factory=list)
    losses: list[str] = field(default_factory=list)


def fuzz(count: int, seed: int) -> Tally:
    """Try `count` mutants of records of every kind."""
    rng, tally = random.Random(seed), Tally()
    records = [
        (made, made.text(by_hand=number % 2 == 0)) for number, made in enumerate(make_records(120, seed))
    ]
    good = [(made, text, problems_of(made, text)[0]) for made, text in records]
    for _ in range(count):
        made, text, entry = rng.choice(good)
        if entry is None:
            raise AssertionError(f"{made.path} is not good")
        _try(made, entry, mutate(text, rng), tally)
    return tally


def _try(made: Made, good: Entry, mutant: Mutant, tally: Tally) -> None:
    try:
        new, problems = problems_of(made, mutant.text)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        tally.crashes.append(f"{made.path} {mutant.edit}: {error!r}")
        return
    if problems or new is None:
        tally.told += 1
    elif gone := lost(good, new, mutant.lines):
        tally.losses.append(f"{made.path} {mutant.edit}: {gone}\n{mutant.text}")
    else:
        tally.harmless += 1


def report(try_: Callable[[int, int], Tally], most: int) -> int:
    """Try mutants, as many as the command line says and from its seed; 1 when one crashed or was lost."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else most
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    started = time.perf_counter()
    tally = try_(count, seed)
    print(
        f"{count} mutants in {time.perf_counter() - started:.0f} s: "
        f"{tally.told} told, {tally.harmless} harmless,"
    )
    print(f"{len(tally.crashes)} crashes, {len(tally.losses)} silent losses")
    faults = [*tally.crashes, *tally.losses]
    for each in faults[:20]:
        print("\n" + each)
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(report(fuzz, 20_000))
