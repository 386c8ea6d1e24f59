"""Break views, feeds and catalogue at random, one place at a time, and count which breaks the tests see.

    python -m bench.breaks 200 1         # 200 breaks from seed 1, in a copy of the project; some 8 s each
    python -m bench.breaks 200 1 12 31   # only these two of them

A break is seen when a test of the outputs or of the rooms fails, or else any other fast one. A break that
none sees lacks a test, unless it changes nothing that anyone could see.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.mutations import Mutation, mutations

REPOSITORY = Path(__file__).parent.parent
ROOMS = ("views", "feeds", "catalogue")
FIRST = ("tests/golden", *(f"tests/{room}" for room in ROOMS), "tests/html")
ELSEWHERE = ("browser", "e2e", "new_site", "content", "bench", "test_house.py", "test_architecture.py")
REST = (
    "-n2",
    "tests",
    *(f"--ignore=tests/{name}" for name in ELSEWHERE),
    *(f"--ignore={at}" for at in FIRST),
)
SECONDS = 400  # a loop may have become endless


def chosen(root: Path, count: int, seed: int) -> list[Mutation]:
    """Return so many breaks of the rooms, all different; every possible one is as likely."""
    files = [path for room in ROOMS for path in sorted((root / "hooks/katalog" / room).rglob("*.py"))]
    possible = [each for path in files for each in mutations(path)]
    return random.Random(seed).sample(possible, count)


class Copy:
    """A copy of the project, in which one thing is broken at a time."""

    def __init__(self, root: Path) -> None:
        """Copy to `root`, an empty folder."""
        self.root = root
        left_out = shutil.ignore_patterns(".git", ".venv", "node_modules", "site.*", ".katalog")
        shutil.copytree(REPOSITORY, root, ignore=left_out, dirs_exist_ok=True)

    def passes(self, *arguments: str) -> bool:
        """Run tests until the first fails; no answer in time is a failure."""
        command = [sys.executable, "-m", "pytest", "-qx", "-pno:cacheprovider", "--no-header", *arguments]
        environment = {**os.environ, "PYTHONPATH": str(self.root / "hooks"), "PYTHONDONTWRITEBYTECODE": "1"}
        try:
            done = subprocess.run(
                command, cwd=self.root, env=environment, capture_output=True, check=False, timeout=SECONDS
            )
        except subprocess.TimeoutExpired:
            return False
        return done.returncode == 0

    def sees(self, mutation: Mutation) -> str:
        """Return which tests see a break: the first ones, the rest, none."""
        source = mutation.path.read_bytes()
        stat = mutation.path.stat()
        mutation.path.write_bytes(mutation.of(source))
        try:
            if not self.passes(*FIRST):
                return "first"
            return "none" if self.passes(*REST) else "rest"
        finally:
            mutation.path.write_bytes(source)
            os.utime(mutation.path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def main() -> int:
    """Break as the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int, nargs="?", default=100)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    parser.add_argument("only", type=int, nargs="*", help="numbers of breaks")
    options = parser.parse_args()
    seen: Counter[tuple[str, bool]] = Counter()
    with TemporaryDirectory() as folder:
        copy = Copy(Path(folder))
        if not copy.passes(*FIRST):
            sys.exit("the tests fail already")
        for number, mutation in enumerate(chosen(copy.root, options.count, options.seed), 1):
            if options.only and number not in options.only:
                continue
            by = copy.sees(mutation)
            seen[mutation.path.relative_to(copy.root / "hooks/katalog").parts[0], by != "none"] += 1
            place = f"{mutation.path.relative_to(copy.root)}:{mutation.line}"
            print(f"{number}\t{by}\t{place}\t{mutation.before}\t→ {mutation.after}", flush=True)
    for room in ROOMS:
        print(f"{room}: {seen[room, True]} seen, {seen[room, False]} not")
    return 0


if __name__ == "__main__":
    sys.exit(main())
