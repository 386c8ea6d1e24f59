"""What form editors' YAML libraries write, the check reads back unchanged.  Needs Node.

    python -m bench.form_editors [records]

Run by `make audit`, not by `make test`: a machine with only Python has to pass the tests.
"""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

from katalog.source import read_source
from tests.good.generator import make_records

HERE = Path(__file__).parent.parent / "tests" / "js"


def written(records: list[dict[str, object]]) -> list[dict[str, str]]:
    """Return every record as every library writes it, in order."""
    lines = "".join(json.dumps(each) + "\n" for each in records)
    done = subprocess.run(
        ["node", "write.mjs"], cwd=HERE, input=lines, capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_002
    if not (HERE / "node_modules").is_dir():
        subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=HERE, check=True)
    records = [made.data for made in make_records(count, seed=9)]
    texts = written(records)
    writers = len(texts) // len(records)
    failures: Counter[str] = Counter()
    for number, each in enumerate(texts):
        source, problems = read_source("courses/a.md", f"---\n{each['text']}---\n\nTekst.\n".encode())
        if source is None or problems or source.tree.data != records[number // writers]:
            failures[each["writer"]] += 1
            if sum(failures.values()) <= 5:
                print(each["writer"], problems, each["text"], sep="\n")
    print(
        f"{len(records)} records, each written {writers} ways: {sum(failures.values())} came back otherwise"
    )
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
