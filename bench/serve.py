"""What the preview costs: `python -m bench.serve --courses 1000 --edits 200`.

Serves generated records by `katalog site` and edits one course after the other, the text and the title by
turns: seconds from saving until the page is served anew, and the memory of the process after the first build
and after the last edit (resident, MiB).
"""

import argparse
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

from bench.corpus import write_corpus
from bench.edits import read, write

DAY = "2026-09-01"
PATIENCE = 600
REST = 10
"""Seconds until the build that follows the last edit is surely over."""
EVERY = 0.01
"""Seconds between two looks at a page."""


def memory(process: int) -> float:
    """Return the resident memory of a process in MiB."""
    found = subprocess.run(["ps", "-o", "rss=", "-p", str(process)], capture_output=True, check=True)
    return int(found.stdout) / 1024


def wait_for(address: str, text: str) -> float:
    """Return the seconds until a page holds a text."""
    began = monotonic()
    while monotonic() - began < PATIENCE:
        try:
            with urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 - on loopback
                if text in answer.read().decode():
                    return monotonic() - began
        except URLError:
            pass
        sleep(EVERY)
    raise TimeoutError(address)


def edits(courses: list[Path], count: int) -> Iterator[tuple[str, str, str]]:
    """Edit courses one after the other; yield the id, what was edited and what the page is to say."""
    for number in range(count):
        path, word = courses[number % len(courses)], f"Ny{number}"
        front, body = read(path)
        if number % 2:
            write(path, front | {"title": f"{word} titel"}, body)
            yield path.stem, "title", word
        else:
            write(path, front, f"{body}\n{word} linje.\n")
            yield path.stem, "text", word


def main() -> int:
    """Measure once."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--courses", type=int, default=1000)
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--pause", type=float, default=0.0, help="seconds between edits")
    options = parser.parse_args()
    with TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as free:
        root, port = Path(folder) / "project", free.getsockname()[1]
        write_corpus(root, options.courses, 1)
        free.close()
        environment = os.environ | {"KATALOG_TODAY": DAY}
        command = [sys.executable, "-m", "katalog", "site", "--port", str(port)]
        with subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.DEVNULL) as server:
            try:
                measure(server.pid, root, f"http://127.0.0.1:{port}/", options)
            finally:
                server.terminate()
    return 0


def measure(process: int, root: Path, address: str, options: argparse.Namespace) -> None:
    """Edit and print what it took."""
    files = sorted((root / "courses").glob("*.md"))
    courses = [
        each for each in files if each.name.count(".") == 1 and not each.with_suffix(".da.md").exists()
    ]
    print(f"first build {wait_for(address, '</html>'):.1f} s", flush=True)
    sleep(options.pause)
    before, taken = memory(process), dict[str, list[float]](text=[], title=[])
    for course, what, word in edits(courses, options.edits):
        taken[what].append(wait_for(f"{address}kurser/{course}/", word))
        sleep(options.pause)
    sleep(REST)
    for what, seconds in taken.items():
        ninth = quantiles(seconds, n=10)[-1]
        print(f"{what:<6} {median(seconds):5.2f} s median, {ninth:5.2f} s in nine of ten")
    print(f"memory {before:.0f} MiB after the first build, {memory(process):.0f} after {options.edits} edits")


if __name__ == "__main__":
    sys.exit(main())
