"""This repository's own site, built once for all tests of what it says; no other tests read it."""

import pytest

from tests.e2e.sites import Built, build, copy_shipped, made_once


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return made_once(tmp_path_factory, "shipped", lambda folder: build(copy_shipped(folder)))
