"""What a build costs after a change, beside a cold one: `python -m bench.rebuild --courses 1000`.

CPU seconds of this process, without MkDocs' part (about a second a build, the same for all), one run: what
counts is the ratio to the cold build of the same run.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING

from bench.corpus import write_corpus
from bench.edits import Site, read, write

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = date(2026, 9, 1)


def _course(site: Site) -> Path:
    return site.root / "courses" / "kursus-00010.md"


def _nothing(_: Site) -> None:
    pass


def _text(site: Site) -> None:
    front, body = read(_course(site))
    write(_course(site), front, f"{body}\nEn linje mere.\n")


def _title(site: Site) -> None:
    front, body = read(_course(site))
    write(_course(site), front | {"title": "Et andet navn"}, body)


def _library(site: Site) -> None:
    path = min((site.root / "content" / "libraries").glob("*.md"))
    front, body = read(path)
    write(path, front | {"title": "Et andet bibliotek"}, body)


def _day(site: Site) -> None:
    site.today += timedelta(1)


def _topic(site: Site) -> None:
    path = site.root / "content" / "topics.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("da: ", "da: Nye ", 1), encoding="utf-8")


CHANGES: dict[str, Callable[[Site], None]] = {
    "cold": _nothing,
    "unchanged": _nothing,
    "text of a course": _text,
    "title of a course": _title,
    "name of a library": _library,
    "the next day": _day,
    "name of a topic": _topic,
}


def main() -> int:
    """Measure every change once."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--courses", type=int, default=1000)
    with TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        write_corpus(root, parser.parse_args().courses, 1)
        site, cold = Site(root, 1, DAY), 0.0
        for name, change in CHANGES.items():
            change(site)
            began = process_time()
            site.write()
            spent = process_time() - began
            cold = cold or spent
            print(f"{name:<20} {spent:6.1f} CPU s  {spent / cold:5.2f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
