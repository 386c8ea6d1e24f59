"""A process for each language makes what one process makes, and what the next build is told."""

import os
from pathlib import Path
from unittest.mock import patch

import pytest

from bench.edits import Site, read, write
from katalog.building import workers
from katalog.html.renderer import Renderer
from katalog.incremental.cache import Cache
from katalog.incremental.store import Sources, Store, read_store, unpacked
from katalog.publishing.scratch import SCRATCH


def build(site: Site, *, processes: bool) -> dict[str, str]:
    with patch("katalog.building.outputs.pays", lambda _: processes):
        return site.build()


@pytest.fixture(scope="module")
def roots(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Projects that one process and several have published the same of."""
    one, several = (Site(tmp_path_factory.mktemp(name) / "project", 1) for name in ("one", "several"))
    assert build(several, processes=True) == build(one, processes=False)
    return one.root, several.root


def named(store: Store, sources: Sources) -> tuple[set[tuple[str, str]], set[str], int, int]:
    inputs = {store.inputs[number] for number in unpacked(sources.inputs)}
    return inputs, {store.names[number] for number in unpacked(sources.values)}, sources.first, sources.last


@pytest.mark.parametrize("part", ["da", "sv", "all"])
def test_several_processes_tell_what_one_tells(part: str, roots: tuple[Path, Path]) -> None:
    stores = [_store(root, part) for root in roots]
    one, several = stores
    assert one.tasks
    for found in ("plans", "tasks"):
        made = [
            {name: named(store, each.sources) for name, each in getattr(store, found).items()}
            for store in stores
        ]
        assert made[1] == made[0]
    values = [
        {
            name: (named(store, each.sources), each.digest)
            for name, each in zip(store.names, store.values, strict=True)
        }
        for store in stores
    ]
    assert values[1] == values[0]
    assert dict(zip(several.inputs, several.digests, strict=True)) == dict(
        zip(one.inputs, one.digests, strict=True)
    )


def _store(root: Path, part: str) -> Store:
    """Return what is kept, whatever build it is for: its folder is another, and so is the build."""
    kept = (root / SCRATCH / f"outputs-{part}").read_bytes()
    with patch("katalog.publishing.kept_values._checksum", lambda *_: kept[:20]):
        return read_store(Cache(root), part, b"")


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


def test_small_sites_single_cores_and_processes_with_threads_stay_one_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("threading.active_count", lambda: 1)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)
    assert workers.pays(workers.ENOUGH)
    assert not workers.pays(workers.ENOUGH - 1)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0}, raising=False)
    assert not workers.pays(workers.ENOUGH)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr("threading.active_count", lambda: 2)
    assert not workers.pays(workers.ENOUGH)
    monkeypatch.setattr("threading.active_count", lambda: 1)
    monkeypatch.setattr("sys.platform", "win32")
    assert not workers.pays(workers.ENOUGH)
