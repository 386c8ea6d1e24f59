"""The page of an initiative, and the lists of initiatives and projects."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from katalog.views.projects.page import ProjectView
from tests.support import Made, make_project, record, write_files

PLACE = {"lat": 55.7, "lon": 9.5}
FILES = {
    "content/libraries/nordby.md": record(
        "Nordby Bibliotek", kind="public", country="DK", region="Region Nord", location=PLACE
    ),
    "content/libraries/aasted.md": record(
        "Aasted Bibliotek", kind="public", country="DK", region="Region Nord"
    ),
    "content/libraries/sjoestad.md": record(
        "Sjöstads bibliotek", kind="public", country="SE", region="Sjö län", language="sv"
    ),
    "content/organisations/fonden.md": record("Opdigtet Fond", kind="association", country="DK"),
    "content/contacts/ida.md": record("Ida Prøve", email="ida@prove.example", show_until="2027-12-31"),
}
FACTS: dict[str, Any] = {
    "kind": "national-initiative",
    "period": "2026/2027",
    "goal": "At prøve",
    "effect": "Det virker",
    "coordinator": "nordby",
    "funders": ["fonden"],
    "followers": [{"nordby": "5"}, {"aasted": "1"}, "sjoestad"],
    "milestones": [{"when": "foråret 2026", "title": "Begyndelse"}, {"title": "Engang"}],
    "meetings": [
        {"when": "2026-03-02", "title": "Gammelt møde"},
        {"when": "2027-03-02 10:00/12:00", "title": "Nyt møde", "place": "nordby"},
        {"title": "Møde uden dato"},
    ],
    "groups": [{"name": "Styregruppe", "role": "leder", "members": ["ida", "nordby", "En borger"]}],
    "contacts": [{"person": "ida", "role": "press"}],
    "price": [{"amount": "gratis", "per": "library"}],
    "website": "https://indsats.example/",
}
PAGE = "indsatsomraader/indsats/"


def project(root: Path, more: dict[str, str] | None = None, /, **facts: object) -> Made:
    own = {"projects/indsats.md": record("Indsatsen", "Tekst.", **FACTS | facts)}
    return make_project(root, FILES | own | (more or {}))


def view(made: Made, address: str = PAGE) -> ProjectView:
    found = made.pages[address].view
    assert isinstance(found, ProjectView)
    return found


def text(html: str) -> str:
    body = LexborHTMLParser(html).body
    assert body
    return re.sub(r"\s+", " ", body.text(separator=" "))


def sections(made: Made, address: str = PAGE) -> dict[str, str]:
    """The text of each section of the page, by its heading."""
    found = LexborHTMLParser(made.html(address)).css("section.k-section")
    return {node.css("h2")[0].text(): text(node.html or "") for node in found}


def test_the_facts_box_says_who_when_and_where(tmp_path: Path) -> None:
    box = text(LexborHTMLParser(project(tmp_path).html(PAGE)).css("aside")[0].html or "")
    for words in ("2026–2027", "Nordby Bibliotek", "Opdigtet Fond", "indsats.example", "I gang", "dansk"):
        assert words in box


def test_upcoming_and_past_meetings_stand_apart(tmp_path: Path) -> None:
    found = sections(project(tmp_path))
    assert "Nyt møde" in found["Møder"]
    assert "Møde uden dato" in found["Møder"]
    assert "Gammelt møde" not in found["Møder"]
    assert "Gammelt møde" in found["Afholdte møder"]


def test_empty_states_are_said(tmp_path: Path) -> None:
    found = sections(project(tmp_path, meetings=[]))
    assert "Ingen kommende arrangementer" in found["Kommende datoer"]
    assert "Der er ingen dokumenter" in found["Dokumenter"]


def test_each_date_stands_once(tmp_path: Path) -> None:
    course = record("Kurset", organiser="nordby", initiative="indsats", sessions=[{"when": "2027-01-11"}])
    html = project(tmp_path, {"courses/kurset.md": course}).html(PAGE)
    tree = LexborHTMLParser(html)
    for drawing in tree.css("svg, .k-date"):
        drawing.decompose()
    shown = text(tree.html or "")
    assert shown.count("11. januar 2027") == shown.count("2. marts 2027") == shown.count("foråret 2026") == 1


def test_a_course_ahead_stands_before_the_time_line_that_draws_it(tmp_path: Path) -> None:
    course = record("Kurset", organiser="nordby", initiative="indsats", sessions=[{"when": "2027-01-11"}])
    made = project(tmp_path, {"courses/kurset.md": course}, meetings=[])
    found = sections(made)
    assert list(found).index("Kommende og aktuelle kurser") < list(found).index("Tidslinje")
    assert "Kurset" in found["Kommende og aktuelle kurser"]
    assert "Kurset" in found["Tidslinje"]
    assert "Kommende datoer" not in found


def test_dates_of_sub_projects_are_listed(tmp_path: Path) -> None:
    part = record(
        "Delen", kind="project", part_of="indsats", meetings=[{"when": "2027-02-03", "title": "Delmøde"}]
    )
    assert "Delmøde" in sections(project(tmp_path, {"projects/del.md": part}))["Kommende datoer"]


def test_results_are_documents_and_what_is_finished_and_news_stands_beside_them(tmp_path: Path) -> None:
    more = {
        "projects/del.md": record("Delen", kind="project", part_of="indsats", period="2016"),
        "content/news/nyt.md": record("Nyheden", date="2026-11-01", about=["indsats"]),
        "courses/holdt.md": record("Holdt kursus", initiative="indsats", sessions=[{"when": "2026-05-06"}]),
    }
    made = project(tmp_path, more, results=[{"title": "Rapporten", "url": "https://rapport.example/"}])
    found = sections(made)
    for words, section in (
        ("Rapporten", "Resultater"),
        ("Nyheden", "Artikler og nyheder"),
        ("Delen", "Resultater"),
        ("Holdt kursus", "Resultater"),
    ):
        assert words in found[section]
        assert sum(words in section for section in found.values()) <= 2  # the drawing names courses, parts
    assert list(found).index("Resultater") < list(found).index("Tidslinje")
    assert 'href="#k-results"' in made.html(PAGE)


def test_news_of_what_goes_on_is_no_result_of_it(tmp_path: Path) -> None:
    more = {"content/news/nyt.md": record("Nyheden", date="2026-11-01", about=["indsats"])}
    made = project(tmp_path, more)
    assert "Resultater" not in sections(made)
    assert "#k-results" not in made.html(PAGE)


def test_what_has_ended_has_its_results_first_and_no_empty_sections(tmp_path: Path) -> None:
    more = {"content/news/nyt.md": record("Nyheden", date="2016-11-01", about=["indsats"])}
    found = sections(project(tmp_path, more, period="2016", meetings=[], milestones=[]))
    assert next(iter(found)) == "Resultater"
    assert not {"Dokumenter", "Kommende datoer"} & set(found)


def test_a_crowded_map_has_the_numbers_of_the_list(tmp_path: Path) -> None:
    places = {
        f"content/libraries/bib-{n}.md": record(
            f"Bibliotek {n}", kind="public", country="DK", location={"lat": 55 + n / 9, "lon": 9}
        )
        for n in range(1, 10)
    }
    followers = [f"bib-{n}" for n in range(1, 10)]
    tree = LexborHTMLParser(project(tmp_path, places, followers=followers).html(PAGE))
    listed = {
        row.css("a")[0].attributes["href"]: row.attributes["data-no"] for row in tree.css("li[data-no]")
    }
    drawn = {pin.attributes["href"]: pin.css("text.no")[0].text() for pin in tree.css(".k-map a")}
    assert drawn == listed
    assert tree.css_first("[data-find=k-follow]")


def test_followers_are_counted_by_region_and_drawn(tmp_path: Path) -> None:
    made = project(tmp_path)
    followers = view(made).followers
    assert followers
    assert (followers.libraries, followers.people) == ("3 biblioteker", "mindst 6 personer")
    denmark, sweden = followers.countries
    assert [row.link.title for row in denmark.regions[0].rows] == ["Nordby Bibliotek", "Aasted Bibliotek"]
    assert denmark.regions[0].count == "2 biblioteker, 6 personer"
    assert sweden.regions[0].count == "1 bibliotek"
    assert followers.map
    assert [pin.title for pin in followers.map.pins] == ["Nordby Bibliotek: 5 personer"]


def test_every_point_of_the_map_leads_to_a_library_of_the_list(tmp_path: Path) -> None:
    tree = LexborHTMLParser(project(tmp_path).html(PAGE))
    points = {node.attributes["href"] for node in tree.css(".k-map a")}
    rows = {node.attributes["href"] for node in tree.css(".k-regions a")}
    assert points
    assert points < rows


def test_members_that_are_records_are_links(tmp_path: Path) -> None:
    members = view(project(tmp_path)).groups[0].members
    assert [bool(member.address) for member in members] == [True, True, False]
    assert members[2].title == "En borger"


def test_free_is_said(tmp_path: Path) -> None:
    assert "gratis" in sections(project(tmp_path))["Sådan deltager du"]


def test_the_list_says_every_milestone(tmp_path: Path) -> None:
    made = project(tmp_path)
    [drawing] = LexborHTMLParser(made.html(PAGE)).css(".k-timeline svg")
    assert "aria-hidden" in drawing.attributes
    listed = sections(made)["Tidslinje"]
    for event in view(made).history.items:
        assert event.title in listed
    assert "Engang Dato følger" in listed


def test_an_open_end_lasts_no_longer_than_the_project(tmp_path: Path) -> None:
    made = project(tmp_path, milestones=[{"when": "fra 4. kvartal 2026", "title": "Udrulning"}], meetings=[])
    drawing = view(made).history.drawing
    assert drawing
    assert drawing.ticks[-1].label.endswith("2028")


def test_meetings_are_found_where_calendars_point(tmp_path: Path) -> None:
    sessions = LexborHTMLParser(project(tmp_path).html(PAGE)).css("li.k-session")
    assert {node.attributes["id"] for node in sessions} == {"k-1", "k-2", "k-3"}


def test_sub_projects_news_and_parents_are_linked_both_ways(tmp_path: Path) -> None:
    more = {
        "projects/del.md": record("Delen", kind="project", part_of="indsats"),
        "content/news/nyt.md": record("Nyheden", date="2026-11-01", about=["indsats"]),
    }
    made = project(tmp_path, more)
    assert [card.link.title for card in view(made).parts] == ["Delen"]
    assert [link.title for link in view(made).news] == ["Nyheden"]
    part_of = view(made, "projekter/del/").part_of
    assert part_of
    assert part_of.address == PAGE


def test_a_document_beside_the_record_leads_to_its_file(tmp_path: Path) -> None:
    write_files(tmp_path, {"projects/indsats/plan.txt": "En plan."})
    documents = [
        {"title": "Planen", "file": "plan.txt", "kind": "report", "language": "da", "date": "2026"},
        {"title": "Kun titlen"},
        {"title": "Ude", "url": "https://ude.example/"},
    ]
    made = project(tmp_path, documents=documents)
    assert [each.address for each in view(made).documents] == [f"{PAGE}plan.txt", "", "https://ude.example/"]
    assert "Planen Rapport, TXT, dansk, 2026" in sections(made)["Dokumenter"]


def test_the_swedish_page_marks_danish_words(tmp_path: Path) -> None:
    html = project(tmp_path).html("sv/insatsomraden/indsats/")
    assert '<h1 lang="da">Indsatsen</h1>' in html
    assert '<span lang="da">At prøve</span>' in html
    assert "Möten" in html


@pytest.mark.parametrize(
    ("today", "title"),
    [
        (date(2025, 1, 1), "Kommer"),
        (date(2026, 11, 22), "I gang nu"),
        (date(2028, 1, 1), "Afsluttet"),
    ],
)
def test_the_list_is_ordered_by_state(tmp_path: Path, today: date, title: str) -> None:
    files = FILES | {"projects/indsats.md": record("Indsatsen", **FACTS)}
    made = make_project(tmp_path, files, today, expected={"person.show-until-passed"})
    [group] = made.pages["indsatsomraader/"].view.groups
    assert group.title == title
    assert "3 biblioteker, mindst 6 personer følger med" in text(made.html("indsatsomraader/"))
    assert "Der er ingen projekter endnu." in text(made.html("projekter/"))


def test_a_state_turns_over_when_the_period_ends(tmp_path: Path) -> None:
    state = view(project(tmp_path)).state
    assert state
    assert state.steps == "2028-01-01T00:00:00+01:00 finished Afsluttet"


VIA = "https://tilmelding.example/"


@pytest.mark.parametrize(
    ("registration", "shown", "button"),
    [
        ({"closes": "2026-12-01", "via": VIA}, "Tilmeld dig senest", True),
        ({"opens": "2026-12-01", "closes": "2027-01-10", "via": VIA}, "Tilmeldingen åbner", False),
        ({"closes": "2026-11-01", "via": VIA}, "Tilmeldingsfristen var", False),
    ],
)
def test_the_box_says_whether_one_can_enrol(
    tmp_path: Path, registration: dict[str, str], shown: str, button: bool
) -> None:
    page = LexborHTMLParser(project(tmp_path, registration=registration, meetings=[]).html(PAGE))
    for each in page.css("[hidden]"):
        each.decompose()
    box = page.css_first(".k-facts")
    assert box
    assert shown in box.text()
    assert (VIA in str(box.html)) == (VIA in str(page.html)) == button


def test_a_project_that_is_over_offers_nothing(tmp_path: Path) -> None:
    made = project(tmp_path, period="2016", registration={"via": VIA}, meetings=[], milestones=[])
    assert VIA not in made.html(PAGE)
    assert ">Abonnér<" not in made.html(PAGE)


def test_an_initiative_says_which_deadline_comes_first(tmp_path: Path) -> None:
    courses = {
        f"courses/{name}.md": record(
            f"Kursus {name}",
            kind="course",
            initiative="indsats",
            registration={"closes": closes, "via": VIA},
            sessions=[{"when": "2027-03-01"}],
        )
        for name, closes in (("sent", "2027-02-01"), ("snart", "2026-12-01"))
    }
    made = project(tmp_path, courses)
    first = view(made).first
    assert first
    assert first.id == "snart"
    assert view(made).first_at == VIA
