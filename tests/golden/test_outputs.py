"""Nothing that readers see changes unseen.

`python -m tests.golden` writes everything down anew; each module here does so for what is its own.
"""

from pathlib import Path
from types import ModuleType

import pytest

from tests.golden import slips
from tests.golden.digested import DIGESTED
from tests.golden.generated import digests
from tests.golden.outputs import FILES, HERE, outputs


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return outputs(tmp_path_factory.mktemp("golden"))


@pytest.mark.parametrize("name", FILES)
def test_the_site_says_what_it_said(name: str, made: dict[str, str]) -> None:
    assert made[name].splitlines() == (HERE / name).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("site", DIGESTED)
def test_a_site_of_generated_records_is_what_it_was(tmp_path: Path, site: ModuleType) -> None:
    assert digests(site.texts(tmp_path), site.DEPTH) == site.DIGESTS.read_text(encoding="utf-8").splitlines()


def test_slips_are_reported_as_they_were() -> None:
    assert slips.report().splitlines() == slips.REPORT.read_text(encoding="utf-8").splitlines()


def test_there_is_nothing_else(tmp_path: Path) -> None:
    assert {path.name for path in HERE.glob("*.txt")} == {
        *FILES,
        slips.REPORT.name,
        *(site.DIGESTS.name for site in DIGESTED),
    }
