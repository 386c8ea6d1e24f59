"""A process for each language makes what one process makes, and what the next build is told."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from bench.edits import Site, read, write
from katalog import workers
from katalog.html.renderer import Renderer

if TYPE_CHECKING:
    from pathlib import Path


def build(site: Site, *, processes: bool) -> dict[str, str]:
    with patch("katalog.outputs.pays", lambda _: processes):
        return site.build()


def test_several_processes_make_the_same_bytes(tmp_path: Path) -> None:
    one = build(Site(tmp_path / "one", 1), processes=False)
    assert build(Site(tmp_path / "several", 1), processes=True) == one


def test_the_next_build_knows_what_each_process_has_made(tmp_path: Path) -> None:
    site = Site(tmp_path / "project", 1)
    build(site, processes=True)
    (site.root / ".katalog/built").unlink()
    with patch.object(Renderer, "slots", side_effect=AssertionError("a page is made again")):
        site.write()
    path = site.root / "courses" / "proeve-dyrt.md"
    front, body = read(path)
    write(path, front | {"title": "Et andet navn"}, body)
    assert site.build() == site.clean_build()


def test_what_stops_one_process_stops_the_build(tmp_path: Path) -> None:
    site, parent = Site(tmp_path / "project", 1), os.getpid()
    slots = Renderer.slots

    def broken(self: Renderer, *arguments: object, **more: object) -> dict[str, str]:
        if os.getpid() != parent:
            raise ValueError("a template of the site's own")
        return slots(self, *arguments, **more)  # type: ignore[arg-type]

    with patch.object(Renderer, "slots", broken), pytest.raises(ValueError, match="of the site's own"):
        build(site, processes=True)
    assert not (site.root / "site").exists()


def test_small_sites_and_single_cores_have_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)
    assert workers.pays(workers.ENOUGH)
    assert not workers.pays(workers.ENOUGH - 1)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0}, raising=False)
    assert not workers.pays(workers.ENOUGH)
    monkeypatch.setattr("sys.platform", "win32")
    assert not workers.pays(workers.ENOUGH)
