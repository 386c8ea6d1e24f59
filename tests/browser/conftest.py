"""The site that the browser reads, and what a test may watch while it does.

The site is that of fictional
records in every state (tests/site/), built once, read on the day it was built for.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.sites import Opener, Site
from tests.e2e.sites import build, copy_project, made_once
from tools.audit_server import served


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of fictional records, built and served."""
    built = made_once(tmp_path_factory, "site", lambda folder: build(copy_project(folder)))
    assert built.run.status == 0, built.run.output
    with served(built.site) as address:
        yield Site(built.site, address)


@pytest.fixture
def open_page(browser: Browser, site: Site) -> Iterator[Opener]:
    """Open pages of the site, each in a context of its own; all are closed when the test ends."""
    opener = Opener(browser, site)
    yield opener
    opener.close()


@pytest.fixture(scope="module")
def reading(browser: Browser, site: Site) -> Iterator[Opener]:
    """The same, kept open for all tests of a module that only look."""
    opener = Opener(browser, site)
    yield opener
    opener.close()
