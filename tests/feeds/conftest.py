"""The sample project, and every feed of it."""

import pytest

from tests.feeds.samples import feeds_of, make
from tests.support import Made


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make(tmp_path_factory.mktemp("feeds"))


@pytest.fixture(scope="session")
def feeds(made: Made) -> dict[str, bytes]:
    return feeds_of(made)
