"""What stands around a page: entries of the site's own beside the sections and the engine's links."""

from pathlib import Path

import pytest

from katalog.building.mkdocs_content import hand_slots, navigation_at
from katalog.html.navigation import SiteNavigation, site_navigation
from tests.support import Made, make_project, record

FILES = {
    "courses/et.md": record("Et kursus"),
    "content/da/om.md": "---\ntitle: Om\npair: about\n---\n\nTekst.\n",
    "content/sv/om-oss.md": "---\ntitle: Om\npair: about\n---\n\nText.\n",
}
OWN = {
    "sections": ["courses", "topics"],
    "menu": [
        {"title": {"da": "Om os", "sv": "Om oss"}, "to": "content/da/om.md"},
        {"title": {"da": "Et", "sv": "Ett"}, "to": "courses/et.md"},
        {"title": {"da": "Biblioteket", "sv": "Biblioteket"}, "to": "https://bibliotek.example/"},
    ],
    "footer": [{"title": {"da": "Hvem er vi?", "sv": "Vilka är vi?"}, "to": "content/sv/om-oss.md"}],
}


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return make_project(tmp_path, FILES, settings=OWN)


def around(made: Made, address: str) -> SiteNavigation:
    return navigation_at(made.build, address)


def test_own_entries_stand_after_the_sections(made: Made) -> None:
    shown = {tag: site_navigation(made.reader(tag), {}).sections[2:] for tag in ("da", "sv")}
    assert [(each.title, each.url) for each in shown["da"]] == [
        ("Om os", "om/"), ("Et", "kurser/et/"), ("Biblioteket", "https://bibliotek.example/")
    ]  # fmt: skip
    assert [each.url for each in shown["sv"]] == ["sv/om-oss/", "sv/kurser/et/", "https://bibliotek.example/"]


def test_the_entry_of_the_page_itself_is_marked(made: Made) -> None:
    assert [each.title for each in around(made, "om/").sections if each.current] == ["Om os"]
    assert [each.title for each in around(made, "").sections if each.current] == []


def test_a_page_stands_once_in_the_footer_under_the_sites_own_name(made: Made) -> None:
    for address, expected in (("", ("Hvem er vi?", "om/")), ("sv/", ("Vilka är vi?", "sv/om-oss/"))):
        links = [(each.title, each.address) for each in around(made, address).footer.links]
        assert links[0] == expected
        assert [url for _, url in links].count(expected[1]) == 1


def test_a_hand_written_page_is_named_before_the_site_in_the_browsers_title(made: Made) -> None:
    page = next(each for each in made.build.hand_pages if each.path == "content/da/om.md")
    assert hand_slots(made.build, page)["title"] == "Om – Katalog"
    assert made.slots("")["title"] == "Katalog"
