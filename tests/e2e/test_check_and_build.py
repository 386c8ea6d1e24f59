"""What the check passes, the build builds; what the build refuses, the check refuses with the same codes."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from katalog.problems.codes import severity_of
from tests.bad.table import Bad
from tests.bad.test_bad_records import CASES, good_files
from tests.e2e.quick_build import checked, quick_build, write_project
from tests.e2e.sites import TODAY


def some(cases: Iterable[Bad], most: int) -> list[Bad]:
    """Return a few cases of each code: an accepted one is built whole."""
    counts: Counter[str] = Counter()
    return [case for case in cases if counts.update([case.code]) is None and counts[case.code] <= most]


ACCEPTED = some((case for case in CASES if severity_of(case.code) == "warning"), 3)
REFUSED = some((case for case in CASES if severity_of(case.code) == "error"), 1)


@pytest.fixture(autouse=True)
def same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KATALOG_TODAY", TODAY)


@pytest.mark.parametrize("case", [*ACCEPTED, *REFUSED], ids=lambda case: f"{case.code}: {case.name}")
def test_check_and_build_agree(case: Bad, tmp_path: Path) -> None:
    if case.make:
        case.make(tmp_path)
    write_project(tmp_path, good_files(case) | case.files)
    expected = checked(tmp_path)
    built = quick_build(tmp_path)
    assert (built.done, built.codes) == (not expected, expected), built.warnings
    assert not (built.done and built.warnings)
