"""The editing form over a project's folder, served on loopback, and a page of it as an editor uses it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

from playwright.sync_api import Browser, Locator, Page
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from katalog.form_server.access import Access
from katalog.form_server.app import FormServer
from katalog.i18n.phrases import editor_phrases
from katalog.inspection import inspect
from katalog.problems.report import format_text
from katalog.settings.model import Settings
from katalog.settings.settings_file import read_settings_file, settings_in
from tests.e2e.sites import TODAY

TOKEN = "et-tegn"  # noqa: S105 - of a server that lives as long as a test
TALL: Any = {"width": 1400, "height": 5000}
"""So high that the form shows every field at once; it makes those in sight alone."""
PATIENCE = 60_000
"""Milliseconds that the form may take on a busy machine."""
ORIGINAL = "original"
WORDS = {
    "da": {
        "save": "Gem",
        "saved": "Dokumentet er gemt.",
        "add": "Tilføj",
        "enable": "Aktivér",
        "unfold": "Fold ud",
        "options": "Vis editorindstillinger",
        "duplicate": "Duplikér dokument",
        "duplicated": "Dokumentet er duplikeret som en ny kladde.",
    },
    "sv": {
        "save": "Spara",
        "saved": "Post sparad.",
        "add": "Lägg till",
        "enable": "Aktivera",
        "unfold": "Expandera",
        "options": "Visa redigeringsalternativ",
        "duplicate": "Duplicera post",
        "duplicated": "Post duplicerad som ett nytt utkast.",
    },
}


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


@dataclass(frozen=True)
class EditingSession:
    """A project that is edited: its folder, and the address of its pages."""

    root: Path
    address: str

    @property
    def settings(self) -> Settings:
        settings, problems = settings_in(read_settings_file(self.root, "mkdocs.yml"))
        assert settings, problems
        return settings

    def problems(self) -> list[str]:
        """Return what `katalog check` says of the project, a line each."""
        found = inspect(self.root, self.settings, date.fromisoformat(TODAY)).problems
        return format_text(found, editor_phrases("da")).splitlines()

    def texts(self) -> dict[str, str]:
        """Return every file of the project that the form may write, by its path."""
        return {
            path.relative_to(self.root).as_posix(): path.read_text("utf-8")
            for path in sorted(self.root.rglob("*"))
            if path.suffix in {".md", ".yml"}
        }


@contextmanager
def edited(root: Path, port: int = 0) -> Iterator[EditingSession]:
    """Serve the form over the project in `root`, at a free port unless one is given."""
    settings, _ = settings_in(read_settings_file(root, "mkdocs.yml"))
    assert settings

    def state(language: str) -> dict[str, Any]:
        return {
            "revision": 1,
            "summary": language,
            "own": [],
            "own_summary": "",
            "problems": [],
            "built": 0,
            "page": "",
            "preview": "",
        }

    with make_server("127.0.0.1", port, lambda *_: [], handler_class=_Quiet) as server:
        access = Access(TOKEN, server.server_port)
        server.set_app(
            FormServer(access, root, settings, state, lambda _: None, root / ".katalog" / "preview")
        )
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield EditingSession(root, f"http://127.0.0.1:{server.server_port}/{TOKEN}/")
        finally:
            server.shutdown()
            thread.join()


class Form:
    """The form in a page of the browser, in one language."""

    def __init__(self, browser: Browser, desk: EditingSession, language: str = "da") -> None:
        self._context = browser.new_context(viewport=TALL, reduced_motion="reduce")
        self.page: Page = self._context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self._desk = desk
        self._language = language
        self._words = WORDS[language]

    def close(self) -> None:
        self._context.close()

    def open(self, collection: str, record: str) -> None:
        """Open a record, or a new one where it is `new`."""
        where = f"{collection}/new" if record == "new" else f"{collection}/entries/{record}"
        self.page.goto("about:blank")
        self.page.goto(f"{self._desk.address}{self._language}/form/#/collections/{where}")
        self.page.locator("section.field").first.wait_for()

    def field(self, path: str, locale: str = ORIGINAL) -> Locator:
        """Return a field; what has no translations has no name for its own language either."""
        pane = ':is([data-locale="original"], [data-locale="_default"])'
        pane = pane if locale == ORIGINAL else f'[data-locale="{locale}"]'
        return self.page.locator(f'{pane} section.field[data-key-path="{path}"]')

    def write(self, path: str, text: str, locale: str = ORIGINAL) -> None:
        self.field(path, locale).get_by_role("textbox").first.fill(text)

    def choose(self, path: str, label: str) -> None:
        """Choose from a list that opens, or among buttons."""
        field = self.field(path)
        field.locator('[role="combobox"], [role="radio"], [role="checkbox"]').first.wait_for()
        if field.get_by_role("combobox").count():
            option = self.page.get_by_role("option", name=label, exact=True)
            self._open(field.get_by_role("combobox"), option)
            option.click()
        else:
            field.get_by_label(label, exact=True).first.click()

    def _open(self, box: Locator, option: Locator) -> None:
        """Open a list until an option is there: one that is still being filled closes at the first click."""
        for _ in range(5):
            box.click()
            try:
                option.wait_for(timeout=5_000)
            except PlaywrightTimeoutError:
                continue
            return

    def add(self, path: str) -> None:
        """Add an item to a list."""
        self.field(path).get_by_role("button", name=self._words["add"]).last.click()

    def unfold(self, path: str, number: int, locale: str = ORIGINAL) -> None:
        """Show the fields of one item of a list, all of which are closed."""
        items = self.field(path, locale).get_by_role("button", name=self._words["unfold"], exact=True)
        items.nth(number).click()

    def begin(self, path: str) -> None:
        """Begin a part that a record may have once."""
        self.field(path).get_by_role("checkbox").first.click()

    def show(self, language: str) -> None:
        """Show a translation beside the original."""
        self.page.locator(f'[role="radio"][data-value="{language}"]').last.click()

    def translate(self, language: str) -> None:
        """Begin a translation beside the original."""
        self.show(language)
        self.page.get_by_role("button", name=self._words["enable"]).click()
        self.field("title", language).wait_for()

    def upload(self, path: str, file: Path) -> None:
        self.field(path).locator('input[type="file"]').first.set_input_files(file)
        self.field(path).locator(".empty").wait_for(state="detached")

    def type(self, path: str, text: str) -> None:
        """Write at the end of a field as a person does, which lets the form keep a draft of it."""
        self.field(path).get_by_role("textbox").first.click()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(text)

    def press(self, label: str) -> None:
        self.page.get_by_role("button", name=label, exact=True).click()

    def duplicate(self) -> None:
        """Make the record that is open into a new one."""
        self.press(self._words["options"])
        self.page.get_by_role("menuitem", name=self._words["duplicate"], exact=True).click()
        self.page.get_by_text(self._words["duplicated"]).wait_for()

    def save(self) -> None:
        self.page.get_by_role("button", name=self._words["save"], exact=True).click()
        self.page.get_by_text(self._words["saved"]).wait_for()
