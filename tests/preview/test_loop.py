"""The loop builds at each edit, of files that stay as they are, and says what became of it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest

from katalog.i18n.phrases import editor_phrases
from katalog.preview.loop import ATTEMPTS, Loop
from katalog.preview.session import Result, Session
from katalog.preview.status import StatusChannel
from katalog.preview.watcher import Watcher
from katalog.problems import Position, Problem
from katalog.publishing.update import Changes

COUNTS = dict.fromkeys(("found", "records", "drafts", "translations", "attachments", "refused", "ignored"), 1)
ERROR = Problem("courses/b.md", Position(), "field.unknown", {"field": "x"})
WARNING = Problem("courses/a.md", Position(), "translation.outdated", {"hash": "630bc9d8"})
WROTE = Changes(frozenset({"index.html"}), 3, 0)


@dataclass
class Fakes:
    """A session that ends as it is told, over files that change while they are read as often as told."""

    results: list[Result]
    shown: list[Result] = field(default_factory=list)
    changes: int = 0
    reads: int = 0
    said: list[str] = field(default_factory=list)
    channel: StatusChannel = field(default_factory=lambda: StatusChannel("x"))
    waits: list[Callable[[], object]] = field(default_factory=list)
    edited: list[str] = field(default_factory=list)
    saved: list[str] = field(default_factory=list)
    """What is saved between two outputs of a build, one in each, or while files are read."""
    while_reading: bool = False

    @property
    def has_changed(self) -> bool:
        self.changes -= 1
        return self.changes >= 0

    def begin(self) -> frozenset[str]:
        return frozenset(self.saved[:1])

    def settle(self) -> None:
        """Wait for nothing."""

    def wait(self) -> None:
        self.waits.pop(0)()

    def show_edited(self, paths: Collection[str], _: Callable[[Result], None]) -> None:
        self.edited += paths

    def build(
        self,
        _: str,
        is_stale: Callable[[], bool],
        show: Callable[[Result], None],
        between: Callable[[], None],
    ) -> Result | None:
        self.reads += 1
        if self.while_reading:
            self._save(between)
        if is_stale():
            return None
        for each in self.shown:
            show(each)
        self._save(between)
        return self.results.pop(0)

    def _save(self, between: Callable[[], None]) -> None:
        if self.saved:
            self.changes = 1
            between()
            self.saved.pop(0)

    @property
    def loop(self) -> Loop:
        session, watcher = cast("Session", self), cast("Watcher", self)
        return Loop(session, watcher, self.channel, editor_phrases("da"), self.said.append)


def test_pages_are_told_as_soon_as_they_are_there() -> None:
    fakes = Fakes([Result(changes=WROTE, counts=COUNTS)], shown=[Result(touched=frozenset({"index.html"}))])
    assert not fakes.channel.latest.has_pages
    fakes.loop.build()
    assert fakes.channel.latest.is_good
    assert fakes.channel.version("index.html") == "x-1"
    assert fakes.channel.version("andet/index.html") == "x-0"


def test_files_that_change_while_they_are_read_are_read_again() -> None:
    fakes = Fakes([Result(changes=WROTE, counts=COUNTS)], changes=2)
    fakes.loop.build()
    assert fakes.reads == 3
    assert fakes.channel.latest.is_good


def test_files_that_never_rest_are_built_all_the_same() -> None:
    fakes = Fakes([Result(changes=WROTE, counts=COUNTS)], changes=1000)
    fakes.loop.build()
    assert fakes.reads == ATTEMPTS
    assert fakes.channel.latest.is_good


def test_what_is_saved_during_a_build_is_shown_and_built_without_waiting(tmp_path: Path) -> None:
    def end() -> None:
        raise KeyboardInterrupt

    good = Result(changes=WROTE, counts=COUNTS)
    fakes = Fakes([good, good], saved=["courses/a.md"], waits=[end])
    with pytest.raises(KeyboardInterrupt):
        fakes.loop.run(tmp_path)
    assert fakes.edited == ["courses/a.md", "courses/a.md"]
    assert fakes.reads == 2


def test_what_is_shown_while_files_are_read_is_read_again() -> None:
    fakes = Fakes([Result(changes=WROTE, counts=COUNTS)], saved=["courses/a.md"], while_reading=True)
    fakes.loop.build()
    assert fakes.reads == 2
    assert fakes.edited[:2] == ["courses/a.md", "courses/a.md"]


def test_warnings_are_said_once_and_errors_each_time() -> None:
    good = Result((WARNING,), WROTE, counts=COUNTS)
    bad = Result((ERROR,))
    fakes = Fakes([good, good, bad, bad])
    loop = fakes.loop
    for _ in range(4):
        loop.build()
    said = "\n".join(fakes.said)
    assert said.count("courses/a.md") == 1
    assert said.count("courses/b.md") == 2
    assert said.count("1 fejl. Intet er udgivet.") == 2


def test_a_failure_is_said_with_its_trace_and_told_to_browsers() -> None:
    fakes = Fakes([Result(failure="ValueError: nej", trace="Traceback: her")])
    fakes.loop.build()
    assert "Traceback: her" in fakes.said[0]
    assert not fakes.channel.latest.is_good


def test_it_ends_when_the_sites_own_program_is_another(tmp_path: Path) -> None:
    (tmp_path / "hooks").mkdir()
    results = [Result(changes=WROTE, counts=COUNTS) for _ in range(2)]
    fakes = Fakes(
        results, waits=[lambda: None, lambda: (tmp_path / "hooks/main.py").write_text("x", "utf-8")]
    )
    fakes.loop.run(tmp_path)
    assert fakes.reads == 2
