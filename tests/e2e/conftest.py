"""The shipped site, built once for all end-to-end tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.e2e.sites import Run, build, copy_project, made_once

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Shipped:
    """The project's own records and the site made of them."""

    project: Path
    run: Run

    @property
    def site(self) -> Path:
        return self.project / "site"


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Shipped:
    return Shipped(*made_once(tmp_path_factory, "shipped", lambda folder: build(copy_project(folder))))
