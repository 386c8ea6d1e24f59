"""The pictures of the guides for editors, made from the real pages: `python -m tools.guide_pictures`.

A site as `katalog init` begins it, with the course of the guide, is built and photographed in Chromium.  Run
it again when the look of those pages has changed; a host's own pages are told in words.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from playwright.sync_api import Page, sync_playwright

from tools.chromium import HOW, find
from tools.form_pictures import photograph_form
from tools.guide_site import TODAY, begin

REPOSITORY = Path(__file__).parent.parent
IMAGES = REPOSITORY / "docs/images"
GUIDES = {"da": "docs/da/egen-maskine.md", "sv": "docs/sv/egen-dator.md"}
WIDTH, HEIGHT, FOOT = 900, 640, 260
EDIT = "    edit_url: https://github.com/bibliotek/kurser/edit/main/\n"


def main() -> int:
    """Write every picture; 1 where there is no browser."""
    browser = find()
    if browser is None:
        print(HOW, file=sys.stderr)
        return 1
    for language in GUIDES:
        with TemporaryDirectory() as folder, served(build(Path(folder), language)) as address:
            photograph(browser, address, language)
        photograph_form(browser, IMAGES, language)
    return 0


def build(project: Path, language: str) -> Path:
    """Build a begun site with the guide's course, and return the folder it is published in."""
    begin(project, language, settings=EDIT)
    name, course = guide_course(language)
    (project / f"courses/{name}.md").write_text(course, "utf-8")
    command = [sys.executable, "-m", "katalog", "build"]
    subprocess.run(command, cwd=project, check=True, env={"PATH": "", "KATALOG_TODAY": TODAY.isoformat()})
    return project / "site"


def guide_course(language: str) -> tuple[str, str]:
    """Return the id and the text of the course that the guide has an editor write."""
    text = (REPOSITORY / GUIDES[language]).read_text("utf-8")
    found = re.search(r"```markdown\n(.*?)```", text, re.DOTALL)
    name = re.search(r"courses/([\w-]+)\.md", text)
    if not (found and name):
        raise SystemExit(f"{GUIDES[language]} has no course")
    return name[1], found[1]


class Silent(SimpleHTTPRequestHandler):
    """Serves files and prints nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing of what was asked for."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder on loopback until the end of the block."""
    handler = partial(Silent, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def photograph(browser: Path, address: str, language: str) -> None:
    """Take the course's first screen, and the foot of the catalogue with the link to a new course."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": WIDTH, "height": HEIGHT}, reduced_motion="reduce")
        page.clock.set_fixed_time(TODAY.isoformat())  # the countdown follows the browser's own clock
        page.goto(f"{address}kurser/{guide_course(language)[0]}/")
        page.screenshot(path=IMAGES / f"guide-course-{language}.png")
        page.goto(f"{address}kurser/")
        foot(page, IMAGES / f"guide-new-course-{language}.png")
        chromium.close()


def foot(page: Page, to: Path) -> None:
    """Take what surrounds the link to a new course."""
    box = page.locator(".k-foot").bounding_box()
    if box is None:
        raise SystemExit("the catalogue has no link to a new course")
    clip = {"x": 0, "y": max(0, box["y"] + box["height"] + 20 - FOOT), "width": WIDTH, "height": FOOT}
    page.screenshot(path=to, full_page=True, clip=clip)  # type: ignore[arg-type]


if __name__ == "__main__":
    sys.exit(main())
