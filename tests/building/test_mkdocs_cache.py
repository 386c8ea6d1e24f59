"""What MkDocs has made is for later builds too, on the days on which it is the same."""

from datetime import timedelta
from pathlib import Path

import pytest

from bench.edits import Site
from katalog.building.mkdocs_cache import MkdocsOutput


@pytest.mark.parametrize(("days", "is_lent"), [(-1, False), (0, True), (1, True), (2, False)])
def test_it_is_lent_on_the_days_on_which_it_is_the_same(days: int, is_lent: bool, tmp_path: Path) -> None:
    site = Site(tmp_path / "project", 1)
    first = site.prepared(site.root)
    made = MkdocsOutput.of(first)
    first.clear()
    made.days = (site.today.toordinal(), site.today.toordinal() + 1)
    site.today += timedelta(days)
    assert made.lend(site.prepared(site.root)) is is_lent
