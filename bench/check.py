"""What checking costs: all problems of made-up records, cold, unchanged, and with one file changed.

python -m bench.check [records]
"""

import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from katalog.incremental.last_check import CheckResult, checked
from katalog.process_environment import collect_seldom
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
    found = checked(root, SETTINGS, TODAY)
    return time.process_time() - started, found


def main() -> None:
    collect_seldom()
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_002
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        size = write_records(root, count)
        print(f"{count} records of {size // count} bytes each")
        measured(root)[1]  # the first check also loads the package
        for kept in ("check", "files"):
            (root / ".katalog" / kept).unlink()
        for name in ("cold", "unchanged", "one changed"):
            if name == "one changed":
                file = next((root / "courses").glob("*.md"))
                file.write_text(file.read_text("utf-8") + "\nMere.\n", "utf-8")
            seconds, found = measured(root)
            each = seconds / count * 1e3
            print(f"{name}: {seconds:.2f} CPU s, {each:.3f} ms a record, {len(found.problems)} problems")


if __name__ == "__main__":
    main()
