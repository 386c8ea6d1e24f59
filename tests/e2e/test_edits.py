"""A build that keeps what it can makes the same bytes as one that knows nothing of earlier builds."""

from pathlib import Path

import pytest

from bench.edits import EDITS, Site, differences


@pytest.mark.parametrize("seed", [1, 2])
def test_any_edits_one_after_the_other(seed: int, tmp_path: Path) -> None:
    done: list[str] = []
    assert differences(Site(tmp_path / "project", seed), 6, done.append, compared=6) == [], done


def test_every_kind_of_edit(tmp_path: Path) -> None:
    site = Site(tmp_path / "project", 4)
    site.build()
    for edit in EDITS.values():
        edit(site)
        if site.prepared(site.root).errors:
            site = Site(tmp_path / edit.__name__, 4)
            site.build()
        else:
            site.build()
    assert site.build() == site.clean_build()


def test_what_a_killed_build_had_made_is_published_by_the_next(tmp_path: Path) -> None:
    site = Site(tmp_path / "project", 1)
    site.build()
    EDITS["killed"](site)
    assert site.build() == site.clean_build()
