"""One build, from a project folder to a stage full of pages and feeds; knows no MkDocs."""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from katalog.catalogue.addresses import addresses
from katalog.catalogue.catalogue import Catalogue
from katalog.catalogue.revision import Revision
from katalog.extend import has_own_pages
from katalog.feeds.json_data.encoded import decoded
from katalog.feeds.json_ld import json_ld
from katalog.hand_pages import HandPage
from katalog.html import THEME
from katalog.html.frame import Frames, ThemePage
from katalog.html.renderer import Renderer, SiteInfo
from katalog.html.typography import with_unbroken_hours
from katalog.i18n.phrases import Phrases, editor_phrases, site_phrases
from katalog.incremental.cache import Cache
from katalog.incremental.fingerprint import fingerprint, site_code_digest
from katalog.incremental.inputs import Inputs
from katalog.incremental.last_build import LastBuild
from katalog.incremental.last_check import CheckResult, inspect_changes
from katalog.incremental.tracked_catalogue import TrackedMapping, tracked
from katalog.inspection import Inspection
from katalog.loading.project_folder import ProjectFolder
from katalog.problems import Problem
from katalog.problems.codes import severity_of
from katalog.problems.report import format_text
from katalog.progress import Progress
from katalog.publishing.scratch import Scratch
from katalog.publishing.site_folder import SharedFolder
from katalog.publishing.update import Changes
from katalog.read_tracking import Reads
from katalog.settings.model import Settings
from katalog.share_pictures.pictures import SharePictures
from katalog.views.page import Page
from katalog.views.reader import Reader
from katalog.when.today import Today


@dataclass
class Build:
    """What is known once everything is read, and what gathers while MkDocs runs.

    `stage` is this build's own scratch folder, so that two builds at once do not meet; `site` the
    published one; `theme_pages` the theme's page of each language, by the address of its front page;
    `theme_reads` what is read of the catalogue for all that MkDocs makes.
    """

    root: Path
    settings: Settings
    inspection: Inspection
    today: date
    site: Path
    editor_language: str = "da"
    problems_around: tuple[Problem, ...] = ()
    history: Mapping[str, Revision] = field(default_factory=dict)
    last: LastBuild | None = None
    progress: Progress | None = None
    theme_pages: dict[str, ThemePage] = field(default_factory=dict)
    introductions: dict[str, str] = field(default_factory=dict)
    hand_texts: dict[str, str] = field(default_factory=dict)
    theme_reads: Reads = field(default_factory=Reads)
    _frames: Frames = field(default_factory=Frames)

    @property
    def project(self) -> ProjectFolder:
        """What the record folders hold."""
        return self.inspection.project

    @property
    def catalogue(self) -> Catalogue:
        """The published records."""
        return self.inspection.catalogue

    @property
    def hand_pages(self) -> tuple[HandPage, ...]:
        """The hand-written pages of every language."""
        return self.inspection.pages

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong, sorted."""
        return (*self.problems_around, *self.inspection.problems)

    @property
    def stage(self) -> Path:
        """The scratch folder, made when first asked for."""
        return self._scratch.folder

    @cached_property
    def _scratch(self) -> Scratch:
        return Scratch(self.root, self._tell_waiting)

    def _tell_waiting(self) -> None:
        print(editor_phrases(self.editor_language)("build.waiting"), file=sys.stderr, flush=True)  # noqa: T201

    def clear(self) -> None:
        """Remove the scratch folder, and let other builds of the project begin."""
        if self.progress:
            self.progress.done()
        if "_scratch" in self.__dict__:
            self._scratch.remove()

    @property
    def errors(self) -> str:
        """The problems that stop the build, a line each."""
        return self._lines("error")

    @property
    def warnings(self) -> str:
        """The problems that do not, a line each."""
        return self._lines("warning")

    def _lines(self, severity: str) -> str:
        found = [problem for problem in self.problems if severity_of(problem.code) == severity]
        return format_text(found, editor_phrases(self.editor_language)) if found else ""

    @cached_property
    def readers(self) -> Mapping[str, Reader]:
        """The catalogue as readers of each language see it, noting what each output reads of it."""
        where, seen = addresses(self.settings, site_phrases), tracked(self.catalogue)
        today = Today(self.today.year, self.today.month, self.today.day)
        return {
            each.tag: Reader(
                seen,
                self.settings,
                each.tag,
                today,
                site_phrases(each.tag),
                where,
                self.hand_pages,
                {file.path: file.address for file in self.inspection.files},
                TrackedMapping("introduction", self.introductions),
                TrackedMapping("history", self.history),
            )
            for each in self.settings.languages
        }

    @cached_property
    def site_code_digest(self) -> bytes:
        """A digest of the site's own code, templates and phrases."""
        return site_code_digest(self.root)

    @cached_property
    def fingerprint(self) -> bytes:
        """What all outputs are made of besides the catalogue."""
        return fingerprint(self.site_code_digest, self.site, self.settings, self.inspection)

    @cached_property
    def cache(self) -> Cache:
        """The cache in `.katalog/` that builds of the project share."""
        return Cache(self.root)

    @cached_property
    def folder(self) -> SharedFolder:
        """The published folder."""
        return SharedFolder(self.site)

    @cached_property
    def inputs(self) -> Inputs:
        """Digests of everything that outputs may be made of."""
        texts: dict[str, Mapping[str, Any]] = {
            "introduction": self.introductions,
            "history": self.history,
            "frame": self.theme_pages,
        }
        return Inputs(self.root, self.catalogue, texts)

    @cached_property
    def renderer(self) -> Renderer:
        """The templates, in every language."""
        names = {each.tag: each.name for each in self.settings.languages}
        site = SiteInfo(self.settings.site_name, self.settings.site_url, names)
        folders = (self.root / "overrides" / "katalog", THEME / "katalog")
        return Renderer(folders, site, {tag: site_phrases(tag) for tag in names})

    @cached_property
    def share(self) -> SharePictures:
        """The pictures that stand beside addresses that are shared."""
        return SharePictures(self.root, {file.address for file in self.inspection.files})

    def paired(self, page: HandPage) -> dict[str, str]:
        """Return the addresses of a hand-written page in every language that has it."""
        return {each.language: each.address for each in self.hand_pages if each.key == page.key}

    def html(self, page: Page) -> bytes:
        """Return a page in its frame."""
        where = self.readers[page.language].addresses
        theme_page, front = self.theme_pages[where.path], where.section(page.section)
        return self._frames.of(theme_page, page.address, front, page.section).fill(self.slots(page))

    def slots(self, page: Page) -> dict[str, str]:
        """Return what fills a page's frame."""
        reader = self.readers[page.language]
        data = decoded(reader, reader.entry(page.record)) if page.record else None
        slots = self.renderer.slots(page, json_ld(page, reader, data), self.share.of(reader, page))
        return slots | {"body": with_unbroken_hours(slots["body"])}

    def remember(self, changes: Changes) -> None:
        """Let an identical next build be skipped, unless the site adds pages whose inputs are unknown."""
        if self.last and not has_own_pages():
            count = len(changes.files) + changes.unchanged
            found = CheckResult(self.inspection.problems, self.inspection.counts)
            self.last.keep(found, count, self.folder.stats)

    def closing_line(self, changes: Changes) -> str:
        """Return one line on what was found and what became of it."""
        return closing_line(editor_phrases(self.editor_language), self.inspection.counts, changes)

    @property
    def summary(self) -> str:
        """One line on how many problems there are."""
        errors = [problem for problem in self.problems if severity_of(problem.code) == "error"]
        return editor_phrases(self.editor_language).count("build.refused", len(errors))


def closing_line(phrases: Phrases, found: Mapping[str, int], changes: Changes) -> str:
    """Return one line on what was found, and how many files were made, kept, written and removed."""
    return phrases("build.done", **found, **changes.counts)


def prepare(
    root: Path,
    settings: Settings,
    today: date,
    site: Path,
    language: str = "da",
    problems: Iterable[Problem] = (),
) -> Build:
    """Read and check a project; nothing is written.  `problems` are those of what is around the records."""
    inspection = inspect_changes(root, settings, today)
    return Build(root, settings, inspection, today, site, language, tuple(problems))
