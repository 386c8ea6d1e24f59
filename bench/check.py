"""What checking costs: all problems of a project of made-up records, cold and then unchanged.

python -m bench.check [records]
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from katalog.cli.check_cache import CheckResult, cached_check
from katalog.settings import read_settings
from tests.good.generator import TOPICS, make_records

SETTINGS = read_settings({
    "languages": [{"tag": "da", "name": "Dansk"}, {"tag": "sv", "name": "Svenska", "path": "sv/"}],
    "operator": {"name": "Katalog"},
    "site_name": {"da": "Katalog", "sv": "Katalog"},
})  # fmt: skip
TODAY = date(2026, 11, 22)


def write_records(root: Path, count: int) -> int:
    """Write `count` good records and their topics; returns how many bytes."""
    size = 0
    for number, made in enumerate(make_records(count, seed=1)):
        file = root / made.path
        file.parent.mkdir(parents=True, exist_ok=True)
        size += file.write_bytes(made.text(by_hand=number % 2 == 0).encode())
    topics = "".join(f"- id: {topic}\n  name: {{da: {topic}}}\n" for topic in TOPICS)
    (root / "content/topics.yml").write_text(topics)
    return size


def measured(root: Path) -> tuple[float, CheckResult]:
    """Return the CPU seconds of one check, and what it found."""
    started = time.process_time()
    found = cached_check(root, SETTINGS, TODAY, use_cache=True)
    return time.process_time() - started, found


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_002
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        size = write_records(root, count)
        print(f"{count} records of {size // count} bytes each")
        measured(root)[1]  # the first check also loads the package
        (root / ".katalog/check.json").unlink()
        for name in ("cold", "unchanged"):
            seconds, found = measured(root)
            each = seconds / count * 1e3
            print(f"{name}: {seconds:.2f} CPU s, {each:.3f} ms a record, {len(found.problems)} problems")


if __name__ == "__main__":
    main()
