"""The address of every page and feed; no other module composes one.

An address is relative to the site's root, without a leading slash; pages end in `/` (the root is
the empty address of the first language).  Words in addresses come from the site's phrases
(`slug.<section>`), so a further language needs no code.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from katalog.i18n.phrases import Phrases
from katalog.schema.entries import Entry
from katalog.settings.model import Settings

Section = Literal[
    "home", "courses", "calendar", "initiatives", "projects", "libraries", "organisations", "contacts",
    "topics", "news", "archive", "index", "search", "regions", "my-library",
]  # fmt: skip
SECTIONS: tuple[Section, ...] = Section.__args__  # type: ignore[attr-defined]
NAVIGATION: tuple[Section, ...] = (
    "courses", "calendar", "initiatives", "projects", "libraries", "organisations", "contacts", "topics",
    "news",
)  # fmt: skip
"""The sections of the main navigation, in order; the others are reached from pages and the footer."""


def section_of(entry: Entry) -> Section:
    """Return the section a record's page belongs to."""
    if entry.collection == "projects":
        national_or_regional = str(getattr(entry.record, "kind", "")).endswith("initiative")
        return "initiatives" if national_or_regional else "projects"
    return entry.collection  # type: ignore[return-value]


@dataclass(frozen=True)
class Addresses:
    """Addresses of one language; `moved` are sections with an address they had before."""

    language: str
    path: str
    slug: Callable[[str], str]
    moved: tuple[tuple[Section, str], ...] = ()

    def section(self, section: Section) -> str:
        """Return the address of a section's first page."""
        return self._sections[section]

    @cached_property
    def _sections(self) -> dict[str, str]:
        return {each: self.path if each == "home" else f"{self.path}{self.slug(each)}/" for each in SECTIONS}

    def record(self, entry: Entry) -> str:
        """Return the address of a record's page."""
        return f"{self.section(section_of(entry))}{entry.id}/"

    def former(self, entry: Entry) -> list[str]:
        """Return the addresses that a record's page had under the ids it had before."""
        return [f"{self.section(section_of(entry))}{old}/" for old in entry.record.redirect_from]

    def before(self, address: str) -> list[str]:
        """Return the addresses that a page or file had before its section moved."""
        now = ((self.section(section)[:-1], old[:-1]) for section, old in self.moved)
        return [
            f"{old}{address.removeprefix(new)}"
            for new, old in now
            if address.startswith((f"{new}/", f"{new}."))
        ]

    def attachments(self, entry: Entry, name: str) -> list[str]:
        """Return the addresses of a file of a record: beside its page, and where the page was before."""
        files = [f"{page}{name}" for page in (self.record(entry), *self.former(entry))]
        return [*files, *(old for file in files for old in self.before(file))]

    def poster(self, entry: Entry) -> str:
        """Return the address of a course's sheet for notice boards."""
        return f"{self.record(entry)}{self.slug('poster')}/"

    def topic(self, topic: str) -> str:
        """Return the address of a topic's page."""
        return f"{self.section('topics')}{topic}/"

    def year(self, year: int) -> str:
        """Return the address of a year's archive."""
        return f"{self.section('archive')}{year}/"

    def part(self, page: str, number: int) -> str:
        """Return the address of a part of a long page; the first part is the page itself.

        It lies two folders deeper, where no record has an address.
        """
        return f"{page}{self.slug('part')}/{number}/" if number > 1 else page

    def courses_of(self, year: str) -> str:
        """Return the address of the past courses of a year, or of those without one (`undated`)."""
        return f"{self.section('courses')}{self.slug('year')}/{year or self.slug('undated')}/"

    def month(self, year: int, month: int) -> str:
        """Return the address of a month of the calendar."""
        return f"{self.section('calendar')}{year}-{month:02}/"

    def my_library(self, library: str) -> str:
        """Return the address of what concerns the staff of one library."""
        return f"{self.section('my-library')}{library}/"

    def week(self, year: int, week: int) -> str:
        """Return the address of a week of the calendar, by its ISO 8601 year and number."""
        return f"{self.section('calendar')}{year}/{self.slug('week')}-{week}/"

    def region(self, slug: str) -> str:
        """Return the address of a region's page."""
        return f"{self.section('regions')}{slug}/"

    def feed(self, kind: str) -> str:
        """Return the address of the feed of all courses; `kind` is ics, atom or json."""
        return f"{self.path}{self.slug('courses')}.{kind}"

    def record_feed(self, entry: Entry, kind: str) -> str:
        """Return the address of the feed beside one record."""
        return f"{self.record(entry)[:-1]}.{kind}"

    def region_feed(self, slug: str) -> str:
        """Return the address of the calendar of a region."""
        return f"{self.region(slug)[:-1]}.ics"

    def kind_feed(self, kind: str) -> str:
        """Return the address of the calendar of a kind of course."""
        return f"{self.section('calendar')}{kind}.ics"

    def year_feed(self, year: int) -> str:
        """Return the address of the calendar of everything in a year."""
        return f"{self.section('calendar')}{self.slug('year')}/{year}.ics"

    def part_feed(self, calendar: str, part: str) -> str:
        """Return the address of part of a calendar; `part` is sessions or deadlines.

        It lies in the folder of the page that the calendar lies beside, where no record has an address.
        """
        folder = self.section("calendar") if calendar == self.feed("ics") else f"{calendar[:-4]}/"
        return f"{folder}{self.slug(part)}.ics"

    def session_feed(self, entry: Entry, anchor: str) -> str:
        """Return the address of the calendar with one session; `anchor` is its place on the page."""
        return f"{self.record(entry)}{anchor}.ics"

    def deadline_feed(self, entry: Entry, run: str = "") -> str:
        """Return the address of the calendar with the deadline of a run; `run` is empty for the only one."""
        name = f"{run}-{self.slug('deadline')}" if run else self.slug("deadline")
        return f"{self.record(entry)}{name}.ics"

    def manifest(self) -> str:
        """Return the address of what tells phones of the site (W3C Web Application Manifest)."""
        return f"{self.path}site.webmanifest"

    def search_description(self) -> str:
        """Return the address of what tells browsers how to search the site (OpenSearch)."""
        return f"{self.path}opensearch.xml"

    def feed_list(self) -> str:
        """Return the address of the list of all feeds (OPML)."""
        return f"{self.path}feeds.opml"

    def topic_feed(self, topic: str, kind: str) -> str:
        """Return the address of the feed beside a topic."""
        return f"{self.topic(topic).rstrip('/')}.{kind}"


def addresses(settings: Settings, phrases: Callable[[str], Phrases]) -> dict[str, Addresses]:
    """Return the addresses of each language of the site."""

    def of(tag: str, path: str) -> Addresses:
        words = phrases(tag)
        return Addresses(tag, path, lambda section: words(f"slug.{section}"), tuple(_moved(settings, path)))

    return {each.tag: of(each.tag, each.path) for each in settings.languages}


def _moved(settings: Settings, path: str) -> Iterator[tuple[Section, str]]:
    """Yield the sections that moved in the language at `path`, each with an address it had."""
    others = tuple(each.path for each in settings.languages if each.path not in {"", path})
    for each in settings.redirects:
        if each.section and each.old.startswith(path) and not each.old.startswith(others):
            yield each.to, each.old.removesuffix("*")  # type: ignore[misc]


def relative_url(address: str, page: str) -> str:
    """Return `address` as a link from `page`, both relative to the root; never empty."""
    return url_from_folders(address, parent_folders(page))


def url_from_folders(address: str, around: Iterable[tuple[str, str]]) -> str:
    """Return `address` as a link from a page, `around` being `parent_folders` of that page."""
    if address.startswith(_ELSEWHERE):
        return address
    for folder, up in around:
        if address.startswith(folder):
            return up + address[len(folder) :] or "./"
    raise AssertionError("every address begins with the root, which is empty")


_ELSEWHERE = ("https:", "http:", "mailto:", "tel:", "#", "webcal:")


@lru_cache(64)
def parent_folders(page: str) -> tuple[tuple[str, str], ...]:
    """Return the folders a page is in, the nearest first, each with the relative URL up to it (`../../`)."""
    *folders, _ = page.split("/")
    depth = len(folders)
    return tuple(
        ("".join(f"{each}/" for each in folders[:n]), "../" * (depth - n)) for n in range(depth, -1, -1)
    )
