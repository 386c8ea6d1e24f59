"""The pictures of the form's guide: taken while its steps are followed over a new site."""

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tools.form_guide import SAVE, Walker, steps
from tools.guide_site import TODAY, begin, edited

OTHER = {"da": "sv", "sv": "da"}
SIZE: Any = {"width": 1280, "height": 800}
TAKEN = {5: "sessions", 8: "saved", 10: "translation", 11: "picture", 13: "cancelled"}
"""After which steps pictures are taken: before they end with saving, but for `AFTER_SAVING`."""
AFTER_SAVING = {
    "da": {8: "Læselyst i praksis", 13: "Aflyst"},
    "sv": {8: "Läslust i praktiken", 13: "Inställd"},
}
"""What the page that was saved then says."""
PATIENCE = 120_000
"""Milliseconds that a build may take on a busy machine."""
COLOURS = 48
"""Letters on plain grounds need no more, and a third of the bytes."""


def photograph_form(browser: Path, images: Path, language: str) -> None:
    """Follow the guide's steps in a language, and write a picture after some of them."""
    with TemporaryDirectory() as project, TemporaryDirectory() as files, sync_playwright() as playwright:
        begin(Path(project), language, OTHER[language])
        with edited(Path(project), language) as address:
            chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
            page = chromium.new_page(viewport=SIZE, reduced_motion="reduce")
            page.clock.set_fixed_time(TODAY.isoformat())
            page.goto(address)
            walk(page, Walker(page, language, Path(files)), images, language)
            chromium.close()


def walk(page: Page, walker: Walker, images: Path, language: str) -> None:
    """Follow the steps up to the last that has a picture."""
    for number, step in enumerate(steps(language)[: max(TAKEN)], 1):
        before, save, after = step.rpartition(f"*{SAVE[language]}*")
        walker.follow(before or after)
        if number in TAKEN and number not in AFTER_SAVING[language]:
            take(page, images / f"guide-form-{TAKEN[number]}-{language}.png")
        walker.follow(save)
        if says := AFTER_SAVING[language].get(number):
            is_built(page, says)
            take(page, images / f"guide-form-{TAKEN[number]}-{language}.png")


def is_built(page: Page, says: str) -> None:
    """Wait until the page of what was saved last is beside the form, and says something."""
    page.locator('#preview[src*="/kurser/"]').wait_for(timeout=PATIENCE)
    page.frame_locator("#preview").locator("main").get_by_text(says).first.wait_for(timeout=PATIENCE)


def take(page: Page, to: Path) -> None:
    """Write a picture with few colours."""
    image = Image.open(BytesIO(page.screenshot(animations="disabled")))
    image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(to, optimize=True)
