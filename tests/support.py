"""Small projects for tests: a few files, made into a catalogue as readers of each language see it."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from textwrap import dedent
from typing import Any, TypeVar

import yaml
from selectolax.lexbor import LexborHTMLParser

from katalog.building.build import Build, prepare
from katalog.catalogue.catalogue import Catalogue
from katalog.feeds.all_feeds import KINDS as KINDS_OF_FEEDS
from katalog.feeds.feed import Feed
from katalog.feeds.json_data import models
from katalog.feeds.json_data.encoded import with_text
from katalog.html.renderer import Renderer
from katalog.settings import read_settings
from katalog.views.all_pages import KINDS as KINDS_OF_PAGES
from katalog.views.output_kinds import OutputKind
from katalog.views.page import Page
from katalog.views.reader import Reader

T = TypeVar("T")

REPOSITORY = Path(__file__).parent.parent
TODAY = date(2026, 11, 22)
SETTINGS: dict[str, Any] = {
    "languages": [{"tag": "da", "name": "Dansk"}, {"tag": "sv", "name": "Svenska", "path": "sv/"}],
    "site_name": {"da": "Katalog", "sv": "Katalogen"},
    "operator": {"name": "Katalog"},
    "site_url": "https://katalog.example/",
    "edit_url": "https://kilde.example/edit/",
    "fields": [{"id": "lokale", "name": {"da": "Lokale", "sv": "Lokal"}}],
}
TOPICS = """\
- id: samskabelse
  name: {da: Samskabelse, sv: Samskapande, en: Co-creation}
- id: laesning
  name: {da: Læsning, sv: Läsning, en: Reading}
"""


@dataclass(frozen=True)
class Made:
    """A project as built on one day: its catalogue, its readers, its pages and their HTML."""

    build: Build

    @property
    def catalogue(self) -> Catalogue:
        return self.build.catalogue

    def reader(self, language: str = "da") -> Reader:
        return self.build.readers[language]

    @cached_property
    def renderer(self) -> Renderer:
        """The repository's own templates."""
        return self.build.renderer

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every generated page of every language, by its address."""
        return {page.address: page for page in self._pages()}

    def _pages(self) -> Iterator[Page]:
        for reader in self.build.readers.values():
            yield from all_pages(reader)

    def html(self, address: str) -> str:
        """Return the main column of the page at `address`."""
        return self.slots(address)["body"]

    def text(self, address: str, selector: str = "body") -> str:
        """Return the words of the first such element of the main column of the page at `address`."""
        found = LexborHTMLParser(self.html(address)).css_first(selector)
        assert found
        return " ".join(found.text(separator=" ").split())

    def slots(self, address: str) -> dict[str, str]:
        """Return everything that fills the frame of the page at `address`."""
        return self.renderer.slots(self.pages[address])


def write_files(root: Path, files: Mapping[str, str]) -> Path:
    """Write each text, dedented, at its path below `root`."""
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    return root


def make_project(
    root: Path,
    files: Mapping[str, str],
    today: date = TODAY,
    settings: Mapping[str, Any] | None = None,
    *,
    topics: str = TOPICS,
    expected: Container[str] = (),
) -> Made:
    """Write `files` below `root` and read them as a project; a problem of no `expected` code fails the test.

    A record's text is its whole file, front matter included.
    """
    write_files(root, {"content/topics.yml": topics} | dict(files))
    build = prepare(root, read_settings(SETTINGS | dict(settings or {})), today, root / "site")
    assert [problem for problem in build.problems if problem.code not in expected] == []
    return Made(build)


def record(title: str, body: str = "", /, **fields: object) -> str:
    """Return the text of a Danish record; `fields` are written as YAML, `language` may be among them."""
    front = yaml.safe_dump({"title": title, "language": "da"} | fields, allow_unicode=True, sort_keys=False)
    return f"---\n{front}---\n\n{body}\n"


def data_at(reader: Reader, address: str) -> models.Record | None:
    """Return the data of the record whose page is at `address`, if it is the page of one."""
    found = [each for each in reader.catalogue.entries.values() if reader.addresses.record(each) == address]
    return with_text(reader, found[0]) if found else None


def all_of(kind: OutputKind[T], reader: Reader) -> Iterator[T]:
    """Yield everything of one kind."""
    for key in kind.keys(reader):
        yield from kind.make(reader, key)


def all_feeds(reader: Reader) -> Iterator[Feed]:
    """Yield every feed of one language."""
    for kind in KINDS_OF_FEEDS.values():
        yield from all_of(kind, reader)


def all_pages(reader: Reader) -> Iterator[Page]:
    """Yield every page of one language that the site shows, in a fixed order."""
    for kind in KINDS_OF_PAGES.values():
        yield from (page for page in all_of(kind, reader) if reader.settings.shows(page.section))
