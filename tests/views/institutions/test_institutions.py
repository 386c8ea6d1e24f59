"""Pages of libraries and organisations, their lists and their maps."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from katalog.views.institutions.page import InstitutionView
from tests.support import Made, all_feeds, make_project, record

NORDBY = "biblioteker/nordby/"
AT_NORDBY = {"when": "2027-02-01", "place": "nordby"}
FILES = {
    "content/libraries/nordby.md": record(
        "Nordby Bibliotek",
        "Et opdigtet bibliotek.",
        kind="central",
        country="DK",
        region="Region Nord",
        municipality="Nordby",
        address="Prøvegade 1, 9999 Nordby",
        location={"lat": 55.7, "lon": 9.5},
        isil="DK-999999",
        aliases=["Bogborgen"],
        website="https://nordby.example/",
        email="post@nordby.example",
        phone="33 12 34 56",
    ),
    "content/libraries/aasted.md": record(
        "Aasted Bibliotek",
        kind="public",
        country="DK",
        region="Region Nord",
        municipality="Storkommunen",
        parent="nordby",
        location={"lat": 56.1, "lon": 9.1},
    ),
    "content/libraries/utan.md": record("Biblioteket utan läge", kind="public", country="SE", language="sv"),
    "content/organisations/fonden.md": record("Opdigtet Fond", kind="association", country="DK"),
    "content/organisations/universitetet.md": record("Opdigtet Universitet", kind="university", country="DK"),
    "content/contacts/ida.md": record("Ida Prøve", organisation="nordby", show_until="2027-12-31"),
    "courses/vaert.md": record("Værtskab", organiser="fonden", sessions=[AT_NORDBY]),
    "courses/eget.md": record("Eget kursus", organiser="nordby", sessions=[AT_NORDBY]),
    "courses/gammelt.md": record("Gammelt kursus", organiser="nordby", sessions=[{"when": "2020-02-03"}]),
    "projects/indsats.md": record(
        "Indsatsen",
        kind="national-initiative",
        coordinator="nordby",
        funders=["fonden"],
        followers=[{"nordby": "5"}, "aasted"],
        groups=[{"name": "Gruppe", "members": ["universitetet"]}],
    ),
    "content/news/nyt.md": record("Nyheden", date="2026-11-01", publisher="fonden", about=["indsats"]),
}


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return make_project(tmp_path, FILES)


def view(made: Made, address: str = NORDBY) -> InstitutionView:
    found = made.pages[address].view
    assert isinstance(found, InstitutionView)
    return found


def test_every_fact_is_on_the_page(made: Made) -> None:
    shown = made.text(NORDBY)
    for words in (
        "Centralbibliotek", "Prøvegade 1, 9999 Nordby", "DK-999999", "Bogborgen", "nordby.example",
        "post@nordby.example", "33 12 34 56", "Region Nord", "Danmark", "Et opdigtet bibliotek.", "Ida Prøve",
    ):  # fmt: skip
        assert words in shown


def test_numbers_get_their_country_code_abroad(made: Made) -> None:
    assert "+45 33 12 34 56" in made.text("sv/bibliotek/nordby/")
    assert "Danmark" in made.text("sv/bibliotek/nordby/")


def test_parents_and_children_know_each_other(made: Made) -> None:
    assert [link.title for link in view(made).children] == ["Aasted Bibliotek"]
    parent = view(made, "biblioteker/aasted/").parent
    assert parent
    assert parent.address == NORDBY


def test_courses_stand_under_their_closest_bond(made: Made) -> None:
    organised, hosted = view(made).courses
    assert [card.link.title for card in organised.ahead.cards] == ["Eget kursus"]
    assert [card.link.title for card in organised.past.cards] == ["Gammelt kursus"]
    assert [card.link.title for card in hosted.ahead.cards] == ["Værtskab"]


def test_an_organisation_has_a_calendar_of_what_it_holds(made: Made) -> None:
    files = {feed.address: feed.data.decode() for feed in all_feeds(made.reader())}
    assert "URL:https://katalog.example/kurser/vaert/" in files["organisationer/fonden.ics"]
    assert "organisationer/universitetet.ics" not in files


def test_projects_are_listed_by_how_a_body_takes_part(made: Made) -> None:
    assert [(relation.title, relation.rows[0].note) for relation in view(made).relations] == [
        ("Koordinerer", "Nationalt indsatsområde"),
        ("Følger", "5 personer"),
    ]
    assert titles(made, "biblioteker/aasted/") == ["Følger"]
    assert titles(made, "organisationer/fonden/") == ["Støtter økonomisk", "Har udgivet"]
    assert titles(made, "organisationer/universitetet/") == ["Medlem af grupper i"]


def titles(made: Made, address: str) -> list[str]:
    return [relation.title for relation in view(made, address).relations]


def test_libraries_and_whoever_holds_something_have_a_calendar(made: Made) -> None:
    events = view(made).events
    assert events
    assert events.subscription
    assert events.subscription.file.address == "biblioteker/nordby.ics"
    assert view(made, "organisationer/fonden/").events
    assert view(made, "organisationer/universitetet/").events is None


def test_what_is_held_at_a_library_is_in_its_calendar(made: Made) -> None:
    events = view(made).events
    assert events
    assert [row.link.title for row in events.rows] == ["Eget kursus", "Værtskab"]


def test_the_map_points_at_the_library_and_links_what_belongs_to_it(made: Made) -> None:
    tree = LexborHTMLParser(made.html(NORDBY))
    assert len(tree.css(".k-map .here")) == 1
    assert [node.attributes["href"] for node in tree.css(".k-map a")] == ["../aasted/"]
    alone = LexborHTMLParser(made.html("biblioteker/aasted/")).css(".k-map svg")
    assert [node.attributes["role"] for node in alone] == ["img"]
    assert view(made, "biblioteker/utan/").map is None


def test_the_map_of_all_shows_those_with_a_place_and_the_list_all(made: Made) -> None:
    tree = LexborHTMLParser(made.html("biblioteker/"))
    assert [node.text() for node in tree.css("h2")] == ["Danmark", "Sverige"]
    points = {node.attributes["href"] for node in tree.css(".k-map a")}
    rows = {node.attributes["href"] for node in tree.css(".k-regions a")}
    assert points == {"nordby/", "aasted/"}
    assert rows == points | {"utan/"}
    assert "Storkommunen" in made.text("biblioteker/")


def test_the_coast_is_one_shared_file(made: Made) -> None:
    uses = LexborHTMLParser(made.html(NORDBY)).css("use")
    assert {str(node.attributes["href"]).split("#")[0] for node in uses} == {"../../assets/outline.svg"}


def test_organisations_are_listed_by_kind(made: Made) -> None:
    tree = LexborHTMLParser(made.html("organisationer/"))
    assert [node.text().split()[0] for node in tree.css("h2")] == ["Foreninger", "Universiteter"]


def test_letters_sort_as_the_reader_has_them(made: Made) -> None:
    def names(address: str) -> list[str]:
        country = made.pages[address].view.countries[0]
        return [row.link.title for row in country.regions[0].rows]

    assert names("biblioteker/") == ["Nordby Bibliotek", "Aasted Bibliotek"]
    assert names("sv/bibliotek/") == ["Aasted Bibliotek", "Nordby Bibliotek"]
