"""What a comment says of kinds of change, as golden texts in three languages."""

from collections.abc import Mapping
from pathlib import Path

import comrak
import pytest
from selectolax.lexbor import LexborHTMLParser

from katalog.diff import Version, compare, report
from katalog.diff.report import MARK, Sources
from katalog.inspection import inspect
from katalog.settings import read_settings
from tests.diff.changes import CHANGES, SITE
from tests.support import SETTINGS, TODAY, record

GOLDEN = Path(__file__).parent / "golden"
LANGUAGES = ("da", "sv", "en")
SCREEN = 60
"""Lines of an ordinary change, blank ones among them."""


def version(root: Path, files: Mapping[str, str | None], **settings: object) -> Version:
    for path, text in files.items():
        if text is not None:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, "utf-8")
    read = read_settings(SETTINGS | settings)
    seen = inspect(root, read, TODAY)
    others = {path: text for path, text in files.items() if text is not None and not path.endswith(".md")}
    return Version(seen, read, TODAY, seen.problems, others)


def text(tmp_path: Path, kind: str, language: str, sources: Sources | None = None) -> str:
    old = version(tmp_path / "old", SITE)
    settings = {"closing_soon_days": "7", "operator": {"name": "Ny ejer"}} if kind == "the-rest" else {}
    new = version(tmp_path / "new", SITE | CHANGES[kind], **settings)
    return report(compare(old, new, language), language, sources)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", CHANGES)
def test_a_kind_of_change_reads_as_its_golden_text(tmp_path: Path, kind: str, language: str) -> None:
    golden = (GOLDEN / f"{kind}.{language}.md").read_text("utf-8")
    sources = Sources("https://forslag.example/7/", "")
    assert text(tmp_path, kind, language, sources) == golden
    assert len(golden.splitlines()) <= SCREEN


@pytest.mark.parametrize("kind", CHANGES)
def test_every_link_leads_into_the_site_that_shows_the_proposal(tmp_path: Path, kind: str) -> None:
    where = "https://forslag.example/7/"
    html = rendered(text(tmp_path, kind, "en", Sources(where)))
    links = [node.attributes["href"] or "" for node in html.css("a")]
    assert [each for each in links if not (each.startswith(where) and each.endswith("/index.html"))] == []


def test_without_an_address_nothing_is_a_link(tmp_path: Path) -> None:
    assert rendered(text(tmp_path, "new-course", "da")).css("a") == []


def test_a_site_that_can_only_be_fetched_is_the_one_link(tmp_path: Path) -> None:
    html = rendered(text(tmp_path, "new-course", "da", Sources(archive="https://forslag.example/7.zip")))
    assert [node.attributes["href"] for node in html.css("a")] == ["https://forslag.example/7.zip"]


def test_the_longest_comment_is_one_that_hosts_take(tmp_path: Path) -> None:
    """GitHub takes 65,536 characters, GitLab a million."""
    long = "<@&>" * 5000
    courses = {
        f"courses/kursus-{n}.md": record(long[:150], long, organiser="a" * 70, audience=long[:900])
        for n in range(60)
    }
    found = compare(version(tmp_path / "old", SITE), version(tmp_path / "new", SITE | courses), "sv")
    assert len(report(found, "sv")) < 65_536 / 2
    assert report(found, "sv").count("- och 110 till\n") == 1


def test_a_version_is_found_again_by_the_first_line(tmp_path: Path) -> None:
    assert text(tmp_path, "nothing", "da").startswith(f"{MARK}\n")


def rendered(markdown: str) -> LexborHTMLParser:
    options = comrak.ExtensionOptions()
    options.autolink = options.table = options.strikethrough = True
    return LexborHTMLParser(
        comrak.render_markdown(markdown, options, comrak.ParseOptions(), comrak.RenderOptions())
    )
