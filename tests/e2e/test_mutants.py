"""Pages, topics, translations and settings with one slip: told or harmless, and built as they are checked."""

import pytest

from bench.fuzz_projects import fuzz_projects
from tests.e2e.sites import TODAY


def test_no_mutant_crashes_is_lost_or_builds_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    """`python -m bench.fuzz_projects` tries more."""
    monkeypatch.setenv("KATALOG_TODAY", TODAY)
    tally = fuzz_projects(60, 7, 16)
    assert (tally.crashes, tally.losses) == ([], [])
    assert tally.told
    assert tally.harmless
