"""Nothing that readers see changes unseen.

`python -m tests.golden.outputs` writes the texts anew, and `python -m tests.golden.generated` the digests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.golden.generated import DIGESTS, digests, texts
from tests.golden.outputs import FILES, HERE, outputs

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return outputs(tmp_path_factory.mktemp("golden"))


@pytest.mark.parametrize("name", FILES)
def test_the_site_says_what_it_said(name: str, made: dict[str, str]) -> None:
    assert made[name].splitlines() == (HERE / name).read_text(encoding="utf-8").splitlines()


def test_a_site_of_generated_records_is_what_it_was(tmp_path: Path) -> None:
    assert digests(texts(tmp_path)) == DIGESTS.read_text(encoding="utf-8").splitlines()


def test_there_is_nothing_else(tmp_path: Path) -> None:
    assert {path.name for path in HERE.glob("*.txt")} == {*FILES, DIGESTS.name}
