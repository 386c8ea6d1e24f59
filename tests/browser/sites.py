"""A served site: the address of one page of every kind, and pages of it opened in a browser."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from time import monotonic, sleep
from typing import Any, TypeVar

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, ViewportSize

from katalog.catalogue.addresses import SECTIONS, Addresses, addresses
from katalog.i18n.phrases import site_phrases
from katalog.settings import read_settings
from tests.e2e.sites import TODAY
from tests.support import SETTINGS

T = TypeVar("T")

PATIENCE = 10
"""Seconds that a page may take on a busy machine."""
LANGUAGES = ("da", "sv")
NARROW: ViewportSize = {"width": 390, "height": 844}
WIDE: ViewportSize = {"width": 1280, "height": 900}
SCRIPTS = Path(__file__).parent / "scripts"
SECTION_KINDS = tuple(section for section in SECTIONS if section != "home")
RECORDS = {
    "course-open": ("courses", "proeve-aaben"),
    "course-past": ("courses", "proeve-laengst-forbi"),
    "course-untranslated": ("courses", "proeve-venteliste"),
    "course-outdated": ("courses", "proeve-lukker"),
    "course-running": ("courses", "proeve-i-gang"),
    "course-cancelled": ("courses", "proeve-aflyst"),
    "course-runs": ("courses", "proeve-hold"),
    "course-again": ("courses", "proeve-igen"),
    "course-long": ("courses", "proeve-lang-titel"),
    "course-swedish": ("courses", "proeve-svensk"),
    "initiative": ("initiatives", "proeve-indsats"),
    "initiative-past": ("initiatives", "proeve-afsluttet"),
    "project": ("projects", "proeve-samverkan"),
    "library": ("libraries", "elmby-bibliotek"),
    "organisation": ("organisations", "proevefonden"),
    "contact": ("contacts", "person-01"),
    "contact-teacher": ("contacts", "laerer-opdigtet"),
    "one-news": ("news", "proeve-nyt"),
}
POSTERS = {"poster": "proeve-aaben", "poster-long": "proeve-lang-titel"}
HAND_WRITTEN = {
    "da": {
        "about": "om/",
        "privacy": "privatliv/",
        "accessibility": "tilgaengelighed/",
        "subscribe": "tilmeld-kalender/",
    },
    "sv": {
        "about": "om/",
        "privacy": "integritet/",
        "accessibility": "tillganglighet/",
        "subscribe": "prenumerera/",
    },
}
KINDS = (
    "home", *SECTION_KINDS, *RECORDS, *POSTERS, "month", "month-past", "week", "mine", "topic", "year",
    "region", *HAND_WRITTEN["da"], "missing",
)  # fmt: skip
"""Every kind of page, by a name of the tests' own."""
VARIANTS = {
    "course-past": "da", "course-running": "da", "course-cancelled": "sv", "course-again": "da",
    "course-long": "da", "course-swedish": "da", "course-outdated": "sv", "course-untranslated": "sv",
    "initiative-past": "sv", "contact-teacher": "da", "month-past": "sv", "poster-long": "sv",
}  # fmt: skip
"""Those of a kind that another name stands for too: where time is dear, looked at in one language each."""
PAGES = tuple((kind, tag) for kind in KINDS for tag in LANGUAGES if VARIANTS.get(kind, tag) == tag)
"""Every kind of page in both languages, and its variants in one."""

_WHERE = addresses(read_settings(SETTINGS), site_phrases)


def address_of(kind: str, language: str) -> str:
    """Return the address of the page of a kind, relative to the site's root."""
    where = _WHERE[language]
    if kind in RECORDS:
        section, id_ = RECORDS[kind]
        return f"{where.section(section)}{id_}/"  # type: ignore[arg-type]
    if kind in POSTERS:
        return f"{where.section('courses')}{POSTERS[kind]}/{where.slug('poster')}/"
    if kind in HAND_WRITTEN[language]:
        return where.path + HAND_WRITTEN[language][kind]
    return _made_address(kind, where)


def _made_address(kind: str, where: Addresses) -> str:
    own = {
        "month": where.month(2027, 2),
        "month-past": where.month(2016, 3),
        "week": where.week(2027, 8),
        "mine": where.my_library("elmby-bibliotek"),
        "topic": where.topic("samskabelse"),
        "year": where.year(2016),
        "region": where.region("region-midtjylland"),
        "missing": f"{where.path}findes-ikke/",
    }
    return own.get(kind) or where.section(kind)  # type: ignore[arg-type]


@cache
def script(name: str) -> str:
    """Return what the page is asked, for `evaluate`."""
    return (SCRIPTS / f"{name}.js").read_text("utf-8")


@dataclass(frozen=True)
class Site:
    """A built site and the address it is served at, which ends in a slash."""

    folder: Path
    url: str

    def at(self, kind: str, language: str = "da") -> str:
        """Return the full address of the page of a kind."""
        return self.url + address_of(kind, language)

    @cached_property
    def files(self) -> list[str]:
        """Every file of the site, by its path, but for the search index."""
        every = (
            path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()
        )
        return sorted(path for path in every if not path.startswith("search-index/"))


@dataclass
class Watched:
    """What a page did that nobody asked for."""

    own: str
    errors: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


VIOLATIONS = """addEventListener("securitypolicyviolation", (event) =>
  console.error("policy", event.violatedDirective, event.blockedURI, event.sourceFile))"""


@dataclass
class Opener:
    """Opens pages with the clock at noon of the day the site was built for."""

    browser: Browser
    site: Site
    contexts: list[BrowserContext] = field(default_factory=list)

    def context(self, *, clock: str = f"{TODAY}T12:00:00+01:00", **options: Any) -> BrowserContext:
        """Open a context: a browser without history, 1280 px wide unless `options` say otherwise."""
        context = self.browser.new_context(**({"viewport": WIDE, "locale": "da-DK"} | options))
        context.clock.set_fixed_time(clock)
        context.set_default_timeout(10_000)
        self.contexts.append(context)
        return context

    def __call__(self, kind: str = "", language: str = "da", **options: Any) -> Page:
        """Open the page of a kind (none: an empty one) in a context of its own."""
        page = self.context(**options).new_page()
        if kind:
            page.goto(self.site.at(kind, language))
        return page

    def watched(self, **options: Any) -> tuple[Page, Watched]:
        """Open an empty page and watch what it does."""
        page = self(**options)
        seen = Watched(self.site.url)
        page.add_init_script(VIOLATIONS)
        page.on("console", lambda said: _hear(seen, page.url, said))
        page.on("pageerror", lambda error: seen.errors.append(f"{page.url}: {error}"))
        page.on("request", lambda request: _note(seen, request.url))
        return page, seen

    def close(self) -> None:
        """Close everything opened so far."""
        for context in self.contexts:
            context.close()
        self.contexts.clear()


def _note(seen: Watched, url: str) -> None:
    seen.requests.append(url)
    if not url.startswith((seen.own, "data:", "blob:")):
        seen.elsewhere.append(url)


def _hear(seen: Watched, url: str, said: ConsoleMessage) -> None:
    if said.type in {"error", "warning"}:
        seen.errors.append(f"{url}: {said.text} ({said.location['url']})")


def becomes(read: Callable[[], T], expected: T) -> None:
    """Wait until a page shows what is expected: what a reader does is seldom done at once.

    Playwright's `expect` waits likewise, for a single element or the address; this is for what takes several.
    `read` asks the page; `page.url` alone does not, and nothing is heard of a change in between.  (The pages'
    policy refuses `page.wait_for_function`, which is seen only where its first try fails.)
    """
    ends = monotonic() + PATIENCE
    while (found := read()) != expected and monotonic() < ends:
        sleep(0.02)
    assert found == expected
