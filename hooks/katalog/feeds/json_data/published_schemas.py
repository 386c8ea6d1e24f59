"""The published JSON Schemas: files that `katalog schema` makes from the models, and a test holds to them.

They are the same in every build but for the site's address, and take longer to make than fifty pages.
"""

from collections.abc import Iterator
from pathlib import Path

from katalog.feeds.feed import Feed

FOLDER = Path(__file__).parent / "published"


def published_schemas(site_url: str) -> Iterator[Feed]:
    """Yield the JSON Schema of every kind of file, and of the records editors write, below `schema/`."""
    for path in sorted(FOLDER.rglob("*.json")):
        address = path.relative_to(FOLDER).as_posix()
        text = path.read_text("utf-8").replace(_id("/", address), _id(site_url or "/", address), 1)
        yield Feed(address, text.encode())


def _id(site_url: str, address: str) -> str:
    return f'"$id": "{site_url}{address}"'
