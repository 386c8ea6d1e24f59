"""What several folders of tests share: the same examples every time, and one browser.

The browser is the one `make test` finds or installs (tools/chromium.py).
"""

import os
import tempfile
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from tests.temporary_folder import temporary_folder
from tools.chromium import HOW, find

os.environ.setdefault("TMPDIR", temporary_folder())  # of this process, and of those it starts
tempfile.tempdir = None  # what was found before

settings.register_profile(
    "katalog", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("katalog")

LEFT_OUT = (
    "AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay",
    "MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "PreconnectToSearch",
    "TcpPortRandomizationWin", "ThirdPartyStoragePartitioning",
    "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup", "WebUIOmniboxPopup",
)  # fmt: skip
"""Features of Chromium: those that Playwright leaves out, for the last such list counts, and the pages
that each new window prepares for its address line, which nobody sees and which cost as much as the page."""

ARGUMENTS = [
    "--no-sandbox",  # Chromium refuses to run as root with its sandbox, and the pages are our own
    "--disable-background-networking",
    "--disable-gpu",  # nothing to gain: there is none on a test machine
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    f"--disable-features={','.join(LEFT_OUT)}",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run; each test opens a context of its own."""
    from playwright.sync_api import sync_playwright

    path = find()
    assert path, HOW
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()
