"""Sections of the navigation: in the site's order, under its own names, or left out."""

import re
from pathlib import Path

from katalog.html.navigation import site_navigation
from tests.support import make_project, record

SECTIONS = {
    "sections": [
        "calendar",
        {"section": "courses", "name": {"da": "Efteruddannelse"}},
        "libraries",
        "topics",
    ]
}
FILES = {
    "courses/et.md": record("Et kursus", organiser="by"),
    "content/libraries/by.md": record("Byens bibliotek", kind="public", country="DK"),
}


def test_the_navigation_follows_the_settings(tmp_path: Path) -> None:
    made = make_project(tmp_path, FILES, settings=SECTIONS)
    titles = [
        [each.title for each in site_navigation(made.reader(language), {}).sections]
        for language in ("da", "sv")
    ]
    assert titles[0] == ["Kalender", "Efteruddannelse", "Biblioteker", "Emner"]
    assert titles[1] == ["Kalender", "Kurser", "Bibliotek", "Ämnen"]
    assert made.pages["kurser/"].title == "Efteruddannelse"


def test_a_section_that_is_left_out_has_no_page_and_no_link(tmp_path: Path) -> None:
    made = make_project(tmp_path, FILES, settings=SECTIONS)
    assert not [address for address in made.pages if address.startswith(("nyheder/", "kontakt/"))]
    for address in ("", "kurser/", "soeg/", "kurser/et/"):
        assert "nyheder/" not in made.html(address)


def test_the_front_page_counts_nothing_of_which_there_is_none(tmp_path: Path) -> None:
    page = make_project(tmp_path, FILES, settings=SECTIONS).html("")
    assert re.findall(r"<b>(\d+)</b><a href=\"([^\"]+)\"", page) == [("1", "kurser/"), ("1", "biblioteker/")]


def test_records_of_a_section_that_is_left_out_are_reported(tmp_path: Path) -> None:
    files = FILES | {"content/news/nyt.md": record("Nyt", date="2026-01-01")}
    settings = {"sections": SECTIONS["sections"][:-1]}
    made = make_project(tmp_path, files, settings=settings, expected={"settings.section-off"})
    assert {problem.path for problem in made.build.problems} == {"content/news/nyt.md", "content/topics.yml"}
