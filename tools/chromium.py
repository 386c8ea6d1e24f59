"""Find a Chromium for the browser tests, or install one: `python -m tools.chromium`.

The tests import `find`, so that they and `make test` never disagree about which browser is meant.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_PATHS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
HOW = """katalog: the browser tests need Chromium or Chrome, and none could be found or installed.
Do one of these, then run the command again:
  - on Debian, as root:  apt-get install chromium
  - anywhere:            .venv/bin/python -m playwright install chromium
  - or name yours:       KATALOG_CHROMIUM=/path/to/chrome make test"""


def find() -> Path | None:
    """Return the browser named by KATALOG_CHROMIUM, else an installed one, else Playwright's own."""
    if named := os.environ.get("KATALOG_CHROMIUM"):
        return Path(named)
    installed = [path for path in (*map(shutil.which, NAMES), *MAC_PATHS) if path and Path(path).exists()]
    path = Path(installed[0] if installed else playwrights_own())
    return path if path.exists() else None


def playwrights_own() -> str:
    """Return where Playwright keeps the browser it downloads, whether it is there or not."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow, and seldom needed

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def install() -> None:
    """Install a browser: Debian's package where that may be done unasked, else Playwright's own."""
    if (apt := apt_get()) and run(*apt, "update") and run(*apt, "install", "-y", "chromium"):
        return
    run(sys.executable, "-m", "playwright", "install", "chromium")


def apt_get() -> list[str]:
    """Return the command that installs Debian packages without asking for a password; empty if none."""
    if not shutil.which("apt-get"):
        return []
    if os.geteuid() == 0:
        return ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    return ["sudo", "-n", "apt-get", "-q"] if shutil.which("sudo") and run("sudo", "-n", "true") else []


def run(*command: str) -> bool:
    """Run `command` without standard input; return whether it succeeded."""
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False).returncode == 0


def main() -> int:
    """Print the browser's path, installing one first if need be."""
    if not find():
        install()
    if path := find():
        print(path)
        return 0
    print(HOW, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
