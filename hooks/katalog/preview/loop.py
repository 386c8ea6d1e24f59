"""Builds a project at every edit, tells browsers and the terminal how it went, and never ends by itself."""

import gc
from collections.abc import Callable
from functools import partial
from pathlib import Path

from katalog.building.build import closing_line
from katalog.i18n.phrases import Phrases
from katalog.preview.session import Result, Session
from katalog.preview.status import Status, StatusChannel
from katalog.preview.watcher import Watcher, files_below
from katalog.problems import Problem
from katalog.problems.report import format_text

ATTEMPTS = 5
"""How often a project is read again that changes while it is read, before it is taken as it is."""


class Loop:
    """Keeps a preview as the files of its project are; `say` prints."""

    def __init__(
        self,
        session: Session,
        watcher: Watcher,
        channel: StatusChannel,
        phrases: Phrases,
        say: Callable[[str], None],
    ) -> None:
        self._session, self._watcher, self._channel = session, watcher, channel
        self._phrases, self._say = phrases, say
        self._said: tuple[Problem, ...] = ()
        self._is_outdated = False

    def run(self, root: Path) -> None:
        """Build at each change, until the site's own program is another: a process keeps its first one."""
        program = files_below(root, ("hooks",))
        while files_below(root, ("hooks",)) == program:
            self.build()
            if not self._is_outdated:
                self._watcher.wait()

    def build(self) -> None:
        """Build once, of files that stay the same while they are read."""
        for attempt in range(ATTEMPTS):
            self._is_outdated = False
            self._show_edited()
            is_stale = partial(self._is_stale, attempt < ATTEMPTS - 1)
            language = self._phrases.language
            result = self._session.build(language, is_stale, self._show, self._show_edited_meanwhile)
            if result:
                self._tell(result)
                gc.collect()  # readers of a build refer to each other, and nobody waits now
                gc.freeze()  # what is left is kept for the next build, and need not be looked through again
                return
            self._watcher.settle()

    def _show_edited(self) -> None:
        self._session.show_edited(self._watcher.begin(), self._show)

    def _show_edited_meanwhile(self) -> None:
        """Show the pages of what is saved during a build; the next build has to begin at once after it."""
        if self._watcher.has_changed:
            self._watcher.settle()
            self._is_outdated = True
            self._show_edited()

    def _is_stale(self, may_read_again: bool) -> bool:  # noqa: FBT001 - for `partial`
        return may_read_again and (self._is_outdated or self._watcher.has_changed)

    def _show(self, result: Result) -> None:
        """Let browsers load the pages that are there now."""
        self._channel.tell(Status(has_pages=True, problems=result.problems), result.touched)

    def _tell(self, result: Result) -> None:
        has_pages = result.changes is not None or self._channel.latest.has_pages
        self._channel.tell(Status(has_pages, result.problems, result.failure), result.touched)
        errors = self._channel.latest.errors
        if result.problems != self._said or errors:
            self._say(format_text(result.problems, self._phrases).rstrip("\n"))
        self._said = result.problems
        if result.failure:
            self._say(f"{result.trace}\n{self._phrases('preview.failed', message=result.failure)}")
        if result.changes:
            self._say(closing_line(self._phrases, result.counts, result.changes))
        elif not result.failure:
            self._say(self._phrases.count("build.refused", errors))
