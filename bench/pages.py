"""How large the pages of a project get: `python -m bench.pages [courses …]`; fails where one is too large.

For every kind of page the largest one, compressed and in elements, and the largest files for programs.
"""

import gzip
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from bench.corpus import write_corpus
from bench.sides import build

SIZES = (1_000, 10_000)
MOST_BYTES = 60 * 1024
"""What a page may take, compressed as hosts do it."""
MOST_ELEMENTS = 5_000
FILES = 8
_ELEMENT = re.compile(rb"<[a-z]")
_KIND = re.compile(rb'class="k-page k-wrap k-([a-z-]+)')


class PageSize(Struct, frozen=True):
    """A page: its address, its kind, its bytes compressed, and how many elements it has."""

    address: str
    kind: str
    squeezed: int
    elements: int


def sizes(site: Path) -> Iterator[PageSize]:
    """Yield the size of every page."""
    for path in sorted(site.rglob("*.html")):
        data = path.read_bytes()
        kind = _KIND.search(data)
        yield PageSize(
            path.parent.relative_to(site).as_posix(),
            kind[1].decode() if kind else "other",
            len(gzip.compress(data, 6)),
            len(_ELEMENT.findall(data)),
        )


def too_large(pages: Iterable[PageSize]) -> list[PageSize]:
    """Return the pages that no reader should wait for."""
    return [page for page in pages if page.squeezed > MOST_BYTES or page.elements > MOST_ELEMENTS]


def report(site: Path, pages: list[PageSize]) -> None:
    """Print the largest page of every kind, and the largest other files."""
    for kind in sorted({page.kind for page in pages}):
        own = [page for page in pages if page.kind == kind]
        heavy, full = max(own, key=lambda page: page.squeezed), max(own, key=lambda page: page.elements)
        print(f"  {kind:20} {len(own):6} pages  {heavy.squeezed / 1024:5.1f} KiB {heavy.address}")
        print(f"  {'':33}  {full.elements:5} elements {full.address}")
    files = [path for path in site.rglob("*") if path.is_file() and path.suffix in {".ics", ".json", ".xml"}]
    for path in sorted(files, key=lambda path: -path.stat().st_size)[:FILES]:
        print(f"  {path.stat().st_size / 1024:8.0f} KiB {path.relative_to(site)}")


def main() -> None:
    """Build projects of several sizes and look at their pages."""
    found: list[PageSize] = []
    for courses in [int(each) for each in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory(prefix="katalog-bench-") as folder:
            write_corpus(Path(folder), courses, seed=1)
            build(Path(folder))
            pages = list(sizes(Path(folder) / "site"))
            print(f"{courses} courses")
            report(Path(folder) / "site", pages)
            found += too_large(pages)
    for page in found:
        print(f"too large: {page.address} ({page.squeezed / 1024:.1f} KiB, {page.elements} elements)")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
