"""Builds of one project, one after the other, in a process that lives on: what is the same is not made again.

What MkDocs makes (the theme's pages, hand-written pages, the theme's files) stays until something that it was
made of is another: settings, templates, the text of such a page, or a record that one of them asks for.
"""

import traceback
from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path
from threading import Lock

from msgspec import Struct

from katalog.building.build import Build
from katalog.building.mkdocs_cache import MkdocsOutput
from katalog.building.outputs import Outputs
from katalog.git_history import read_history
from katalog.i18n.phrases import clear_phrases
from katalog.incremental.cache import MemoryCache
from katalog.incremental.fingerprint import OWN_FOLDERS
from katalog.incremental.last_check import kept_memo
from katalog.inspection import inspect
from katalog.preview.edited_pages import edited_pages
from katalog.preview.watcher import Snapshot, files_below
from katalog.problems import Problem
from katalog.problems.codes import severity_of
from katalog.process_environment import SETTINGS_FILE, configuration
from katalog.publishing.build_errors import failure_problem
from katalog.publishing.site_folder import ExclusiveFolder
from katalog.publishing.update import Changes

FEW = 3
"""How many files somebody saves at once."""
PREFIX = "preview-"
"""What the names of files in `.katalog/` begin with that previews keep for each other."""


class Result(Struct, frozen=True):
    """How a build ended: problems, what was published, what stopped it (`trace` is for its programmer).

    `touched` are files of the site that are others now, or gone.
    """

    problems: tuple[Problem, ...] = ()
    changes: Changes | None = None
    touched: frozenset[str] = frozenset()
    counts: dict[str, int] = {}
    failure: str = ""
    trace: str = ""


class Session:
    """Builds `root` into `site`, as a site at `address`.

    `render_theme` gives a build what MkDocs makes.  Files in `site` are changed while `lock` is held.
    """

    def __init__(
        self, root: Path, site: Path, address: str, render_theme: Callable[[Build], None], lock: Lock
    ) -> None:
        self._root, self._address = root, address
        self._render_theme, self._lock = render_theme, lock
        self._theme: MkdocsOutput | None = None
        self._own_files: Snapshot = {}
        self._own_program = b""
        self._memo = kept_memo(root)
        self._cache, self._folder = MemoryCache(root, PREFIX), ExclusiveFolder(site)
        self._last: Build | None = None
        self._problems: tuple[Problem, ...] = ()
        self._is_whole = True

    def show_edited(self, paths: Collection[str], show: Callable[[Result], None]) -> None:
        """Publish the pages of records that were saved, by their files' paths, before all is read and made.

        Nothing where there are so many that a program must have written them, and where a page cannot be
        made: what is wrong is for `build` to tell.
        """
        if self._last is None or len(paths) > FEW or not self._folder.site.is_dir():
            return
        try:
            files = [each for path in paths for each in edited_pages(self._last, path)]
            with self._lock:
                for name, data in files:
                    self._folder.put(name, data)
        except Exception:  # noqa: BLE001 - such as a template of the site's own, or a full disk
            return
        if files:
            show(Result(self._problems, None, frozenset(name for name, _ in files)))

    def build(
        self,
        language: str,
        is_stale: Callable[[], bool],
        show: Callable[[Result], None],
        between: Callable[[], None] = lambda: None,
    ) -> Result | None:
        """Read the project and publish it where it has no errors; nothing where it changed while it was read.

        `language` is the editor's.  `show` is called when pages can be read, before search finds them.
        `between` is called between one piece of work and the next.
        """
        self._is_whole = False
        try:
            result = self._build(language, is_stale, show, between)
        except Exception as error:  # noqa: BLE001 - whatever it is, the next edit may mend it
            problem = failure_problem(error, self._root)
            result = Result((problem,)) if problem else _bug(error)
            self._forget()
        self._is_whole = True
        self._problems = result.problems if result else self._problems
        return result

    def close(self) -> None:
        """Let the next preview begin where this one ends, unless it ends within a build."""
        if self._is_whole:
            self._cache.write()

    def _build(
        self,
        language: str,
        is_stale: Callable[[], bool],
        show: Callable[[Result], None],
        between: Callable[[], None],
    ) -> Result | None:
        build, problems = self._read(language, between)
        if is_stale():
            return None
        if build is None or any(severity_of(each.code) == "error" for each in problems):
            return Result(problems)
        if self._last and self._last.fingerprint != build.fingerprint:
            self._last = None  # its pages are others, and the cache holds what is made of these settings
        try:
            changes = self._publish(build, show, between)
            self._last = _without_values(build)
            return Result(problems, changes, frozenset(self._folder.removed), build.inspection.counts)
        finally:
            build.clear()

    def _forget(self) -> None:
        """Begin from what is on disk: a build that failed has left half of everything."""
        self._theme = self._last = None
        self._cache.forget()
        self._folder.forget_known_files()

    def _read(self, language: str, between: Callable[[], None]) -> tuple[Build | None, tuple[Problem, ...]]:
        if self._theme and files_below(self._root, OWN_FOLDERS) != self._own_files:
            self._theme = None
            clear_phrases()
        found, around = configuration(self._root, SETTINGS_FILE, self._address)
        around = [each for each in around if not each.code.startswith("publish.")]  # of the site's folder
        if found is None:
            return None, tuple(around)
        inspection = inspect(self._root, found.settings, found.today, self._memo, between)
        self._memo.finish()
        site = self._folder.site
        build = Build(self._root, found.settings, inspection, found.today, site, language, tuple(around))
        build.history = read_history(self._root)
        build.cache, build.folder = self._cache, self._folder
        return build, build.problems

    def _publish(self, build: Build, show: Callable[[Result], None], between: Callable[[], None]) -> Changes:
        is_there = self._folder.site.is_dir()
        if self._theme:
            build.site_code_digest = self._own_program  # its files are the same
        if self._theme is None or not is_there or not self._theme.lend(build):
            self._theme = self._rendered(build)
        if self._last:
            build.renderer = self._last.renderer
            build.renderer.forget()
        outputs = Outputs(build, between)
        outputs.make_pages()
        self._show(build, show)
        outputs.make_index()
        with self._lock:
            return outputs.publish(self._theme.files)

    def _rendered(self, build: Build) -> MkdocsOutput:
        self._own_files, self._own_program = files_below(self._root, OWN_FOLDERS), build.site_code_digest
        self._render_theme(build)
        return MkdocsOutput.of(build)

    def _show(self, build: Build, show: Callable[[Result], None]) -> None:
        """Let readers have what is made so far."""
        with self._lock:
            files = self._folder.show(build.stage)
        show(Result(build.problems, None, files))


def _bug(error: Exception) -> Result:
    return Result(failure=f"{type(error).__name__}: {error}", trace=traceback.format_exc())


def _without_values(build: Build) -> Build:
    """Return what a build has read and was given, without what it has made of it; and its templates."""
    found = replace(build)
    found.renderer = build.renderer
    found.cache, found.fingerprint, found.site_code_digest = (
        build.cache,
        build.fingerprint,
        build.site_code_digest,
    )
    return found
