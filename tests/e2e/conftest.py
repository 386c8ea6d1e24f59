"""The site of fictional records, built once for all end-to-end tests."""

import pytest

from tests.e2e.sites import Built, build, copy_project, made_once


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return made_once(tmp_path_factory, "site", lambda folder: build(copy_project(folder)))
