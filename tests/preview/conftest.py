from pathlib import Path
from threading import Lock

import pytest

from katalog.html.frame import SLOTS, ThemePage, markers
from katalog.preview.session import Session
from tests.preview.projects import PreviewProject
from tests.preview.requests import Asker


@pytest.fixture
def asker(tmp_path: Path) -> Asker:
    """A server over a folder with a page and a picture, and a file outside."""
    site = tmp_path / "site"
    (site / "kurser").mkdir(parents=True)
    for name in ("index.html", "kurser/index.html", "404.html"):
        (site / name).write_text(f"<html><head></head><body>{name}</body></html>", encoding="utf-8")
    (site / "logo.svg").write_text("<svg></svg>", encoding="utf-8")
    (tmp_path / "hemmeligt.html").write_text("hemmeligt", encoding="utf-8")
    return Asker(site)


@pytest.fixture
def project(tmp_path: Path) -> PreviewProject:
    """A small project and a session over it, whose theme is a plain one."""
    made = PreviewProject(tmp_path / "project")

    def render(build: object) -> None:
        made.render(build)  # type: ignore[arg-type]

    theme = "".join(f"<i>{markers()[slot]}</i>" for slot in SLOTS)
    made.theme = ThemePage.of(f"<html><head></head>{theme}</html>")
    made.session = Session(made.root, made.site, "http://127.0.0.1:8123/", render, Lock())
    return made
