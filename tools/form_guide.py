"""The steps of the form's guide (`docs/da/formular.md`, `docs/sv/formular.md`), followed in a browser.

What is pressed and written is read from the guide, so that it cannot tell anything else than what works: in a
step **bold** names a field, *italics* what is pressed or chosen, `code` what is written or, where it names a
picture or a PDF, the file that is brought in.
"""

import re
from io import BytesIO
from math import ceil
from pathlib import Path

from PIL import Image, ImageDraw
from playwright.sync_api import FrameLocator, Locator, Page

REPOSITORY = Path(__file__).parent.parent
GUIDES = {"da": "docs/da/formular.md", "sv": "docs/sv/formular.md"}
MENU = {"da": "Vis editorindstillinger", "sv": "Visa redigeringsalternativ"}
UNFOLD = {"da": "Fold ud", "sv": "Expandera"}
SAVE = {"da": "Gem", "sv": "Spara"}
ADD = ("Tilføj ", "Lägg till ")
UNFOLDS = (*ADD, "Fold alle ud", "Expandera alla")
MADE = "button, [role], input"
"""What a field has once the form has made it, of those that are in sight."""
FRAGMENT = re.compile(r"\*\*(?P<field>[^*]+)\*\*|\*(?P<press>[^*]+)\*|`(?P<write>[^`]+)`")
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
PDF += b"trailer<</Root 1 0 R>>\n%%EOF\n"

SECONDS_A_KEY = 0.5
"""An unpractised typist: Card, Moran and Newell (1983) give an average one 0.28 s."""
SECONDS_A_PRESS = 4.0
"""By the same: to find out what (1.35 s), reach the mouse (0.4 s), point (1.1 s) and press (0.2 s); and
one second more to scroll to the place."""
WORDS_A_MINUTE = 150
"""Slow reading, as of instructions that are followed."""


def steps(language: str) -> list[str]:
    """Return the numbered steps of the guide, in order."""
    text = (REPOSITORY / GUIDES[language]).read_text("utf-8")
    found = re.findall(r"^(\d+)\. (.*(?:\n {3,}\S.*)*)", text, re.MULTILINE)
    if [int(number) for number, _ in found] != [*range(1, len(found) + 1)]:
        raise SystemExit(f"{GUIDES[language]}: the steps are not numbered from 1 on")
    return [text for _, text in found]


def minutes(keys: int, presses: int, words: int) -> int:
    """Return how long a person needs, who does this for the first time and reads the guide meanwhile."""
    seconds = keys * SECONDS_A_KEY + presses * SECONDS_A_PRESS
    return ceil(seconds / 60 + words / WORDS_A_MINUTE)


def words_of(step: str) -> int:
    """Return how many words of a step are read."""
    return len(FRAGMENT.sub(" ", step).split()) + len(FRAGMENT.findall(step))


class Walker:
    """One editor at the page of `katalog edit`, in one language; counts what she presses and writes."""

    def __init__(self, page: Page, language: str, files: Path) -> None:
        self._page = page
        self._form: FrameLocator = page.frame_locator(".form")
        self._language = language
        self._files = files
        self._field: Locator | None = None
        self._part: Locator | None = None
        self._is_copy = self._is_added = False
        self.keys = 0
        self.presses = 0

    def follow(self, step: str) -> None:
        """Do what a step says."""
        self._field = self._part = None
        self._is_copy, self._is_added = "⟦" in step, False
        for found in FRAGMENT.finditer(step):
            if field := found["field"]:
                self._field = self._found(field)
            elif press := found["press"]:
                self._press(press)
            else:
                self._write(found["write"])

    def _fields(self, label: str) -> Locator:
        around: Locator | FrameLocator = self._part or self._form
        return around.locator(f'section.field:has(> header > h4:text-is("{label}"))')

    def _found(self, label: str) -> Locator:
        """Return a field, looked for by scrolling: the form makes those in sight alone."""
        if self._part is not None and not self._fields(label).count():
            self._part = None
        fields = self._fields(label)
        self._scroll(fields)
        if self._part is None:
            return fields.first
        return self._unfilled(fields) if self._is_copy else fields.last if self._is_added else fields.first

    def _unfilled(self, fields: Locator) -> Locator:
        """Return the first field that holds something in brackets."""
        for _ in range(40):
            for each in fields.all():
                if "⟦" in each.get_by_role("textbox").first.input_value():
                    return each
            self._page.mouse.wheel(0, 250)
            self._page.wait_for_timeout(100)
        raise SystemExit("nothing is to be filled in")

    def _scroll(self, wanted: Locator) -> None:
        box = self._page.locator(".form").bounding_box()
        if box is None:
            raise SystemExit("there is no form")
        self._page.mouse.move(box["x"] + 200, box["y"] + 400)
        for distance in [0] * 10 + [250] * 60 + [-20_000] + [250] * 60:
            if wanted.count() and (
                wanted.first.locator(MADE).count() or not wanted.first.locator("h4").count()
            ):
                wanted.first.scroll_into_view_if_needed()
                return
            self._page.mouse.wheel(0, distance)
            self._page.wait_for_timeout(100)
        raise SystemExit(f"the form has none of these: {wanted}")

    def _press(self, name: str) -> None:
        self.presses += 1
        self._is_added = name.startswith(ADD)
        if name == "⋮":
            self._form.get_by_role("button", name=MENU[self._language], exact=True).click()
            return
        if name == "›" and self._field is not None:
            self._part = self._field
            self._field.get_by_role("button", name=UNFOLD[self._language], exact=True).first.click()
            return
        named = re.compile(rf"^\W*(?:{_isolated(name)})\W*$")
        field = None if name == SAVE[self._language] else self._field
        if field is not None and field.get_by_text(named).count():
            field.get_by_text(named).first.click()
            self._part = field if name.startswith(UNFOLDS) else self._part
        elif field is not None and field.get_by_role("combobox").count():
            self.presses += 1
            field.get_by_role("combobox").first.click()
            self._form.get_by_role("option", name=named).first.click()
        else:
            self._press_anywhere(name, named)

    def _press_anywhere(self, name: str, named: re.Pattern[str]) -> None:
        place = self._form.get_by_role("menuitem", name=re.compile(rf"^{_isolated(name)}")).or_(
            self._form.get_by_text(named)
        )
        if name.startswith(ADD):
            self._form.locator("section.field").first.wait_for()
        if self._form.locator("section.field").count():
            self._scroll(place)
        place.first.wait_for()
        place = place.locator("visible=true").first
        if name.startswith(ADD):
            around = place.locator("xpath=ancestor::section[contains(@class, 'field')][1]")
            path = around.get_attribute("data-key-path")
            self._part = self._form.locator(f'section.field[data-key-path="{path}"]')
        place.click()
        if name == SAVE[self._language]:
            self._form.locator("section.field").first.wait_for(state="detached")

    def _write(self, text: str) -> None:
        if self._field is None:
            raise SystemExit(f"nowhere to write {text}")
        if (suffix := text.rpartition(".")[2]) in {"png", "pdf"}:
            self.presses += 2  # a file is dragged: pressed and let go
            self._field.locator('input[type="file"]').first.set_input_files(self._made(text, suffix))
            self._field.locator(".empty").wait_for(state="detached")
            return
        self.presses += 1
        self.keys += len(text)
        place = self._field.get_by_role("textbox").first
        place.click()
        self._page.keyboard.press("Control+a")
        self._page.keyboard.type(text)

    def _made(self, name: str, suffix: str) -> Path:
        file = self._files / name
        file.write_bytes(PDF if suffix == "pdf" else picture())
        return file


def picture() -> bytes:
    """Return a picture of two who read."""
    image = Image.new("RGB", (640, 360), "#f3e9d2")
    draw = ImageDraw.Draw(image)
    for left, colour in ((120, "#1f6f8b"), (360, "#c8553d")):
        draw.ellipse((left + 45, 60, left + 125, 140), fill=colour)
        draw.rounded_rectangle((left, 150, left + 170, 360), 60, fill=colour)
        draw.polygon(
            [
                (left + 20, 230),
                (left + 85, 250),
                (left + 150, 230),
                (left + 150, 300),
                (left + 85, 320),
                (left + 20, 300),
            ],
            fill="#fff",
        )
    data = BytesIO()
    image.save(data, "PNG", optimize=True)
    return data.getvalue()


def _isolated(name: str) -> str:
    """Return a pattern of a name whose words the form may put between marks of direction."""
    return r"[\u2066-\u2069\s]+".join(re.escape(word) for word in name.split())
