"""A section whose word in addresses is another now: nothing that was published before is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from katalog.i18n.phrases import use_custom_phrases
from tests.e2e.quick_build import SETTINGS, quick_build, write_project
from tests.support import record

FILES = {
    "courses/kursus.md": record("Kursus", redirect_from=["aeldre"], topics=["laesning"]),
    "courses/kursus/plan.txt": "Planen.\n",
    "content/topics.yml": "- {id: laesning, name: {da: Læsning, sv: Läsning}}\n",
}
WORDS = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "slug.{}"\nmsgstr "{}"\n'
MOVED = """\
    redirects:
      - {old: kurser/*, to: courses}
      - {old: sv/kurser/*, to: courses}
      - {old: emner/*, to: topics}
"""


@pytest.fixture(autouse=True)
def _alone() -> Iterator[None]:
    yield
    use_custom_phrases(None)


def published(root: Path, files: dict[str, str]) -> dict[str, str]:
    write_project(root, {path: text.encode() for path, text in (FILES | files).items()})
    assert quick_build(root).done
    site = root / "site"
    return {
        path.relative_to(site).as_posix(): path.read_text("utf-8", "replace")
        for path in site.rglob("*")
        if path.is_file()
    }


def test_the_line_to_write_is_told(tmp_path: Path) -> None:
    own = {"addresses.txt": "kurser/kursus/\n", "overrides/locale/da.po": WORDS.format("courses", "hold")}
    write_project(tmp_path, {path: text.encode() for path, text in (FILES | own).items()})
    [told] = [each for each in quick_build(tmp_path).warnings if "K19" in each]
    assert "»- {old: kurser/*, to: courses}«" in told


def test_every_address_of_it_leads_on_or_has_what_it_had(tmp_path: Path) -> None:
    before = published(tmp_path / "before", {})
    words = WORDS.format("courses", "hold") + '\nmsgid "slug.topics"\nmsgstr "stikord"\n'
    swedish = WORDS.format("courses", "grupper")
    listed = "kurser/kursus/\nkurser/kursus/plan.txt\nkurser/aeldre/\nsv/kurser/kursus/\nemner/laesning/\n"
    own = {
        "addresses.txt": listed,
        "mkdocs.yml": SETTINGS + MOVED,
        "overrides/locale/da.po": words,
        "overrides/locale/sv.po": swedish,
    }
    after = published(tmp_path / "after", own)
    moved = [path for path in before if path.startswith(("kurser", "sv/kurser", "emner"))]
    assert {"kurser.ics", "kurser/kursus.json", "kurser/kursus/plan.txt", "kurser/aeldre/index.html"} <= {
        *moved
    }
    assert [path for path in moved if path not in after] == []
    pages = [path for path in moved if path.endswith(".html")]
    assert [path for path in pages if 'http-equiv="refresh"' not in after[path]] == []
    assert '<a href="../../hold/kursus/">' in after["kurser/kursus/index.html"]
    assert '<a href="../../stikord/laesning/">' in after["emner/laesning/index.html"]
    assert after["kurser/kursus/plan.txt"] == "Planen.\n"
    assert after["kurser/kursus.json"] == after["hold/kursus.json"]
