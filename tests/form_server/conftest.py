from pathlib import Path

import pytest

from tests.form_server.requests import Asker

RECORD = "---\ntitle: Øvelse\nlanguage: da\n---\n\nTekst.\n"


@pytest.fixture
def asker(tmp_path: Path) -> Asker:
    """A server over a project with a course, a page and the list of topics, and a file outside."""
    root = tmp_path / "project"
    for folder in ("courses", "projects", "content/da", "hooks"):
        (root / folder).mkdir(parents=True)
    (root / "courses/oevelse.md").write_text(RECORD, encoding="utf-8")
    (root / "content/da/index.md").write_text("---\ntitle: Forside\n---\n", encoding="utf-8")
    (root / "content/topics.yml").write_text("- id: a\n  name: {da: A}\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text("site_name: Prøve\n", encoding="utf-8")
    (root / "hooks/main.py").write_text("from katalog.hooks import *\n", encoding="utf-8")
    (tmp_path / "hemmeligt.md").write_text("hemmeligt", encoding="utf-8")
    return Asker(root)
