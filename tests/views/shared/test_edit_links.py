"""Where a page's text is edited and a course is begun, at each kind of host."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from katalog.building.mkdocs_content import hand_slots
from katalog.i18n.phrases import site_languages, site_phrases
from katalog.inspection import inspect
from katalog.settings import read_settings
from katalog.views.shared.edit_links import edit_address
from tests.support import SETTINGS, TODAY, make_project, record

HOSTS = {
    "https://github.com/bib/kurser/edit/main/": ("/bib/kurser/new/main", "filename", "value"),
    "https://github.com/bib/kurser/edit/main": ("/bib/kurser/new/main", "filename", "value"),
    "https://gitlab.com/bib/hele/kurser/-/edit/main/": ("/bib/hele/kurser/-/new/main", "file_name", ""),
    "https://codeberg.org/bib/kurser/_edit/main/": ("/bib/kurser/_new/main", "filename", "value"),
}
BELOW = {"edit_url": "https://github.com/bib/alt/edit/main/kurser/"}
OUTDATED = ("translation.outdated",)
FILES = {
    "courses/kursus.md": record("Kursus"),
    "courses/kursus.sv.md": "---\ntitle: Kurs\n---\n",
    "courses/alene.md": record("Alene"),
}


def foot(html: str) -> list[str]:
    links = LexborHTMLParser(html).css(".k-foot a")
    return [node.attributes["href"] or "" for node in links if "https://" in (node.attributes["href"] or "")]


@pytest.mark.parametrize("base", HOSTS)
def test_the_text_that_is_seen_is_edited(tmp_path: Path, base: str) -> None:
    made = make_project(tmp_path, FILES, settings={"edit_url": base}, expected=OUTDATED)
    start = base.rstrip("/")
    assert foot(made.html("kurser/kursus/")) == [f"{start}/courses/kursus.md"]
    assert foot(made.html("sv/kurser/kursus/")) == [f"{start}/courses/kursus.sv.md"]
    assert foot(made.html("sv/kurser/alene/")) == [f"{start}/courses/alene.md"]


@pytest.mark.parametrize("base", HOSTS)
def test_a_course_is_begun_where_the_host_has_it(tmp_path: Path, base: str) -> None:
    path, file, text = HOSTS[base]
    made = make_project(tmp_path, FILES, settings={"edit_url": base}, expected=OUTDATED)
    (address,) = foot(made.html("sv/kurser/"))
    query = parse_qs(urlsplit(address).query)
    assert urlsplit(address).path == path
    assert query[file] == ["courses/ny-kurs.md"]
    assert text == "" or query[text][0].startswith("---\ntitle: ⟦Kursens titel⟧\nlanguage: sv\n")


def test_a_site_below_the_top_of_its_repository(tmp_path: Path) -> None:
    made = make_project(tmp_path, FILES, settings=BELOW, expected=OUTDATED)
    (address,) = foot(made.html("kurser/"))
    assert parse_qs(urlsplit(address).query)["filename"] == ["kurser/courses/nyt-kursus.md"]


def test_a_host_that_is_not_known_has_no_link_to_a_new_course(tmp_path: Path) -> None:
    base = "https://vaert.example/?fil="
    made = make_project(tmp_path, FILES, settings={"edit_url": base}, expected=OUTDATED)
    assert foot(made.html("kurser/")) == []
    assert foot(made.html("kurser/kursus/")) == [f"{base}courses/kursus.md"]


def test_without_an_address_there_are_no_links() -> None:
    settings = read_settings({key: value for key, value in SETTINGS.items() if key != "edit_url"})
    assert edit_address(settings, "courses/kursus.md") == ""


@pytest.mark.parametrize("language", site_languages())
def test_what_a_new_course_begins_with_lacks_only_what_is_marked(tmp_path: Path, language: str) -> None:
    text = site_phrases(language)("record.new-course.text", year=2027)
    assert problems(tmp_path / "marked", text) == {"template.unfilled"}
    filled = text.replace("⟦", "").replace("⟧", "")
    assert problems(tmp_path / "filled", filled) == set()


def problems(root: Path, text: str) -> set[str]:
    (root / "courses").mkdir(parents=True, exist_ok=True)
    (root / "courses/nyt.md").write_text(text, "utf-8")
    return {
        each.code for each in inspect(root, read_settings(SETTINGS), TODAY).problems if "nyt" in each.path
    }


def test_a_page_that_is_written_by_hand_is_edited_too(tmp_path: Path) -> None:
    pages = {"content/da/om.md": "---\ntitle: Om\n---\n\n# Om\n"}
    build = make_project(tmp_path, pages, settings={"edit_url": next(iter(HOSTS))}).build
    assert hand_slots(build, build.hand_pages[0])["edit"] == f"{next(iter(HOSTS))}content/da/om.md"
