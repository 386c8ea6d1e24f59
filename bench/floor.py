"""The least a build can cost: read and parse the sources, write the bytes that were published.

`python bench/floor.py` in a project of Katalog's that is built; what it writes lies beside it.
"""

from pathlib import Path

import yaml
from comrak import render_markdown

SOURCES = ("courses", "projects", "content")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def main() -> None:
    """Read, parse, write."""
    for folder in SOURCES:
        for path in Path(folder).rglob("*.md"):
            _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
            yaml.load(front, Loader=LOADER)  # noqa: S506 - the safe one
            render_markdown(body)
    for path in Path("site").rglob("*"):
        target = ".." / Path("floor") / path
        if path.is_dir():
            target.mkdir(parents=True, exist_ok=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())


if __name__ == "__main__":
    main()
