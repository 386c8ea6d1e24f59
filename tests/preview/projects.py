"""A small project that a session builds, with a theme of markers alone in the place of MkDocs'."""

from dataclasses import dataclass, field
from pathlib import Path

from katalog.building.build import Build
from katalog.building.mkdocs_content import hand_text
from katalog.html.frame import ThemePage
from katalog.preview.session import Result, Session
from tests.e2e.quick_build import SETTINGS, write_project
from tests.support import record

ABOUT = "---\ntitle: {title}\n---\n\nSe [kurset](../../courses/kursus.md).\n"


@dataclass
class PreviewProject:
    """A project with a course, another one, and a hand-written page that leads to the first."""

    root: Path
    theme: ThemePage = field(init=False)
    session: Session = field(init=False)
    rendered: int = 0
    shown: list[Result] = field(default_factory=list)

    def __post_init__(self) -> None:
        write_project(self.root, {})
        (self.root / "overrides").mkdir(exist_ok=True)
        self.write("mkdocs.yml", SETTINGS.replace("font: false", "font: false, custom_dir: overrides"))
        self.write("courses/kursus.md", record("Kursus"))
        self.write("courses/andet.md", record("Andet kursus"))
        self.about("Om")

    @property
    def site(self) -> Path:
        return self.root / ".katalog" / "preview"

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def about(self, title: str) -> None:
        self.write("content/da/om.md", ABOUT.format(title=title))

    def render(self, build: Build) -> None:
        """Stand in for MkDocs: one page of the theme for each language, hand-written pages, a style sheet."""
        self.rendered += 1
        for language in build.settings.languages:
            build.theme_pages[language.path] = self.theme
        for page in build.hand_pages:
            html, _ = hand_text(build, page, page.body)
            build.hand_texts[page.address] = html
            (build.stage / page.address).mkdir(parents=True)
            (build.stage / page.address / "index.html").write_text(html, encoding="utf-8")
        (build.stage / "style.css").write_text("p {}", encoding="utf-8")

    def build(self) -> Result:
        self.shown.clear()
        result = self.session.build("da", lambda: False, self.shown.append)
        assert result
        return result

    def page(self, address: str) -> str:
        return (self.site / address / "index.html").read_text(encoding="utf-8")
