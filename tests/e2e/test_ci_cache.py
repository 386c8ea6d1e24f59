"""What a workflow keeps between runs is taken up by a build in a fresh checkout, or thrown away."""

import os
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest
import yaml

from bench.edits import Site
from katalog.new_site import HERE


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site whose folders lie in GitLab's cache, in a checkout that knows of no earlier build."""
    site = Site(tmp_path / "project", 1)
    site.build()
    run(site, "tar --format=posix -cf")
    for name in ("site", ".katalog"):
        shutil.rmtree(site.root / name)
    for path in site.root.rglob("*.*"):
        os.utime(path)
    return site


def run(site: Site, what: str) -> None:
    """Run the one command of the job that holds `what`."""
    text = (HERE / "files/gitlab.yml.jinja").read_text("utf-8").replace("{{ editor_language }}", "da")
    (command,) = [each for each in yaml.safe_load(text)["pages"]["script"] if what in each]
    subprocess.run(["sh", "-euc", command], cwd=site.root, check=True, stderr=subprocess.DEVNULL)


def times(site: Site) -> dict[str, int]:
    published = site.root / "site"
    return {str(path): path.stat().st_mtime_ns for path in published.rglob("*.*") if path.is_file()}


def test_everything_is_kept(site: Site) -> None:
    run(site, "tar -xf")
    before = times(site)
    site.build()
    assert times(site) == before


def test_a_damaged_cache_is_thrown_away(site: Site) -> None:
    archive = site.root / ".cache/site.tar"
    with tarfile.open(archive) as parts:  # between two files tar takes what is missing for the end
        largest = max(parts, key=lambda each: each.size)
    archive.write_bytes(archive.read_bytes()[: largest.offset_data + largest.size // 2])
    run(site, "tar -xf")
    assert not (site.root / "site").exists()
    assert site.build() == site.clean_build()


def test_times_in_whole_seconds_cost_the_work_and_nothing_else(site: Site) -> None:
    run(site, "tar -xf")
    for path in (site.root / "site").rglob("*.html"):
        os.utime(path, (0, int(path.stat().st_mtime)))
    assert site.build() == site.clean_build()
