"""Digests of all pages, their structured data and all feeds of a site of generated records.

    python -m tests.golden.generated           # after a change that is meant
    python -m tests.golden.generated FOLDER    # the texts behind the digests, to compare before and after

The records have every field, with values nobody would think of, and lists so long that they are in parts.
Names of classes are left out: they are the templates' own.
"""

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import yaml

from katalog.building.build import Build, prepare
from katalog.catalogue.addresses import SECTIONS
from katalog.catalogue.revision import Revision
from katalog.feeds.json_ld import json_ld
from katalog.feeds.sitemap import robots, sitemaps
from katalog.settings import read_settings
from katalog.views.reader import Reader
from katalog.views.share_picture import record_picture, section_picture
from tests.good.generator import TOPICS, make_records
from tests.support import SETTINGS, Made, all_feeds, data_at, write_files

DIGESTS = Path(__file__).parent / "generated.txt"
TODAY = date(2018, 10, 15)
DATES = (date(2018, 4, 1), 270)
"""Of records, so that as many are ahead as past."""
COUNT, SEED = 96, 7
ROOM = 12
"""Of a page's list."""
DEPTH = 2
"""Folders below each other that have a digest of their own."""
OF_PAGES = ("section", "kind", "record", "in_search_and_sitemap", "alternates", "feeds", "part")
"""What is known of a page besides what it shows: menus, search, shared pictures and the sitemap go by it."""
TRANSLATED = {"courses", "projects", "news"}
TITLE = {"da": "Oversat titel", "sv": "Översatt titel"}


def texts(root: Path) -> dict[str, str]:
    """Return the text of each output by its address; `root` is an empty folder."""
    with patch("katalog.views.shared.pagination.ROOM", ROOM):
        return dict(output_texts(_build(root)))


def digests(found: dict[str, str], depth: int) -> list[str]:
    """Return a line for each folder of the site, in the order of their addresses."""
    folders: dict[str, list[str]] = {}
    for address in sorted(found):
        folders.setdefault("/".join(address.split("/")[:depth]), []).append(f"{address}\n{found[address]}\n")
    return [f"{sha256(''.join(each).encode()).hexdigest()[:12]} {folder}" for folder, each in folders.items()]


def _build(root: Path) -> Build:
    files = dict(_files())
    topics = [{"id": topic, "name": {"da": topic, "sv": topic}} for topic in TOPICS]
    write_files(root, {"content/topics.yml": yaml.safe_dump(topics), **files})
    build = prepare(root, read_settings(SETTINGS), TODAY, root / "site")
    assert not build.errors
    build.history = {
        path: Revision(number % 3 + 1, datetime(2018, 9, number % 28 + 1, tzinfo=UTC))
        for number, path in enumerate(files)
    }
    return build


def _files() -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each record, and of a translation of some."""
    for number, made in enumerate(make_records(COUNT, SEED, DATES)):
        if made.collection == "libraries":
            where = {"lat": f"{55 + number / 100:.2f}", "lon": f"{9 + number % 7 / 10:.1f}"}
            made.data.update({"country": "DK", "location": where, "municipality": f"Kommune {number % 5}"})
        yield made.path, made.text()
        if made.collection in TRANSLATED and number % 2 == 0 and made.data["draft"] == "false":
            other = "sv" if made.data["language"] == "da" else "da"
            path = made.path.removesuffix(".md") + f".{other}.md"
            yield path, f"---\ntitle: {TITLE[other]} {number}\n---\n\n{TITLE[other]}.\n"


def output_texts(build: Build, *, views: bool = False) -> Iterator[tuple[str, str]]:
    """Yield the text of each output of a build with its address.

    With `views` also all that a site's own templates are given, of which the engine's show most.
    """
    made = Made(build)
    for address, page in made.pages.items():
        reader = made.reader(page.language)
        data = json_ld(page, reader, data_at(reader, address))
        slots = build.renderer.slots(page, data)
        yield f"{address} head", "\n".join(text for name, text in slots.items() if name != "body")
        yield f"{address} body", _without_classes(slots["body"])
        yield f"{address} page", "\n".join(f"{name} {getattr(page, name)}" for name in OF_PAGES)
        if views:
            yield f"{address} view", repr(page.view)
    for reader in build.readers.values():
        yield from ((feed.address, feed.data.decode()) for feed in all_feeds(reader))
        yield from _pictures(reader)
    pages = {address: page.alternates for address, page in made.pages.items() if page.in_search_and_sitemap}
    yield from ((name, data.decode()) for name, data in sitemaps(pages, build.settings.site_url))
    yield "robots.txt", robots(build.settings).decode()


def _pictures(reader: Reader) -> Iterator[tuple[str, str]]:
    """Yield what the pictures say that stand beside shared addresses."""
    entries = reader.catalogue.entries.values()
    for picture in (
        *(record_picture(reader, each) for each in entries),
        *(section_picture(reader, each) for each in SECTIONS),
    ):
        if picture:
            yield picture.address, f"{picture.words} {picture.alt}"


def _without_classes(html: str) -> str:
    parser = _Text()
    parser.feed(html)
    parser.close()
    return "\n".join(parser.lines)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.lines.append(f"<{tag} {' '.join(f'{name}={value}' for name, value in attrs if name != 'class')}")

    def handle_data(self, data: str) -> None:
        self.lines.append(data.strip())


def write_digests(texts: Callable[[Path], dict[str, str]], file: Path, depth: int) -> None:
    """Write the digests of a site anew, or the texts behind them to the folder of the command line."""
    with TemporaryDirectory() as folder:
        found = texts(Path(folder))
    if sys.argv[1:]:
        names = {address.replace("/", "_") or "index": text for address, text in found.items()}
        write_files(Path(sys.argv[1]), names)
    else:
        file.write_text("\n".join(digests(found, depth)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_digests(texts, DIGESTS, DEPTH)
